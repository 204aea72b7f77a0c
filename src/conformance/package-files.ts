import { createReadStream } from 'node:fs'
import { access, constants, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { YosanError } from '../errors.js'
import { nullWhenGone } from '../files.js'
import { leadsOut } from '../way-out.js'

/** Where a package lies. */
export interface PackageFolder {
  /** With symbolic links followed. */
  readonly folder: string
  /** The name of the file of the descriptor. */
  readonly descriptor: string
}

/** Finds the descriptor that a path means: the file itself, or `datapackage.json` in the folder.
 * @throws YosanError when there is none */
export const locate = async (path: string): Promise<PackageFolder> => {
  const named = await stat(path).catch(nullWhenAway)
  const file = named?.isDirectory() ? join(path, 'datapackage.json') : path
  const found = named?.isDirectory() ? await stat(file).catch(nullWhenAway) : named
  if (found?.isFile()) return { folder: await realpath(dirname(file)), descriptor: basename(file) }
  throw new YosanError(
    'missing_file',
    `Cannot read ${file}: name the folder of a Data Package, or its datapackage.json.`,
  )
}

/** A file of a package, or why it cannot be read. */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'missing' | 'unsafe' }

/** Looks for a file in the folder of a package. What lies outside, if only by a symbolic link, is unsafe. */
export const find = async (folder: string, path: string): Promise<Found> => {
  if (leadsOut(path)) return { kind: 'unsafe' }
  const real = await realpath(join(folder, path)).catch(() => null)
  if (real === null) return { kind: 'missing' }
  if (!real.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return { kind: 'unsafe' }
  const found = await stat(real).catch(() => null)
  const isReadable = await access(real, constants.R_OK).then(
    () => true,
    () => false,
  )
  return found?.isFile() && isReadable ? { kind: 'file', path: real, bytes: found.size } : { kind: 'missing' }
}

export const readBytes = (path: string): Promise<Uint8Array> => readFile(path)

/** The text of a file piece by piece, without its byte order mark; `onMark` is called where one is not due.
 * @throws YosanError when a byte is not of the encoding */
export async function* textOf(path: string, encoding: string, onMark: () => void): AsyncGenerator<string> {
  const decode = decoderOf(encoding)
  let isFirst = true
  for await (const bytes of createReadStream(path, { highWaterMark: pieceBytes })) {
    const text = decode(bytes)
    if (isFirst && text.startsWith('\ufeff') && /^utf-?8$/iu.test(encoding)) onMark()
    yield isFirst ? text.replace(/^\ufeff/u, '') : text
    isFirst &&= text === ''
  }
  yield decode(null)
}

/** Whether an encoding is known. */
export const isEncoding = (encoding: string): boolean => {
  try {
    return new TextDecoder(labelOf(encoding)) !== null
  } catch {
    return false
  }
}

/** Rows are long in relation to the usual pieces, and the parser begins a row anew with each. */
const pieceBytes = 256 * 1024

/** Names that other programs have for encodings. */
const otherNames: Readonly<Record<string, string>> = { 'utf-8-sig': 'utf-8', cp932: 'shift_jis' }

const labelOf = (encoding: string): string => otherNames[encoding.toLowerCase()] ?? encoding

/** Decodes pieces of a text, and with null its end. */
export const decoderOf = (encoding: string): ((bytes: Uint8Array | null) => string) => {
  const decoder = new TextDecoder(labelOf(encoding), { fatal: true, ignoreBOM: true })
  return (bytes) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      throw new YosanError('undecodable_text', `A file is not in ${encoding}.`)
    }
  }
}

/** As where a file stands in the middle of the path, or its name is too long to be there. */
const nullWhenAway = (error: NodeJS.ErrnoException): null =>
  error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG' ? null : nullWhenGone(error)
