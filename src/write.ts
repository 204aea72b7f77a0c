import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
    await mkdir(folder, { recursive: true })
    for (const { from, text } of moves) await writeFile(from, text)
    for (const { from, to } of moves) await rename(from, to)
  } catch (error) {
    await Promise.all(moves.map(({ from }) => rm(from, { force: true }).catch(() => undefined)))
    throw new YosanError('unwritable_output', `Cannot write to the folder ${folder}: ${reasonOf(error)}.`)
  }
  return moves.map(({ to }) => to)
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'it is on a read-only disk',
  EEXIST: 'a file of that name stands in the way',
  ENOTDIR: 'a file stands in its path',
  EISDIR: 'a folder has the name of one of its files',
  ENOSPC: 'the disk is full',
}

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return reasons[code] ?? code
}
