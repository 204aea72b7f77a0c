import type { Dataset } from '../model/dataset.js'
import { type EmitOptions, emitPieces } from './pieces.js'

export type { EmitOptions } from './pieces.js'

/** The files of a data set by name: each table in each format, and each printed table as it stands when asked for; stable to
 * the byte. */
export async function emit(dataset: Dataset, options: EmitOptions = {}): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for await (const { file, text } of emitPieces([dataset], options)) files.set(file, (files.get(file) ?? '') + text)
  return files
}
