import { type ReviewData, type Sheet, sheetLines } from '../review-data.js'
import { readSheet } from './data.js'
import { byId, drawn, element } from './element.js'
import { type Box, boxesOf, type Item } from './items.js'
import { marksOf, printOf } from './line-marks.js'
import { wordOf } from './words.js'

/** What lights up with an item. */
export interface Lit {
  readonly item: Item
  /** Boxes of its label and of the heading of its programme, with the sheet that they stand on. */
  readonly label: { readonly sheet: number; readonly boxes: readonly Box[] }
  readonly heading: { readonly sheet: number; readonly boxes: readonly Box[] }
}

export const litOf = (item: Item, { programmes }: ReviewData): Lit => {
  const { sheet } = item
  if (item.kind === 'issue') return { item, label: { sheet, boxes: [] }, heading: { sheet, boxes: [] } }
  const programme = programmes.find(({ programme_row_id }) => programme_row_id === item.figure.programme_row_id)
  return {
    item,
    label: { sheet, boxes: boxesOf(item.figure.label_boxes) },
    heading: { sheet: (programme?.heading_page ?? 0) - 1, boxes: boxesOf(programme?.heading_boxes ?? null) },
  }
}

/** In CSS pixels. */
const narrow = 500

/** Shows one sheet with the boxes of its items. */
export class Viewer {
  private readonly stage = byId('stage', HTMLElement)
  private readonly number = byId('sheet-number', HTMLInputElement)
  private readonly zoom = byId('zoom', HTMLSelectElement)
  private shown: number | null = null

  constructor(
    private readonly data: ReviewData,
    private readonly items: readonly Item[],
    go: (sheet: number) => void,
  ) {
    const step = (id: string, by: number) =>
      byId(id, HTMLButtonElement).addEventListener('click', () => go(this.bounded((this.shown ?? 0) + by)))
    step('sheet-before', -1)
    step('sheet-after', 1)
    this.number.addEventListener('change', () => {
      if (this.number.validity.valid && this.number.value !== '') go(this.bounded(Number(this.number.value) - 1))
      this.number.value = String((this.shown ?? 0) + 1)
    })
    // On a telephone a whole page is too small to read.
    if (this.stage.clientWidth < narrow) this.zoom.value = '2'
    this.zoom.addEventListener('change', () => this.scale())
    // The sheets come behind the script.
    document.addEventListener('DOMContentLoaded', () => {
      if (this.stage.dataset.state === 'coming') this.draw(this.shown ?? 0)
    })
  }

  private lit: Lit | null = null

  show(sheet: number, lit: Lit | null): void {
    this.lit = lit
    if (sheet !== this.shown || this.stage.dataset.state === 'coming') this.draw(sheet)
    this.light()
  }

  private draw(index: number): void {
    this.shown = index
    this.number.value = String(index + 1)
    byId('sheet-before', HTMLButtonElement).disabled = index <= 0
    byId('sheet-after', HTMLButtonElement).disabled = index >= this.data.sheets - 1
    const sheet = readSheet(index)
    this.stage.dataset.state = sheet ? 'there' : 'coming'
    this.stage.replaceChildren(
      sheet ? this.sheet(sheet, index) : element('p', { class: 'notice' }, '読み込んでいます…'),
    )
    this.scale()
    this.light()
  }

