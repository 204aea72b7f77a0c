import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { InputError } from '../errors.js'
import { limits } from './limits.js'

/** An input file in memory. */
export interface InputFile {
  /** Base name. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Of the bytes, hexadecimal. */
  readonly sha256: string
}

/** Reads a file whole. Throws InputError: missing_file, not_a_file, unreadable_file, too_large, empty_file. */
export const readInput = async (path: string): Promise<InputFile> => {
  await examine(path)
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw readError(path, cause)
  })
  return { name: basename(path), bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** What tells the bytes of a file from others, without holding them in memory. Throws the same errors. */
export const hashInput = async (path: string): Promise<{ readonly sha256: string; readonly bytes: number }> => {
  await examine(path)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of createReadStream(path)) {
      hash.update(piece)
      bytes += piece.length
    }
  } catch (cause) {
    throw readError(path, cause)
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Throws the same errors, as far as they show before anything is read. */
export const examine = async (path: string): Promise<void> => {
  const name = basename(path)
  const facts = await stat(path).catch((cause: unknown) => {
    throw readError(path, cause)
  })
  if (!facts.isFile()) throw new InputError('not_a_file', path, `is not a file: give a PDF, .txt or .md file.`)
  if (facts.size === 0) throw new InputError('empty_file', name, `is empty (0 bytes): fetch it again.`)
  if (facts.size > limits.fileBytes) throw new InputError('too_large', name, tooLarge(facts.size))
}

const tooLarge = (bytes: number): string => {
  const [size, limit] = [bytes, limits.fileBytes].map((value) => `${Math.round(value / 1024 / 1024)} MiB`)
  return `is too large (${size}): files of at most ${limit} are read, so split it.`
}

const readError = (path: string, cause: unknown): InputError => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new InputError('missing_file', path, `does not exist: check the name.`, { cause })
  }
  return new InputError('unreadable_file', path, `cannot be read: check its permissions.`, { cause })
}
