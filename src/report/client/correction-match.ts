import { correctedReading } from '../../model/corrected-reading.js'
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
  return item.kind === 'issue' || [readingKey(row), readingKey(correctedReading(row))].includes(readingKey(item.figure))
}

/** Whether a figure shows what a correction makes of it. */
export const isApplied = (row: Correction, figure: ReviewFigure): boolean =>
  row.action === 'correct' && readingKey(figure) === readingKey(correctedReading(row))

/** Whether two corrections are of one figure of the same bytes. */
export const areOfOne = (a: Correction, b: Correction): boolean => identityOf(a) === identityOf(b)
