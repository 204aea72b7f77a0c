import { groupBy } from '../../model/groups.js'
import { exactYen, readableYen } from '../readable-yen.js'
import type { ReviewCheck, ReviewData, ReviewFigure, ReviewIssue } from '../review-data.js'
import { byId, type Child, element } from './element.js'
import { type Item, inputsOf } from './items.js'
import { litOf } from './viewer.js'
import { amountOf, cellTextOf, flagWordsOf, termOf, wordOf } from './words.js'

type FigureItem = Extract<Item, { kind: 'figure' }>

/** Tells of the selected item why it is what it is. */
export class Details {
  private readonly place = byId('facts', HTMLElement)
  private readonly issues: ReadonlyMap<string, readonly ReviewIssue[]>
  private readonly figures: ReadonlyMap<string, ReviewFigure>

  constructor(private readonly data: ReviewData) {
    this.issues = groupBy(data.issues, ({ figure_id }) => figure_id)
    this.figures = new Map(data.figures.map((figure) => [figure.figure_id, figure]))
  }

  show(item: Item | null): void {
    if (!item) this.place.replaceChildren(element('p', { class: 'notice' }, '表の行か、ページの枠を選んでください。'))
    else this.place.replaceChildren(...(item.kind === 'figure' ? this.figure(item) : this.issue(item.issue)))
  }

  private figure(item: FigureItem): Node[] {
    const { figure } = item
    const { words } = this.data
    const exact = figure.yen === null ? null : element('span', { class: 'exact' }, ` ${exactYen(figure.yen)}`)
    const rows: readonly (readonly [string, Child])[] = [
      ['金額', element('span', {}, amountOf(figure, words), exact)],
      ['印刷', [figure.raw, figure.approx].filter((text) => text !== null).join(' ')],
      ['名目', figure.raw_label],
      ['表の欄', cellTextOf(figure, this.data)],
      ['役割', wordOf(words.roles, figure.role)],
      ['年度・段階', termOf(figure, words) || '—'],
      ['事業', this.programmeOf(item)],
      ['特徴', flagWordsOf(figure, words) || null],
      ['検査', wordOf(words.checkStatuses, figure.check_status)],
      ['備考', figure.note],
      ['ID', element('code', {}, figure.figure_id)],
    ]
    return [
      element('h2', { id: 'selected', tabindex: -1 }, figure.raw),
      element(
        'dl',
        {},
        ...rows.flatMap(([name, value]) => (value ? [element('dt', {}, name), element('dd', {}, value)] : [])),
      ),
      ...section('確認が要る理由', figure.review_reasons?.split(';').map((rule) => this.rule(rule)) ?? []),
      ...section(
        '検算',
        item.checks.map((check) => this.check(check, figure.figure_id)),
      ),
      ...section(
        'この金額の問題',
        (this.issues.get(figure.figure_id) ?? []).map((issue) => this.trouble(issue)),
      ),
      ...section('値を決めた規則', figure.decided_by?.split(';').map((pair) => this.decision(pair)) ?? []),
      ...section('ほかの金額', this.others(item)),
    ]
  }

  private issue(issue: ReviewIssue): Node[] {
    return [
      element(
        'h2',
        { id: 'selected', tabindex: -1 },
        issue.found ?? wordOf(this.data.words.severities, issue.severity),
      ),
      element('ul', {}, element('li', {}, ...this.trouble(issue))),
      element('p', {}, element('code', {}, issue.issue_id)),
    ]
  }

  private programmeOf(item: FigureItem): Child {
    const { programme, parent } = item.figure
    if (programme === null) return null
    const { heading } = litOf(item, this.data)
    const elsewhere =
      heading.boxes.length > 0 && heading.sheet !== item.sheet
        ? element('a', { href: `#page-${heading.sheet + 1}` }, `（見出しは${heading.sheet + 1}ページ）`)
        : null
    return element('span', {}, parent === null ? null : `${parent} › `, programme, elsewhere)
  }

  private rule(id: string): Child[] {
    return [this.data.words.rules[id] ?? '', ' ', element('code', {}, id)]
  }

  private decision(pair: string): Child[] {
    const [field = '', rule = ''] = pair.split('=')
    return [element('strong', {}, `${wordOf(this.data.words.fields, field)}：`), ...this.rule(rule)]
  }

  private check(check: ReviewCheck, own: string): Child[] {
    const { rule, verdict, expected_yen, found_yen, message } = check
    const amounts =
      expected_yen === null || found_yen === null
        ? ''
        : `計算 ${readableYen(expected_yen)}、印刷 ${readableYen(found_yen)}`
    const title =
      expected_yen === null || found_yen === null ? null : `計算 ${exactYen(expected_yen)}、印刷 ${exactYen(found_yen)}`
    const parts = [
      ...(check.figure_id === null || check.figure_id === own ? [] : [this.link(check.figure_id)]),
      ...inputsOf(check).flatMap(({ sign, id }) =>
        id === own ? [] : [element('span', {}, `${sign} `, this.link(id))],
      ),
    ]
    return [
      element('strong', { class: `verdict-${verdict}` }, wordOf(this.data.words.verdicts, verdict)),
      `（確かめたこと：${this.data.words.rules[rule] ?? rule}）`,
      element('span', { title }, amounts),
      message === null ? null : element('span', { lang: 'en', class: 'message' }, message),
      parts.length === 0 ? null : partsOf(parts),
    ]
  }

  private trouble({ rule, severity, found, expected, message }: ReviewIssue): Child[] {
    const { words } = this.data
    return [
      element('strong', {}, `${wordOf(words.severities, severity)}：`),
      words.rules[rule] ?? '',
      found === null ? null : element('span', {}, ` 見つかったもの ${found}`),
      expected === null ? null : element('span', {}, ` 合うはずのもの ${expected}`),
      element('span', { lang: 'en', class: 'message' }, message),
    ]
  }

  /** A figure as people know it: its print and its programme. */
  private link(id: string): HTMLElement {
    const figure = this.figures.get(id)
    const text = figure ? `${figure.raw}（${figure.programme ?? '事業名なし'}）` : id
    return element('a', { href: `#${encodeURIComponent(id)}`, title: id }, text)
  }

  private others({ figure }: FigureItem): Child[][] {
    const { compares_figure_id, duplicate_of_figure_id } = figure
    return [
      ...(compares_figure_id === null ? [] : [['並ぶ予算額 ', this.link(compares_figure_id)]]),
      ...(duplicate_of_figure_id === null ? [] : [['先に印刷された同じ金額 ', this.link(duplicate_of_figure_id)]]),
    ]
  }
}

/** Parts of long sums stay closed until somebody wants them. */
const partsOf = (parts: readonly Node[]): HTMLElement => {
  const list = element('ul', { class: 'parts' }, ...parts.map((part) => element('li', {}, part)))
  return parts.length <= many
    ? list
    : element('details', {}, element('summary', {}, `使った金額 ${parts.length}件`), list)
}

const many = 4

const section = (title: string, items: readonly (readonly Child[])[]): Node[] =>
  items.length === 0
    ? []
    : [element('h3', {}, title), element('ul', {}, ...items.map((parts) => element('li', {}, ...parts)))]
