import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** What proves that files are whole. */
export interface FileHash {
  /** Hexadecimal. */
  readonly digits: string
  /** How many bytes were hashed. */
  readonly bytes: number
}

/** The hash of the bytes of files, one after the other, without holding them in memory. */
export const hashFiles = async (paths: readonly string[], algorithm: string): Promise<FileHash> => {
  const hash = createHash(algorithm)
  let bytes = 0
  for (const path of paths)
    for await (const piece of createReadStream(path)) {
      hash.update(piece)
      bytes += piece.length
    }
  return { digits: hash.digest('hex'), bytes }
}
