import { readdir, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import type { Failure } from './options.js'

const extensions: readonly string[] = ['.pdf', '.txt', '.md']

/** Files named, and the documents directly inside folders named; each file once. */
export async function findInputs(paths: readonly string[]): Promise<{ files: string[]; failures: Failure[] }> {
  const files = new Map<string, string>()
  const failures: Failure[] = []
  for (const path of paths) {
    const found = (await isFolder(path)) ? await documentsIn(path) : [path]
    if ('code' in found) failures.push(found)
    else for (const file of found) files.set(resolve(file), files.get(resolve(file)) ?? file)
  }
  return { files: [...files.values()], failures }
}

/** False for what is missing too: the load room says what is wrong with a file. */
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )

/** The folder's documents in order of their names. */
const documentsIn = async (folder: string): Promise<string[] | Failure> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (!entries) return { input: folder, message: `The folder ${folder} cannot be read.`, code: 'unreadable_file' }
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => extensions.includes(extname(name).toLowerCase()))
    .sort()
  if (names.length > 0) return names.map((name) => join(folder, name))
  const message = `The folder ${folder} holds no file that ends in ${extensions.join(', ')}.`
  return { input: folder, message, code: 'empty_folder' }
}
