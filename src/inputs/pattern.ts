import { realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { glob as match } from 'tinyglobby'
import type { Failure } from '../options.js'
import { isDocument, listOfExtensions } from './extensions.js'
import type { Input } from './input.js'

/** Whether a name that no file has is a pattern. */
export const isPattern = (name: string): boolean => /[*?[\]{}]/u.test(name)

/** The documents that fit a pattern: `*` within a folder, `**` across folders, `?`, `[ab]`, `{a,b}`. Nothing below the real
 * path `except` is found from a folder around it. */
export const glob = async (pattern: string, except: string | null): Promise<(Input | Failure)[]> => {
  const base = await baseOf(pattern)
  const real = await realpath(base).catch(() => base)
  const rest = relative(base, pattern).replaceAll(sep, '/')
  const fits = await match(plain(rest), { cwd: base, expandDirectories: false, onlyFiles: true })
  const isWanted = (path: string) => except === null || isBelow(real, except) || !isBelow(join(real, path), except)
  const documents = fits
    .filter((path) => isDocument(path) && isWanted(path))
    .map((path) => join(base, path))
    .sort()
  if (documents.length > 0) return documents.map((path) => ({ kind: 'file', path }))
  const message = `No file that ends in ${listOfExtensions} fits ${pattern}.`
  return [{ input: pattern, message, code: 'no_match' }]
}

/** The lowest folder of a pattern that there is: its name is no pattern, whatever signs are in it. */
const baseOf = async (pattern: string): Promise<string> => {
  const above = dirname(pattern)
  const entry = await stat(above).catch(() => null)
  return entry?.isDirectory() || above === pattern ? above : baseOf(above)
}

/** Round brackets and the like, which mean something to the library, stand for themselves. */
const plain = (pattern: string): string => pattern.replace(/(?<!\\)[()|]|^!/gu, '\\$&')

const isBelow = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way.split(sep)[0] !== '..' && !isAbsolute(way)
}
