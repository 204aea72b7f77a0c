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
      const { submitter } = event
      this.decide(submitter instanceof HTMLButtonElement ? submitter.value : '')
    })
  }

  show(item: Item | null): void {
    this.item = item?.kind === 'figure' ? item : null
    this.form.hidden = this.item === null
    this.say('')
    const known = item && this.corrections.of(item)
    for (const name of fields) this.field(name).value = String(known?.[name] ?? '')
    for (const [name, hint] of this.hints()) this.field(name).setAttribute('placeholder', hint)
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

  private decide(action: string): void {
    const { item } = this
    const decision = action === 'accept' || action === 'reject' ? ({ action } as const) : this.correction()
    if (typeof decision !== 'string' && item)
      this.corrections.decide(item, { ...decision, note: this.textOf('note'), by: this.textOf('by') })
    this.say(typeof decision === 'string' ? decision : '記録しました。')
  }

  /** The corrected values, or what is wrong with what was typed. */
  private correction(): Omit<Decision, 'note' | 'by'> | string {
    const [yen, year] = [typedNumber(this.textOf('new_yen')), typedNumber(this.textOf('new_fiscal_year'))]
    if (yen === undefined) return '金額は円の整数で入力してください（例 77599000000）。ない場合は none です。'
    if (year === undefined || (typeof year === 'number' && (year < 1868 || year > 2100)))
      return '年度は西暦で入力してください（例 2025）。ない場合は none です。'
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

  private textOf(name: Field): string | null {
    return this.field(name).value.trim() || null
  }

  private say(text: string): void {
    byId('correction-said', HTMLElement).textContent = text
  }
}

const fields = ['new_yen', 'new_role', 'new_fiscal_year', 'new_stage', 'new_programme', 'note', 'by'] as const

type Field = (typeof fields)[number]