  private sheet(sheet: Sheet, index: number): Node {
    if (sheet.kind === 'lines') return this.lines(sheet.lines, index)
    if (sheet.kind === 'missing') return element('p', { class: 'notice' }, sheet.reason)
    const { width, height, source } = sheet
    return element(
      'div',
      { class: 'picture' },
      element('img', { src: source, alt: `${index + 1}ページ`, width: Math.round(width), height: Math.round(height) }),
      drawn(
        'svg',
        { viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': `${index + 1}ページの金額` },
        drawn('g', { class: 'lights' }),
        ...this.itemsOn(index).flatMap((item) => (item.boxes.length === 0 ? [] : [this.mark(item)])),
      ),
    )
  }

  private itemsOn(sheet: number): readonly Item[] {
    return this.items.filter((item) => item.sheet === sheet)
  }

  private mark(item: Item): Node {
    return drawn(
      'a',
      { ...this.linkTo(item), class: `${classOf(item)} rank-${item.rank}`, tabindex: -1 },
      drawn('title', {}, this.nameOf(item)),
      ...item.boxes.map((box) => rectangle(box, 1.5)),
    )
  }

  private linkTo(item: Item): Record<string, string> {
    return { href: `#${encodeURIComponent(item.id)}`, 'data-id': item.id, 'aria-label': this.nameOf(item) }
  }

  private nameOf(item: Item): string {
    const { words } = this.data
    if (item.kind === 'issue') return `${words.rules[item.issue.rule] ?? item.issue.rule} ${item.issue.found ?? ''}`
    const { figure } = item
    return `${wordOf(words.roles, figure.role)} ${figure.raw}${item.rank < 3 ? ' 要確認' : ''} ${figure.programme ?? ''}`
  }

  /** Lines of a text, with what was read of them marked. */
  private lines(lines: readonly string[], index: number): Node {
    const items = this.itemsOn(index)
    const first = index * sheetLines + 1
    return element(
      'ol',
      { class: 'lines', start: first },
      ...lines.map((line, i) => {
        const own = items.filter((item) => item.line === first + i)
        return element('li', {}, ...(own.length === 0 ? [line] : this.markedLine(line, own)))
      }),
    )
  }

  private markedLine(line: string, items: readonly Item[]): (Node | string)[] {
    const { marks, loose } = marksOf(line, items)
    let at = 0
    const parts = marks.flatMap(({ from, to, item }) => {
      const before = line.slice(at, from)
      at = to
      return [before, this.markedText(item, line.slice(from, to))]
    })
    return [...parts, line.slice(at), ...loose.map((item) => this.markedText(item, `〔${printOf(item)}〕`))]
  }

  private markedText(item: Item, text: string): Node {
    return element('a', { ...this.linkTo(item), class: `${classOf(item)} rank-${item.rank}` }, text)
  }

  /** Lights what belongs to the selected item, and nothing else. */
  private light(): void {
    const { lit, shown, stage } = this
    for (const mark of stage.querySelectorAll('[data-id]'))
      mark.toggleAttribute('aria-current', mark.getAttribute('data-id') === lit?.item.id)
    const on = ({ sheet, boxes }: Lit['label']): readonly Box[] => (sheet === shown ? boxes : [])
    const lights = stage.querySelector('.lights')
    lights?.replaceChildren(
      ...(lit ? on(lit.heading).map((box) => rectangle(box, 2, 'heading')) : []),
      ...(lit ? on(lit.label).map((box) => rectangle(box, 2, 'label')) : []),
    )
    const current = stage.querySelector('[aria-current]')
    if (current) scrollTo(stage, current)
  }

  private scale(): void {
    this.stage.dataset.zoom = this.zoom.value
  }

  private bounded(sheet: number): number {
    return Math.min(Math.max(0, Number.isInteger(sheet) ? sheet : 0), this.data.sheets - 1)
  }
}

const classOf = (item: Item): string => (item.kind === 'issue' ? 'mark leftover' : `mark role-${item.figure.role}`)

const rectangle = ([x0, y0, x1, y1]: Box, margin: number, name: string | null = null): SVGRectElement =>
  drawn('rect', {
    x: x0 - margin,
    y: y0 - margin,
    width: x1 - x0 + 2 * margin,
    height: y1 - y0 + 2 * margin,
    class: name,
  })

/** Scrolls the stage and not the page. */
const scrollTo = (stage: Element, mark: Element): void => {
  const [inner, outer] = [mark.getBoundingClientRect(), stage.getBoundingClientRect()]
  if (inner.top < outer.top || inner.bottom > outer.bottom) stage.scrollTop += inner.top - outer.top - outer.height / 3
  if (inner.left < outer.left || inner.right > outer.right)
    stage.scrollLeft += inner.left - outer.left - outer.width / 3
}
