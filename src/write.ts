import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { YosanError } from './errors.js'

/** Writes files into a folder, which it makes if need be: all under temporary names first, then renamed, so that no file
 * is ever half-written. Returns their paths.
 * @throws YosanError when the folder cannot be written to; the temporary files are gone then */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const moves = [...files].map(([name, text]) => ({
    text,
    from: join(folder, `.${name}.${process.pid}.tmp`),
    to: join(folder, name),
  }))
  try {
    await makeFolder(folder)
    for (const { from, text } of moves) await writeFile(from, text)
    for (const { from, to } of moves) await rename(from, to)
  } catch (error) {
    await Promise.all(moves.map(({ from }) => rm(from, { force: true }).catch(() => undefined)))
    throw new YosanError('unwritable_output', `Cannot write to the folder ${folder}: ${reasonOf(error)}.`)
  }
  return moves.map(({ to }) => to)
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
  ENOSPC: 'the disk is full',
}

const reasonOf = (error: unknown): string => reasons[codeOf(error)] ?? codeOf(error)
