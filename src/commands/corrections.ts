import { join } from 'node:path'
import { openCorrections } from '../corrections/file.js'
import { YosanError } from '../errors.js'
import type { Correction } from '../index.js'
import { correctionsName } from '../options.js'
import type { Arguments } from './arguments.js'

/** The corrections that `--corrections` names, else those in a folder; none where it has none.
 * @throws YosanError when the named file is not there, and when one is not what it should be */
export const correctionsFor = async (args: Arguments, folder: string): Promise<readonly Correction[]> => {
  const file = args.text('corrections')
  if (file === null) return (await openCorrections(join(folder, correctionsName))) ?? []
  return readCorrectionFile(file)
}

/** The corrections in a file that has to be there. */
export const readCorrectionFile = async (file: string): Promise<readonly Correction[]> => {
  const corrections = await openCorrections(file)
  if (corrections) return corrections
  throw new YosanError('missing_file', `${file} does not exist: check the name.`)
}
