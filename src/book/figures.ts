import type { Figure } from '../model/figure.js'
import type { UnitPrinted } from '../model/finding.js'
import type { LineColumn } from '../model/line.js'
import { unionOf } from '../model/place.js'
import { foldDigits } from './digits.js'
import { type Entry, type Value, yenOf } from './entry.js'
import { printBoxes } from './print-boxes.js'
import type { Programmes } from './programmes.js'
import type { Outcome } from './verdicts.js'

type Term = Pick<Figure, 'role' | 'stage' | 'part_of'> & { readonly yearsBack: 0 | 1 }

const now: Term = { role: 'budget', stage: 'enacted', part_of: false, yearsBack: 0 }
const revised: Term = { ...now, stage: 'revised' }
const supplement: Term = { ...now, stage: 'supplementary' }
const fund: Term = { ...now, part_of: true }

/** What the columns of a book print. */
const terms: Readonly<Record<LineColumn, Term>> = {
  current: now,
  previous: { ...now, role: 'comparison', yearsBack: 1 },
  change: { ...now, role: 'change', stage: null },
  national_prefectural: fund,
  bond: fund,
  other: fund,
  general: fund,
  before: revised,
  supplement,
  after: revised,
}

/** Of a supplementary budget the funding sources are those of the supplement. 説明 tell another time what 節 are for. */
const termOf = ({ column }: Value, { level, values }: Entry): Term => {
  const term = terms[column]
  const stage = term === fund && values.some((value) => value.column === 'supplement') ? 'supplementary' : term.stage
  return { ...term, stage, part_of: term.part_of || level === 'description' }
}

export const yearOf = ({ column }: Value, fiscalYear: number | null): number | null =>
  fiscalYear === null ? null : fiscalYear - terms[column].yearsBack

const units: Readonly<Record<number, UnitPrinted>> = { 1: '円', 1000: '千円', 10000: '万円', 1000000: '百万円' }

interface Context {
  readonly entry: Entry
  readonly id: string
  readonly documentId: string
  readonly fiscalYear: number | null
  readonly programmes: Programmes
  readonly outcome: Outcome
}

/** The row of `figures` for a printed value of a book. */
export const toFigure = (value: Value, { entry, id, documentId, fiscalYear, programmes, outcome }: Context): Figure => {
  const { yearsBack: _, ...term } = termOf(value, entry)
  const yen = yenOf(value)
  const node = programmes.of(entry)
  const reasons = reasonsOf(value, entry, outcome)
  return {
    figure_id: id,
    document_id: documentId,
    programme_row_id: node.id,
    programme: node.named.name,
    parent: node.parent?.named.name ?? null,
    page: value.page,
    line: value.line,
    boxes: printBoxes(value.boxes),
    bbox: printBoxes([unionOf(value.boxes)]),
    label_boxes: null,
    raw: value.raw,
    raw_label: null,
    amount_status: yen === null ? 'unreadable' : yen === 0 ? 'zero' : 'numeric',
    yen,
    yen_max: null,
    precision_yen: yen === null ? null : value.unit,
    unit_printed: value.unit === null ? null : (units[value.unit] ?? null),
    unit_source: value.unit === null ? null : 'table_caption',
    sign_mark: signOf(value.raw),
    approx: null,
    ...term,
    fiscal_year: yearOf(value, fiscalYear),
    fiscal_year_printed: null,
    supplementary_no: null,
    request_frame: null,
    basis: null,
    inherited: true,
    is_new: false,
    reposted: 'none',
    estimate: 'none',
    digital_agency: 'none',
    fund: false,
    special_account_included: false,
    reclassified: false,
    compares_figure_id: null,
    duplicate_of_figure_id: null,
    check_status: outcome.status,
    checked_by: outcome.confirmedBy.length > 0 ? outcome.confirmedBy.join(';') : null,
    needs_review: reasons.length > 0,
    review_reasons: reasons.length > 0 ? reasons.join(';') : null,
    decided_by:
      'value=unit_of_table;role=column_meaning;fiscal_year=document_headline;stage=document_headline;programme=table_row',
    note: null,
  }
}

const signOf = (raw: string): Figure['sign_mark'] => {
  const [mark = ''] = /^[△▲−-]/u.exec(foldDigits(raw)) ?? []
  return (['△', '▲', '−', '-'] as const).find((known) => known === mark) ?? 'none'
}

const reasonsOf = ({ value, unit }: Value, { doubt }: Entry, { broken }: Outcome): string[] => [
  ...(value === null ? ['amount_unreadable'] : unit === null ? ['unit_missing'] : []),
  ...(doubt === null ? [] : [doubt]),
  ...broken,
]
