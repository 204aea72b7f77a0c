import { lstat, mkdtemp, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { YosanError } from '../errors.js'
import { makeFolder, unwritable } from '../files.js'
import { pathsIn } from './inventory.js'

const prefix = '.yosan-package-'

/** Does work in a folder of its own below the folder that the result goes to, and removes it afterwards. What runs that were
 * killed left there is removed too.
 * @throws YosanError when the folder cannot be written to */
export const inWorkshop = async <Result>(to: string, work: (folder: string) => Promise<Result>): Promise<Result> => {
  try {
    await makeFolder(to)
    for (const name of await readdir(to)) if (isLeft(name)) await rm(join(to, name), { recursive: true, force: true })
    const folder = await mkdtemp(join(to, `${prefix}${process.pid}-`))
    try {
      return await work(folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  } catch (error) {
    // An end that was asked for has a code too.
    throw error instanceof DOMException ? error : unwritable(to, error)
  }
}

/** Whether a folder is of a process that is gone. */
const isLeft = (name: string): boolean => {
  const pid = /^\.yosan-package-(\d+)-/u.exec(name)?.[1]
  if (pid === undefined) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Moves the files of a workshop to where they belong, the descriptor last, and removes what the edition before had and this
 * one has not. Files of others are left alone.
 * @throws YosanError when a file of somebody else is in the way; nothing is moved then */
export const moveIn = async (workshop: string, to: string, earlier: readonly string[]): Promise<void> => {
  const paths = await pathsIn(workshop)
  const known = new Set(earlier)
  for (const path of paths) {
    const inTheWay = await findInTheWay(to, path, known)
    if (inTheWay !== null)
      throw new YosanError(
        'unwritable_output',
        `${join(to, inTheWay)} is there and of no package: move it away, or choose another folder with --to.`,
      )
  }
  const isLast = (path: string): boolean => path === 'datapackage.json'
  for (const path of [...paths.filter((path) => !isLast(path)), ...paths.filter(isLast)]) {
    await makeFolder(dirname(join(to, path)))
    await rename(join(workshop, path), join(to, path))
  }
  const written = new Set(paths)
  for (const path of earlier) if (!written.has(path)) await rm(join(to, path), { force: true })
  for (const folder of new Set(earlier.map(dirname)))
    if (folder !== '.') await rmdir(join(to, folder)).catch(() => null)
}

/** What stands where a file of a package shall go and is none of it: that file, or one in place of a folder; null for nothing. */
const findInTheWay = async (to: string, path: string, known: ReadonlySet<string>): Promise<string | null> => {
  const folder = dirname(path)
  if (folder !== '.' && (await kindOf(join(to, folder))) === 'file') return folder
  const kind = await kindOf(join(to, path))
  return kind === null || (kind === 'file' && known.has(path)) ? null : path
}

/** Null when nothing is there. A link is a file, whatever it leads to, but for a link to a folder. */
const kindOf = async (path: string): Promise<'file' | 'folder' | null> => {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) return 'folder'
  return lstat(path).then(
    () => 'file' as const,
    () => null,
  )
}
