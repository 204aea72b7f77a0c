import { glob as match } from 'tinyglobby'
import type { Failure } from '../options.js'
import { isDocument, listOfExtensions } from './extensions.js'
import type { Input } from './input.js'

/** Whether a name that no file has is a pattern. */
export const isPattern = (name: string): boolean => /[*?[\]{}]/u.test(name)

/** The documents that fit a pattern: `*` within a folder, `**` across folders, `?`, `[ab]`, `{a,b}`. */
export const glob = async (pattern: string): Promise<(Input | Failure)[]> => {
  const paths = await match(pattern, { expandDirectories: false, onlyFiles: true })
  const documents = paths.filter(isDocument).sort()
  if (documents.length > 0) return documents.map((path) => ({ kind: 'file', path }))
  const message = `No file that ends in ${listOfExtensions} fits ${pattern}.`
  return [{ input: pattern, message, code: 'no_match' }]
}
