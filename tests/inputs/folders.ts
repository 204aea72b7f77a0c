import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { findInputs, type Input } from '../../src/inputs/index.js'

/** A folder of its own for one test, with files of these names; names that end in `/` are folders. */
export const folderOf = async (...names: readonly string[]): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'yosan-inputs-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const name of names) await make(folder, name)
  return folder
}

const make = async (folder: string, name: string): Promise<void> => {
  const path = join(folder, name)
  await mkdir(name.endsWith('/') ? path : dirname(path), { recursive: true })
  if (!name.endsWith('/')) await writeFile(path, '%PDF-1.4')
}

/** A list with these lines in a folder. */
export const listIn = async (folder: string, text: string): Promise<string> => {
  const path = join(folder, 'list.txt')
  await writeFile(path, text)
  return path
}

const nameOf = (input: Input): string => (input.kind === 'file' ? input.path : input.address)

/** What names stand for; paths below the folder, if one is given, without it. */
export const namesIn = async (folder: string, names: readonly string[], except: string | null = null) => {
  const { inputs, failures } = await findInputs(names, except)
  const short = (name: string) =>
    folder !== '' && name.startsWith(join(folder, '/')) ? name.slice(folder.length + 1) : name
  return { names: inputs.map((input) => short(nameOf(input))), failures }
}
