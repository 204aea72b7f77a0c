import { join } from 'node:path'
import { openCorrections } from '../corrections/file.js'
import { inOrder } from '../corrections/order.js'
import { type Correction, isCorrectionOf } from '../model/correction.js'
import type { DocumentRow } from '../model/document.js'
import { correctionsName } from '../options.js'

/** What people decided about figures of the documents of a data set, or of a package that was made of one.
 * @throws YosanError when the file of it is not what it should be */
export const correctionsIn = async (
  folder: string,
  documents: readonly DocumentRow[],
): Promise<readonly Correction[]> => {
  const all =
    (await openCorrections(join(folder, correctionsName))) ??
    (await openCorrections(join(folder, 'data', correctionsName))) ??
    []
  return inOrder(all.filter((correction) => documents.some((document) => isCorrectionOf(correction, document))))
}
