import type { Correction } from '../../model/correction.js'
import { identityOf, readingKey, textKey } from '../../model/correction-identity.js'
import type { ReviewFigure } from '../review-data.js'
import type { Item } from './items.js'

/** Whether a correction speaks of what an item shows: by its place on the page, in texts by how it was or now is read. */
export const speaksOf = (row: Correction, item: Item): boolean => {
  const [printed, raw] = item.kind === 'figure' ? [item.figure, item.figure.raw] : [item.issue, item.issue.found]
  if (row.page !== printed.page || textKey(row.raw) !== textKey(raw)) return false
  if (item.kind === 'issue' && item.issue.rule !== 'figure_rejected') return false
  if (row.boxes !== null) return row.boxes === printed.boxes
  if (row.line !== printed.line) return false
  return item.kind === 'issue' || [readingKey(row), readingKey(corrected(row))].includes(readingKey(item.figure))
}

/** Whether a figure shows what a correction makes of it. */
export const isApplied = (row: Correction, figure: ReviewFigure): boolean =>
  row.action === 'correct' && readingKey(figure) === readingKey(corrected(row))

/** Whether two corrections are of one figure of the same bytes. */
export const areOfOne = (a: Correction, b: Correction): boolean => identityOf(a) === identityOf(b)

/** How a figure is read once its correction is applied. */
const corrected = (row: Correction): Correction => ({
  ...row,
  programme: replaced(row.new_programme, row.programme),
  role: row.new_role ?? row.role,
  fiscal_year: replaced(row.new_fiscal_year, row.fiscal_year),
  stage: replaced(row.new_stage, row.stage),
  yen: replaced(row.new_yen, row.yen),
})

const replaced = <Value>(fresh: Value | 'none' | null, read: Value | null): Value | null =>
  fresh === 'none' ? null : (fresh ?? read)
