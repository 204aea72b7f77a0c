import { csv } from '../emit/csv.js'
import { type Correction, correctionColumns, isDecision } from '../model/correction.js'
import { inOrder } from './order.js'

/** Corrections as the text of a CSV file, the same whatever order they came in. What is kept is decisions: rows that take one
 * back have nothing to take back there. */
export const printCorrections = async (corrections: readonly Correction[]): Promise<string> => {
  const decisions = corrections.filter(isDecision)
  return decisions.length === 0
    ? csv.end(true, correctionColumns)
    : csv.piece(correctionColumns, inOrder(decisions), true)
}
