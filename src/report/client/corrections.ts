import type { Correction } from '../../model/correction.js'
import type { ReviewData, ReviewFigure } from '../review-data.js'
import type { Item } from './items.js'

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

  constructor(
    private readonly data: ReviewData,
    private readonly changed: () => void,
  ) {
    this.saved = data.corrections
    this.rows = this.kept()
  }

  all(): readonly Correction[] {
    return this.rows
  }

  /** Whether there is anything that no file holds. */
  isUnsaved(): boolean {
    return textsOf(this.rows).sort().join() !== textsOf(this.saved).sort().join()
  }

  of(item: Item): Correction | null {
    const rows = this.rows.filter((row) => speaksOf(row, item))
    return rows.find(({ sha256 }) => sha256 === this.data.document.sha256) ?? rows[0] ?? null
  }

  decide(item: Extract<Item, { kind: 'figure' }>, decision: Decision): void {
    const before = this.of(item)
    // A figure that was corrected before was read as that correction says; one that shows the correction is right as it is.
    const isRight = decision.action === 'accept' && before !== null && isApplied(before, item.figure)
    const said = isRight
      ? { ...before, note: decision.note, by: decision.by }
      : { ...(before ?? this.readingOf(item.figure)), ...nothingNew, ...decision }
    const { document_id, sha256 } = this.data.document
    // Whoever decides has looked at this document, whatever bytes and name the correction before is of.
    const decided = { ...said, document_id, sha256, date: today() }
    this.set([...this.rows.filter((row) => row !== before && placeOf(row) !== placeOf(decided)), decided])
  }

  withdraw(correction: Correction): void {
    this.set(this.rows.filter((row) => row !== correction))
  }

  /** Takes the rows that are saved now. What was decided here since those that were known or sent stays. */
  settle(rows: readonly Correction[], known: readonly Correction[] = this.saved): void {
    this.saved = rows
    this.set(rebased(this.rows, known, rows))
  }

  /** `corrections.csv` of the whole data set. */
  csv(): string {
    const { others, correctionColumns } = this.data
    const rows = [...others, ...this.rows] as readonly Readonly<Record<string, unknown>>[]
    const lines = [correctionColumns, ...rows.map((row) => correctionColumns.map((name) => row[name] ?? ''))]
    return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
  }

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

  private get store(): string {
    return `yosan corrections ${this.data.document.document_id} ${this.data.document.sha256}`
  }

  /** Pages from disk may have no storage. */
  private keep(): void {
    try {
      if (this.isUnsaved()) localStorage.setItem(this.store, JSON.stringify({ saved: this.saved, rows: this.rows }))
      else localStorage.removeItem(this.store)
    } catch {}
  }

  private kept(): readonly Correction[] {
    try {
      const { saved, rows } = JSON.parse(localStorage.getItem(this.store) ?? 'null') ?? {}
      if (Array.isArray(saved) && Array.isArray(rows)) return rebased(rows, saved, this.saved)
    } catch {}
    return this.saved
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
  const old = new Set(textsOf([...known, ...theirs]))
  const fresh = own.filter((row) => !old.has(JSON.stringify(row)))
  const places = new Set(own.map(placeOf))
  const withdrawn = known.map(placeOf).filter((place) => !places.has(place))
  const decided = new Set([...fresh.map(placeOf), ...withdrawn])
  return [...theirs.filter((row) => !decided.has(placeOf(row))), ...fresh]
}

const textsOf = (rows: readonly Correction[]): string[] => rows.map((row) => JSON.stringify(row))

const placeOf = ({ page, line, boxes, raw, ...rest }: Correction): string =>
  JSON.stringify([page, boxes ?? [line, readingOf(rest)], spaceless(raw)])

type Reading = Pick<Correction, 'raw_label' | 'programme' | 'role' | 'fiscal_year' | 'stage' | 'yen'>

const readingOf = ({ raw_label, programme, role, fiscal_year, stage, yen }: Reading): string =>
  JSON.stringify([raw_label ?? '', programme ?? '', role, fiscal_year, stage, yen])

/** Whether a correction speaks of what an item shows: by its place on the page, in texts by how it was or now is read. */
const speaksOf = (row: Correction, item: Item): boolean => {
  const [printed, raw] = item.kind === 'figure' ? [item.figure, item.figure.raw] : [item.issue, item.issue.found]
  if (row.page !== printed.page || spaceless(row.raw) !== spaceless(raw ?? '')) return false
  if (item.kind === 'issue' && item.issue.rule !== 'figure_rejected') return false
  if (row.boxes !== null) return row.boxes === printed.boxes
  if (row.line !== printed.line) return false
  return item.kind === 'issue' || [readingOf(row), readingOf(corrected(row))].includes(readingOf(item.figure))
}

/** Whether a figure shows what a correction makes of it. */
const isApplied = (row: Correction, figure: ReviewFigure): boolean =>
  row.action === 'correct' && readingOf(figure) === readingOf(corrected(row))

/** How a figure is read once its correction is applied. */
const corrected = (row: Correction): Reading => ({
  raw_label: row.raw_label,
  programme: replaced(row.new_programme, row.programme),
  role: row.new_role ?? row.role,
  fiscal_year: replaced(row.new_fiscal_year, row.fiscal_year),
  stage: replaced(row.new_stage, row.stage),
  yen: replaced(row.new_yen, row.yen),
})

const replaced = <Value>(fresh: Value | 'none' | null, read: Value | null): Value | null =>
  fresh === 'none' ? null : (fresh ?? read)

const spaceless = (text: string): string => text.replace(/\s+/gu, '')

const quoted = (cell: unknown): string => `"${String(cell).replaceAll('"', '""')}"`
