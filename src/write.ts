import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { YosanError } from './errors.js'

/** Files that an earlier run may have left in a folder below the output. */
export interface Earlier {
  readonly folder: string
  readonly isOne: (name: string) => boolean
}

/** Writes files into a folder, which it makes if need be: all under temporary names first, then renamed, so that no file
 * is ever half-written. Names may lead into folders below. What an earlier run left and this one did not write is removed
 * afterwards, and its folder with it when nothing else is in there. Returns the paths of the files.
 * @throws YosanError when the folder cannot be written to; the temporary files are gone then */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  earlier: readonly Earlier[] = [],
): Promise<readonly string[]> {
  const moves = [...files].map(([name, text], i) => {
    const to = join(folder, name)
    return { text, to, from: join(dirname(to), `.yosan.${process.pid}.${i}.tmp`) }
  })
  try {
    await makeFolder(folder)
    for (const below of new Set(moves.map(({ to }) => dirname(to)))) await makeFolder(below)
    for (const { from, text } of moves) await writeFile(from, text)
    for (const { from, to } of moves) await rename(from, to)
    for (const left of earlier) await clear(folder, left, files)
  } catch (error) {
    await Promise.all(moves.map(({ from }) => rm(from, { force: true }).catch(() => undefined)))
    throw new YosanError('unwritable_output', `Cannot write to the folder ${folder}: ${reasonOf(error)}.`)
  }
  return moves.map(({ to }) => to)
}

const clear = async (folder: string, left: Earlier, files: ReadonlyMap<string, string>): Promise<void> => {
  const below = join(folder, left.folder)
  const names = await readdir(below).catch(() => null)
  if (!names) return
  const stale = names.filter((name) => left.isOne(name) && !files.has(`${left.folder}/${name.normalize('NFC')}`))
  for (const name of stale) await rm(join(below, name))
  if (stale.length > 0 && stale.length === names.length) await rmdir(below)
}

/** Not mkdir's own `recursive`, which never ends where no folder can be made, as under /proc. */
const makeFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await mkdir(folder)
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'it is on a read-only disk',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a file stands in its path',
  EISDIR: 'a folder has the name of one of its files',
  ENAMETOOLONG: 'the name of a file is too long',
  ENOSPC: 'the disk is full',
}

const reasonOf = (error: unknown): string => reasons[codeOf(error)] ?? codeOf(error)
