import { join } from 'node:path'
import { openCorrections, writeCorrections } from '../corrections/file.js'
import { correctionsIn } from '../corrections/folder.js'
import { mergeCorrections } from '../corrections/merge.js'
import { YosanError } from '../errors.js'
import type { Correction } from '../index.js'
import { correctionsName } from '../options.js'
import type { Arguments } from './arguments.js'

/** The corrections in a folder, with those that `--corrections` names added to them.
 * @throws YosanError when the named file is not there, and when one is not what it should be */
export const correctionsFor = async (args: Arguments, folder: string): Promise<readonly Correction[]> => {
  const file = args.text('corrections')
  const later = file === null ? [] : await readCorrectionFile(file)
  return mergeCorrections(await correctionsIn(folder), later).corrections
}

/** Writes the corrections of a run to its folder where `--corrections` has added to them. */
export const keepCorrections = async (
  args: Arguments,
  folder: string,
  corrections: readonly Correction[],
): Promise<void> => {
  if (args.text('corrections') !== null) await writeCorrections(join(folder, correctionsName), corrections)
}

/** The corrections in a file that has to be there. */
export const readCorrectionFile = async (file: string): Promise<readonly Correction[]> => {
  const corrections = await openCorrections(file)
  if (corrections) return corrections
  throw new YosanError('missing_file', `${file} does not exist: check the name.`)
}
