import { realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Failure } from '../options.js'
import { isAddress, toAddress } from './address.js'
import { documentsIn } from './folder.js'
import type { Input, Inputs } from './input.js'
import { namesIn } from './list.js'
import { glob, isPattern } from './pattern.js'

export type { Input, Inputs } from './input.js'

/** What names stand for: files, folders with all below them, patterns such as `2025/*.pdf`, `@list.txt` with one name a line,
 * and addresses. A file that does not exist is passed on, for the load room to judge. Nothing below the folder `except`, to
 * which the output goes, is found in a folder or by a pattern around it. */
export async function findInputs(names: readonly string[], except: string | null = null): Promise<Inputs> {
  const found = new Map<string, Input>()
  const failures: Failure[] = []
  const output = except === null ? null : await realpath(except).catch(() => null)
  for (const name of names)
    for (const one of await inputsOf(name, output)) {
      if ('code' in one) failures.push(one)
      else {
        const key = one.kind === 'file' ? resolve(one.path) : one.address
        if (!found.has(key)) found.set(key, one)
      }
    }
  return { inputs: [...found.values()], failures }
}

type Found = readonly (Input | Failure)[]

const inputsOf = async (name: string, except: string | null): Promise<Found> => {
  if (name.startsWith('@')) {
    const names = await namesIn(name.slice(1))
    if ('code' in names) return [names]
    return (await Promise.all(names.map((one) => named(one, except)))).flat()
  }
  return named(name, except)
}

const named = async (name: string, except: string | null): Promise<Found> => {
  if (isAddress(name)) return [toAddress(name)]
  const entry = await stat(name).catch(() => null)
  if (entry?.isDirectory()) return documentsIn(name, except)
  if (!entry && isPattern(name)) return glob(name, except)
  return [{ kind: 'file', path: name }]
}
