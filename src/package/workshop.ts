import { lstat, mkdtemp, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { YosanError } from '../errors.js'
import { makeFolder, readText, unwritable, writeText } from '../files.js'
import { isInside } from './inside.js'
import { pathsIn } from './inventory.js'

const prefix = '.yosan-package-'

/** What a workshop holds: the files of the package, and once they are whole the paths that the edition before had more. */
const [whole, staleFiles] = ['package', 'stale.json']

/** Workshops of this process. */
const own = new Set<string>()

/** Does work in a folder of its own below the folder that the result goes to, and removes it afterwards. A run that was killed
 * while it moved its files is finished first; what other dead runs left is removed.
 * @throws YosanError when the folder cannot be written to */
export const inWorkshop = async <Result>(to: string, work: (folder: string) => Promise<Result>): Promise<Result> => {
  try {
    await makeFolder(to)
    const folder = await mkdtemp(join(to, `${prefix}${process.pid}-`))
    own.add(folder)
    try {
      return await work(folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
      own.delete(folder)
    }
  } catch (error) {
    // An end that was asked for has a code too.
    throw error instanceof DOMException ? error : unwritable(to, error)
  }
}

/** Finishes what a run that was killed had begun to move, and removes what dead runs left.
 * @throws YosanError when the folder cannot be written to */
export const settle = async (to: string): Promise<void> => {
  const names = await readdir(to).catch(() => [])
  try {
    for (const name of names) {
      const pid = /^\.yosan-package-(\d+)-/u.exec(name)?.[1]
      const folder = join(to, name)
      if (pid === undefined || own.has(folder) || isAlive(Number(pid))) continue
      const stale = parse(await readText(join(folder, staleFiles)))
      if (stale !== null) await move(folder, to, stale)
      await rm(folder, { recursive: true, force: true })
    }
  } catch (error) {
    throw unwritable(to, error)
  }
}

/** Whether another process is at work. One that had our number is gone. */
const isAlive = (pid: number): boolean => {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Null when the run had not begun to move. Anybody may have written what stands there. */
const parse = (text: string | null): string[] | null => {
  try {
    const paths: unknown = JSON.parse(text ?? 'null')
    return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string' && isInside(path)) : null
  } catch {
    return null
  }
}

/** Where the files of the package stand in a workshop. */
export const wholeIn = (workshop: string): string => join(workshop, whole)

/** Moves the files of a workshop to where they belong, the descriptor last, and removes what the edition before had and this
 * one has not. Files of others are left alone.
 * @throws YosanError when a file of somebody else is in the way; nothing is moved then */
export const moveIn = async (workshop: string, to: string, earlier: readonly string[]): Promise<void> => {
  const known = new Set(earlier)
  for (const path of await pathsIn(wholeIn(workshop))) {
    const inTheWay = await findInTheWay(to, path, known)
    if (inTheWay !== null)
      throw new YosanError(
        'unwritable_output',
        `${join(to, inTheWay)} is there and of no package: move it away, or choose another folder with --to.`,
      )
  }
  const written = new Set(await pathsIn(wholeIn(workshop)))
  // From here on the next run can finish what this one does not.
  await writeText(join(workshop, staleFiles), JSON.stringify(earlier.filter((path) => !written.has(path))))
  await move(
    workshop,
    to,
    earlier.filter((path) => !written.has(path)),
  )
}

/** Moves what is still in the workshop. */
const move = async (workshop: string, to: string, stale: readonly string[]): Promise<void> => {
  const paths = await pathsIn(wholeIn(workshop))
  const isLast = (path: string): boolean => path === 'datapackage.json'
  for (const path of [...paths.filter((path) => !isLast(path)), ...paths.filter(isLast)]) {
    await makeFolder(dirname(join(to, path)))
    await rename(join(wholeIn(workshop), path), join(to, path))
  }
  for (const path of stale) await rm(join(to, path), { force: true })
  for (const folder of new Set(stale.map((path) => dirname(path))))
    if (folder !== '.') await rmdir(join(to, folder)).catch(() => null)
}

/** What stands where a file of a package shall go and is none of it: that file, or one in place of a folder; null for nothing. A
 * link to a folder leads out of the package. */
const findInTheWay = async (to: string, path: string, known: ReadonlySet<string>): Promise<string | null> => {
  const folder = dirname(path)
  const above = folder === '.' ? 'folder' : await kindOf(join(to, folder))
  if (above !== 'folder' && above !== null) return folder
  const kind = await kindOf(join(to, path))
  return kind === null || (kind === 'file' && known.has(path)) ? null : path
}

/** Null when nothing is there. A link to a file is one, since it would be replaced and not followed. */
const kindOf = async (path: string): Promise<'file' | 'folder' | 'link' | null> => {
  const found = await lstat(path).catch(() => null)
  if (found === null) return null
  if (!found.isSymbolicLink()) return found.isDirectory() ? 'folder' : 'file'
  const target = await stat(path).catch(() => null)
  return target?.isDirectory() ? 'link' : 'file'
}
