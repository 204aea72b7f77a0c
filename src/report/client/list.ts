import type { ReviewData, ReviewFigure } from '../review-data.js'
import { byId, element } from './element.js'
import type { Item } from './items.js'
import { amountOf, cellTextOf, termOf, wordOf } from './words.js'

/** How many rows the table shows at a time: more would make a book slow. */
const many = 100

interface Marks {
  readonly decided: (item: Item) => string | null
}

/** The table of items, a portion at a time. */
export class List {
  private readonly body = byId('rows', HTMLTableSectionElement)
  private readonly pager = byId('portions', HTMLElement)
  private readonly count = byId('count', HTMLElement)
  private portion = 0
  private items: readonly Item[] = []

  constructor(
    private readonly data: ReviewData,
    private readonly marks: Marks,
  ) {
    this.body.addEventListener('click', ({ target }) => {
      const row = target instanceof Element && !target.closest('a') ? target.closest('tr') : null
      row?.querySelector('a')?.click()
    })
  }

  /** @param selected the item whose portion is shown; null leaves the portion as it is */
  show(items: readonly Item[], selected: Item | null): void {
    const at = selected ? items.indexOf(selected) : -1
    if (items !== this.items) this.portion = 0
    if (at >= 0) this.portion = Math.floor(at / many)
    this.items = items
    this.render(selected)
  }

  private render(selected: Item | null): void {
    const hadFocus = this.body.contains(document.activeElement)
    const shown = this.items.slice(this.portion * many, (this.portion + 1) * many)
    this.body.replaceChildren(...shown.map((item) => this.row(item, item === selected)))
    this.count.textContent = `${this.items.length.toLocaleString('ja-JP')}件`
    this.pager.replaceChildren(...this.portions(selected))
    const current = this.body.querySelector('[aria-current]')
    if (current) scrollIntoList(current)
    // The row that had it was replaced.
    if (hadFocus) (current ?? this.body).querySelector('a')?.focus({ preventScroll: true })
  }

  private portions(selected: Item | null): Node[] {
    const portions = Math.ceil(this.items.length / many)
    if (portions < 2) return []
    const button = (name: string, to: number): HTMLElement => {
      const made = element('button', { type: 'button', disabled: to < 0 || to >= portions }, name)
      made.addEventListener('click', () => {
        this.portion = to
        this.render(selected)
        this.body.querySelector('a')?.focus()
      })
      return made
    }
    const [first, last] = [this.portion * many + 1, Math.min(this.items.length, (this.portion + 1) * many)]
    return [
      button('前の100件', this.portion - 1),
      element('span', {}, `${first}–${last}件目`),
      button('次の100件', this.portion + 1),
    ]
  }

  private row(item: Item, isSelected: boolean): HTMLElement {
    const cells = item.kind === 'figure' ? this.figureCells(item) : this.issueCells(item)
    return element('tr', { class: `rank-${item.rank}`, 'aria-current': isSelected ? 'true' : null }, ...cells)
  }

  private figureCells(item: Extract<Item, { kind: 'figure' }>): Node[] {
    const { figure } = item
    const { words } = this.data
    return [
      element('th', { scope: 'row' }, this.link(item, figure.raw)),
      element('td', { class: 'amount' }, amountOf(figure, words)),
      element('td', {}, figure.programme ?? '—', this.cell(figure)),
      element(
        'td',
        {},
        element('span', { class: `role role-${figure.role}` }, wordOf(words.roles, figure.role)),
        ` ${termOf(figure, words)}`,
      ),
      element('td', {}, this.stateOf(item)),
    ]
  }

  private cell(figure: ReviewFigure): HTMLElement | null {
    const text = cellTextOf(figure, this.data)
    return text === '' ? null : element('span', { class: 'cell' }, text)
  }

  private issueCells(item: Extract<Item, { kind: 'issue' }>): Node[] {
    const { rule, found, message } = item.issue
    const { words } = this.data
    return [
      element('th', { scope: 'row' }, this.link(item, found ?? wordOf(words.severities, item.issue.severity))),
      element('td', { class: 'amount' }, '—'),
      element('td', { colspan: 2 }, words.rules[rule] ?? message),
      element('td', {}, this.stateOf(item)),
    ]
  }

  private link(item: Item, text: string): HTMLElement {
    const place = this.data.isPaged ? `p.${item.sheet + 1}` : `${item.line}行`
    return element(
      'a',
      { href: `#${encodeURIComponent(item.id)}` },
      element('span', { class: 'place' }, place),
      ` ${text}`,
    )
  }

  private stateOf(item: Item): string {
    const decided = this.marks.decided(item)
    if (decided !== null) return decided
    const doubt = item.kind === 'figure' && item.figure.needs_review ? '要確認' : '問題あり'
    return ['検算の不一致', doubt, '未読', ''][item.rank] ?? ''
  }
}

/** Scrolls the list and not the page. */
const scrollIntoList = (row: Element): void => {
  const box = row.closest('.scrolls')
  if (!box) return
  const [inner, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()]
  if (inner.top < outer.top + 40) box.scrollTop += inner.top - outer.top - 40
  if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom
}
