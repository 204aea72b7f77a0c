import { readText, writeText } from '../files.js'
import type { Correction } from '../model/correction.js'
import { readCorrections } from './read.js'
import { printCorrections } from './write.js'

/** The corrections in a file; null when it is not there.
 * @throws YosanError that says what is wrong with it */
export const openCorrections = async (file: string): Promise<readonly Correction[] | null> => {
  const text = await readText(file)
  return text === null ? null : readCorrections(text, file)
}

/** Writes corrections to a file, whole or not at all.
 * @throws YosanError when it cannot be written */
export const writeCorrections = async (file: string, corrections: readonly Correction[]): Promise<void> =>
  writeText(file, await printCorrections(corrections))
