import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { YosanError } from '../errors.js'
import { limits } from './limits.js'

/** An input file in memory. */
export interface InputFile {
  /** Base name. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Of the bytes, hexadecimal. */
  readonly sha256: string
}

/** Reads a file whole. Throws YosanError: missing_file, not_a_file, unreadable_file, too_large, empty_file. */
export const readInput = async (path: string): Promise<InputFile> => {
  const name = basename(path)
  const facts = await stat(path).catch((cause: unknown) => {
    throw readError(path, cause)
  })
  if (!facts.isFile()) throw new YosanError('not_a_file', `${path} is not a file: give a PDF, .txt or .md file.`)
  if (facts.size === 0) throw new YosanError('empty_file', `${name} is empty (0 bytes): fetch it again.`)
  if (facts.size > limits.fileBytes) throw new YosanError('too_large', tooLarge(name, facts.size))
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw readError(path, cause)
  })
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const tooLarge = (name: string, bytes: number): string => {
  const [size, limit] = [bytes, limits.fileBytes].map((value) => `${Math.round(value / 1024 / 1024)} MiB`)
  return `${name} is too large (${size}): files of at most ${limit} are read, so split it.`
}

const readError = (path: string, cause: unknown): YosanError => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new YosanError('missing_file', `${path} does not exist: check the name.`, { cause })
  }
  return new YosanError('unreadable_file', `${path} cannot be read: check its permissions.`, { cause })
}
