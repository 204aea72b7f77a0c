import { boxesText } from '../model/boxes.js'
import { unnamed } from '../model/document-name.js'
import type { Figure } from '../model/figure.js'
import type { UnitPrinted } from '../model/finding.js'
import { unionOf } from '../model/place.js'
import { foldDigits } from './digits.js'
import { type Entry, type Value, yenOf } from './entry.js'
import { type Node, ownProgramme } from './programmes.js'
import { termOf, yearOf } from './terms.js'

const units: Readonly<Record<number, UnitPrinted>> = { 1: '円', 1000: '千円', 10000: '万円', 1000000: '百万円' }

interface Context {
  readonly entry: Entry
  readonly node: Node
  readonly id: string
  readonly fiscalYear: number | null
}

/** The row of `figures` for a printed value of a book, before the checks have spoken. */
export const toFigure = (value: Value, { entry, node, id, fiscalYear }: Context): Figure => {
  const yen = yenOf(value)
  const { label } = entry.named
  return {
    figure_id: id,
    document_id: unnamed,
    ...ownProgramme(node),
    page: value.page,
    line: value.line,
    boxes: boxesText(value.boxes),
    bbox: boxesText([unionOf(value.boxes)]),
    label_boxes: label?.page === value.page ? label.boxes : null,
    raw: value.raw,
    raw_label: label?.text ?? null,
    amount_status: yen === null ? 'unreadable' : yen === 0 ? 'zero' : 'numeric',
    yen,
    yen_max: null,
    precision_yen: yen === null ? null : value.unit,
    unit_printed: value.unit === null ? null : (units[value.unit] ?? null),
    unit_source: value.unit === null ? null : 'table_caption',
    sign_mark: signOf(value.raw),
    approx: null,
    ...termOf(value, entry),
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
    check_status: 'not_checked',
    checked_by: null,
    needs_review: false,
    review_reasons: null,
    decided_by:
      'value=unit_of_table;role=column_meaning;fiscal_year=document_headline;stage=document_headline;programme=table_row',
    note: null,
  }
}

const signOf = (raw: string): Figure['sign_mark'] => {
  const [mark = ''] = /^[△▲−-]/u.exec(foldDigits(raw)) ?? []
  return (['△', '▲', '−', '-'] as const).find((known) => known === mark) ?? 'none'
}
