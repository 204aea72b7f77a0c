import type { ReviewData } from '../review-data.js'
import type { Corrections, Decision } from './corrections.js'
import { byId, element } from './element.js'
import type { Item } from './items.js'
import { typedNumber } from './typed-number.js'

type FigureItem = Extract<Item, { kind: 'figure' }>

/** What a person can say of the selected figure: it is right, it is something else, it is no figure. */
export class CorrectionForm {
  private readonly form = byId('correction', HTMLFormElement)
  private item: FigureItem | null = null
  private readonly waiting = new Map<FigureItem, readonly string[]>()

  constructor(
    data: ReviewData,
    private readonly corrections: Corrections,
  ) {
    const names = new Set(data.figures.flatMap(({ programme }) => programme ?? []))
    byId('programme-names', HTMLDataListElement).append(...[...names].map((value) => element('option', { value })))
    this.fill('new_role', data.words.roles)
    this.fill('new_stage', { ...data.words.stages, none: 'なし' })
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.record(this.correction())
    })
    for (const action of ['accept', 'reject'] as const)
      byId(action, HTMLButtonElement).addEventListener('click', () =>
        this.record(
          this.isTyping() ? '入力した訂正があります。「訂正を記録」を押すか、入力を消してください。' : { action },
        ),
      )
  }

  /** What is typed about an item waits for it when others are looked at. */
  show(item: Item | null): void {
    if (item === this.item) return
    if (this.item && this.isTypingHere())
      this.waiting.set(
        this.item,
        values.map((name) => this.field(name).value),
      )
    this.item = item?.kind === 'figure' ? item : null
    this.form.hidden = this.item === null
    this.say('')
    this.reset()
    for (const [name, hint] of this.hints()) this.field(name).setAttribute('placeholder', hint)
    this.resume()
  }

  /** Whether something was typed that is not recorded. */
  isTyping(): boolean {
    return this.waiting.size > 0 || this.isTypingHere()
  }

  private isTypingHere(): boolean {
    const known = this.item && this.corrections.of(this.item)
    return values.some((name) => this.field(name).value.trim() !== String(known?.[name] ?? ''))
  }

  private resume(): void {
    const typed = this.item && this.waiting.get(this.item)
    if (!this.item || !typed) return
    for (const [i, name] of values.entries()) this.field(name).value = typed[i] ?? ''
    this.waiting.delete(this.item)
    this.say('記録していない入力があります。')
  }

  /** Who looks is the same person from figure to figure. */
  private reset(): void {
    const known = this.item && this.corrections.of(this.item)
    for (const name of [...values, 'note'] as const) this.field(name).value = String(known?.[name] ?? '')
    if (known?.by) this.field('by').value = known.by
  }

  /** What the figure says now stands in the empty fields. */
  private hints(): readonly (readonly [Field, string])[] {
    if (!this.item) return []
    const { yen, fiscal_year, programme } = this.item.figure
    return [
      ['new_yen', yen === null ? 'なし' : String(yen)],
      ['new_fiscal_year', fiscal_year === null ? 'なし' : String(fiscal_year)],
      ['new_programme', programme ?? 'なし'],
    ]
  }

  /** @param decision or what is wrong with it */
  private record(decision: Omit<Decision, 'note' | 'by'> | string): void {
    if (typeof decision !== 'string' && this.item) {
      this.corrections.decide(this.item, {
        ...decision,
        note: this.field('note').value.trim() || null,
        by: this.field('by').value.trim() || null,
      })
      this.reset()
    }
    this.say(typeof decision === 'string' ? decision : '記録しました。')
  }

  /** The corrected values, or what is wrong with what was typed. */
  private correction(): Omit<Decision, 'note' | 'by'> | string {
    const [yen, year] = [typedNumber(this.textOf('new_yen')), typedNumber(this.textOf('new_fiscal_year'))]
    if (yen === undefined) return '金額は円の整数で入力してください（例 77599000000）。ない場合は「なし」です。'
    if (year === undefined || (typeof year === 'number' && (year < 1868 || year > 2100)))
      return '年度は西暦で入力してください（例 2025）。ない場合は「なし」です。'
    const decision = {
      action: 'correct' as const,
      new_yen: yen,
      new_fiscal_year: year,
      new_role: this.textOf('new_role') as Decision['new_role'] & (string | null),
      new_stage: this.textOf('new_stage') as Decision['new_stage'] & (string | null),
      new_programme: this.textOf('new_programme'),
    }
    const { action: _, ...fresh } = decision
    if (Object.values(fresh).every((value) => value === null)) return '訂正する項目を入力してください。'
    return decision
  }

  private fill(name: Field, words: Readonly<Record<string, string>>): void {
    this.field(name).append(
      element('option', { value: '' }, '（変えない）'),
      ...Object.entries(words).map(([value, text]) => element('option', { value }, text)),
    )
  }

  private field(name: Field): HTMLInputElement | HTMLSelectElement {
    const found = this.form.elements.namedItem(name)
    if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found
    throw new Error(`The form has no ${name}.`)
  }

  /** なし is what people see where there is none. */
  private textOf(name: Field): string | null {
    const text = this.field(name).value.trim()
    return text === 'なし' ? 'none' : text || null
  }

  private say(text: string): void {
    byId('correction-said', HTMLElement).textContent = text
  }
}

const values = ['new_yen', 'new_role', 'new_fiscal_year', 'new_stage', 'new_programme'] as const

type Field = (typeof values)[number] | 'note' | 'by'
