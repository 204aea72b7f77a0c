import { csv } from '../emit/csv.js'
import { type Correction, correctionColumns } from '../model/correction.js'
import { inOrder } from './order.js'

/** Corrections as the text of a CSV file, the same whatever order they came in. */
export const printCorrections = async (corrections: readonly Correction[]): Promise<string> =>
  corrections.length === 0 ? csv.end(true, correctionColumns) : csv.piece(correctionColumns, inOrder(corrections), true)
