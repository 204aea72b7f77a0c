import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '../options.js'
import { isDocument, listOfExtensions } from './extensions.js'
import type { Input } from './input.js'

/** The documents in a folder and all folders below it, in order of their paths. What begins with a dot is left alone,
 * and so is the folder with the real path `except`. */
export const documentsIn = async (folder: string, except: string | null): Promise<(Input | Failure)[]> => {
  if (except !== null && (await realpath(folder).catch(() => null)) === except)
    return [
      {
        input: folder,
        code: 'bad_value',
        message: `${folder} is also the folder of the output: name another with --out.`,
      },
    ]
  const found = await walk(folder, { except, seen: new Set() })
  if (found.length > 0) return found.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const message = `The folder ${folder} and those below it hold no file that ends in ${listOfExtensions}.`
  return [{ input: folder, message, code: 'empty_folder' }]
}

const nameOf = (found: Input | Failure): string =>
  'code' in found ? found.input : found.kind === 'file' ? found.path : found.address

interface Walk {
  readonly except: string | null
  /** Real paths of the folders entered, because links can lead round in circles. */
  readonly seen: Set<string>
}

const walk = async (folder: string, tour: Walk): Promise<(Input | Failure)[]> => {
  try {
    const real = await realpath(folder)
    if (tour.seen.has(real) || real === tour.except) return []
    tour.seen.add(real)
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort()
    const found: (Input | Failure)[] = []
    for (const name of names) found.push(...(await entry(join(folder, name), tour)))
    return found
  } catch {
    return [{ input: folder, message: `The folder ${folder} cannot be read.`, code: 'unreadable_file' }]
  }
}

const entry = async (path: string, tour: Walk): Promise<(Input | Failure)[]> => {
  const facts = await stat(path).catch(() => null)
  if (facts?.isDirectory()) return walk(path, tour)
  return isDocument(path) ? [{ kind: 'file', path }] : []
}
