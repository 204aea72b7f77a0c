import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import type { Failure } from '../options.js'
import { isAddress } from './address.js'

/** The names in a list, one a line; empty lines and lines that begin with `#` say nothing. Paths count from the folder of the
 * list, so that it can be kept beside its documents. */
export const namesIn = async (list: string): Promise<string[] | Failure> => {
  const input = `@${list}`
  const text = await readFile(list, 'utf8').catch(() => null)
  if (text === null) return { input, message: `The list ${list} cannot be read: check its name.`, code: 'missing_file' }
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u)
  const names = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  const nested = names.find((name) => name.startsWith('@'))
  if (nested !== undefined)
    return { input, message: `The list ${list} names another list, ${nested}: put its lines in.`, code: 'bad_value' }
  if (names.length === 0) return { input, message: `The list ${list} names nothing.`, code: 'empty_list' }
  return names.map((name) => (isAddress(name) || isAbsolute(name) ? name : join(dirname(list), name)))
}
