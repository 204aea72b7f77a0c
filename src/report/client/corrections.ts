import type { Correction } from '../../model/correction.js'
import { identityOf } from '../../model/correction-identity.js'
import type { ReviewData, ReviewFigure } from '../review-data.js'
import { csvOf } from './correction-csv.js'
import { areOfOne, isApplied, speaksOf } from './correction-match.js'
import type { Item } from './items.js'
import { keep, readKept } from './kept-corrections.js'

/** What a person says of a figure. */
export type Decision = Pick<Correction, 'action' | 'note' | 'by'> & Partial<New>

type New = Pick<Correction, 'new_yen' | 'new_role' | 'new_fiscal_year' | 'new_stage' | 'new_programme'>

const nothingNew: New = {
  new_yen: null,
  new_role: null,
  new_fiscal_year: null,
  new_stage: null,
  new_programme: null,
}

/** The corrections of this document, as they are decided on the page. What is not saved yet is kept by the browser. */
export class Corrections {
  private rows: readonly Correction[]
  private saved: readonly Correction[]
  /** What the person has as a file, which the data set may not know yet. */
  private handed: readonly Correction[] | null = null

  constructor(
    private readonly data: ReviewData,
    private readonly changed: () => void,
  ) {
    this.saved = data.corrections
    const kept = readKept(data.document)
    this.rows = kept ? rebased(kept.rows, kept.saved, this.saved) : this.saved
    this.handed = kept?.handed ?? null
    this.keep()
  }

  all(): readonly Correction[] {
    return this.rows
  }

  /** Whether the data set does not hold all that was decided. */
  isUnsaved(): boolean {
    return !areSame(this.rows, this.saved)
  }

  /** Whether neither the data set nor a file that the person has holds it. */
  isAtRisk(): boolean {
    return this.isUnsaved() && !(this.handed && areSame(this.rows, this.handed))
  }

  /** The correction of an item: of these bytes, else one of others that fits. */
  of(item: Item): Correction | null {
    const rows = this.rows.filter((row) => speaksOf(row, item))
    return rows.find(this.isOfTheseBytes) ?? rows[0] ?? null
  }

  decide(item: Extract<Item, { kind: 'figure' }>, decision: Decision): void {
    const before = this.of(item)
    // A figure that was corrected before was read as that correction says; one that shows the correction is right as it is.
    const isRight = decision.action === 'accept' && before !== null && isApplied(before, item.figure)
    const said = isRight
      ? { ...before, note: decision.note, by: decision.by }
      : { ...(before ?? this.readingOf(item.figure)), ...nothingNew, ...decision }
    // Whoever decides has looked at this document; what was decided about other bytes stays theirs.
    const { document_id, sha256 } = this.data.document
    const decided = { ...said, document_id, sha256, date: today() }
    const rest = this.rows.filter((row) => !areOfOne(row, decided) && (row !== before || !this.isOfTheseBytes(row)))
    this.set([...rest, decided])
  }

  withdraw(correction: Correction): void {
    this.set(this.rows.filter((row) => row !== correction))
  }

  /** Takes the rows that are saved now. What was decided here since those that were known or sent stays. */
  settle(rows: readonly Correction[], known: readonly Correction[] = this.saved): void {
    this.saved = rows
    this.set(rebased(this.rows, known, rows))
  }

  /** What was decided about this document as the text of a file, with what was taken back of what is saved. */
  handOut(): string {
    const decided = new Set(this.rows.map(identityOf))
    const withdrawn = this.saved
      .filter((row) => !decided.has(identityOf(row)))
      .map((row) => ({ ...row, ...nothingNew, action: 'withdraw' as const, date: today() }))
    this.handed = this.rows
    this.keep()
    return csvOf(this.data.correctionColumns, [...this.rows, ...withdrawn])
  }

  private readonly isOfTheseBytes = ({ sha256 }: Correction): boolean => sha256 === this.data.document.sha256

  private readingOf(figure: ReviewFigure): Correction {
    const { document_id, sha256 } = this.data.document
    const { page, line, boxes, raw, raw_label, programme, role, fiscal_year, stage, yen } = figure
    return {
      ...{ action: 'accept', document_id, sha256, page, line, boxes, raw, raw_label, programme },
      ...{ role, fiscal_year, stage, yen, ...nothingNew, note: null, by: null, date: null },
    }
  }

  private set(rows: readonly Correction[]): void {
    this.rows = rows
    this.keep()
    this.changed()
  }

  private keep(): void {
    const { saved, rows, handed } = this
    keep(this.data.document, this.isUnsaved() ? { saved, rows, handed } : null)
  }
}

/** The day where the person is. */
const today = (): string => {
  const now = new Date()
  now.setMinutes(now.getMinutes() - now.getTimezoneOffset())
  return now.toISOString().slice(0, 10)
}

/** What others have saved, with what was decided here since both knew the same rows. */
const rebased = (
  own: readonly Correction[],
  known: readonly Correction[],
  theirs: readonly Correction[],
): readonly Correction[] => {
  const old = new Set([...known, ...theirs].map(textOf))
  const fresh = own.filter((row) => !old.has(textOf(row)))
  const places = new Set(own.map(identityOf))
  const withdrawn = known.map(identityOf).filter((place) => !places.has(place))
  const decided = new Set([...fresh.map(identityOf), ...withdrawn])
  return [...theirs.filter((row) => !decided.has(identityOf(row))), ...fresh]
}

const areSame = (a: readonly Correction[], b: readonly Correction[]): boolean =>
  a.map(textOf).sort().join() === b.map(textOf).sort().join()

const textOf = (row: Correction): string => JSON.stringify(row)
