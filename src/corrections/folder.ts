import { join } from 'node:path'
import { type Correction, isDecision } from '../model/correction.js'
import { correctionsName } from '../options.js'
import { openCorrections } from './file.js'

/** `correctionsIn(folder)`: what people decided about figures, as the folder of a data set keeps it (`DIR/corrections.csv`), or
 * else a package that was made of one (`DIR/data/corrections.csv`); none where there is neither.
 * @throws YosanError when the file is not what it should be */
export const correctionsIn = async (folder: string): Promise<readonly Correction[]> => {
  for (const file of [join(folder, correctionsName), join(folder, 'data', correctionsName)]) {
    const corrections = await openCorrections(file)
    if (corrections) return corrections.filter(isDecision)
  }
  return []
}
