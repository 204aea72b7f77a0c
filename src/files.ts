import { appendFile, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { decode } from './encoding.js'
import { YosanError } from './errors.js'

/** Text that goes to the end of a file. */
interface Piece {
  readonly file: string
  readonly text: string
}

/** Files that an earlier run may have left in a folder below the output. */
export interface Earlier {
  readonly folder: string
  readonly isOne: (name: string) => boolean
}

interface Places {
  readonly folder: string
  /** A folder on the same disk, for files that are not whole yet. */
  readonly temporary: string
  readonly earlier?: readonly Earlier[]
}

/** Writes files that come in pieces into a folder, which it makes if need be: all of them in a temporary folder first, then
 * renamed, so that no file is ever half-written. Names may lead into folders below. What an earlier run left and this one did
 * not write is removed afterwards, and its folder with it when nothing else is in there. Returns the paths of the files.
 * @throws YosanError when the folder cannot be written to; the temporary files are gone then */
export async function writeFiles(
  { folder, temporary, earlier = [] }: Places,
  pieces: AsyncIterable<Piece>,
): Promise<readonly string[]> {
  const half = new Map<string, string>()
  try {
    await makeFolder(folder)
    await makeFolder(temporary)
    for await (const { file, text } of pieces) {
      const begun = half.get(file)
      if (begun !== undefined && text === '') continue
      const path = begun ?? join(temporary, `file.${half.size}`)
      if (begun === undefined) await rm(path, { force: true })
      half.set(file, path)
      await appendFile(path, text)
    }
    for (const below of new Set([...half.keys()].map((file) => dirname(join(folder, file))))) await makeFolder(below)
    for (const [file, path] of half) await rename(path, join(folder, file))
    for (const left of earlier) await clear(folder, left, half)
  } catch (error) {
    await Promise.all([...half.values()].map((path) => rm(path, { force: true }).catch(() => undefined)))
    throw unwritable(folder, error)
  }
  return [...half.keys()].map((file) => join(folder, file))
}

/** Writes one file whole or not at all, and makes its folder if need be.
 * @throws YosanError when it cannot be written */
export const writeText = async (path: string, text: string): Promise<void> => {
  const half = `${path}.${process.pid}.half`
  try {
    await makeFolder(dirname(path))
    await writeFile(half, text)
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined)
    throw unwritable(dirname(path), error)
  }
}

/** The text of a file in any encoding of Japanese, since spreadsheets write Shift_JIS; null when it is not there.
 * @throws YosanError when it is there and cannot be read */
export const readText = async (path: string): Promise<string | null> => {
  try {
    return decode({ name: path, bytes: await readFile(path) })
  } catch (error) {
    if (error instanceof YosanError) throw error
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    const reason = codeOf(error) === 'EISDIR' ? 'it is a folder' : reasonOf(error)
    throw new YosanError('unreadable_file', `Cannot read ${path}: ${reason}.`)
  }
}

const clear = async (folder: string, left: Earlier, files: ReadonlyMap<string, string>): Promise<void> => {
  const below = join(folder, left.folder)
  const names = await readdir(below).catch(() => null)
  if (!names) return
  const stale = names.filter((name) => left.isOne(name) && !files.has(`${left.folder}/${name.normalize('NFC')}`))
  for (const name of stale) await rm(join(below, name))
  if (stale.length > 0 && stale.length === names.length) await rmdir(below)
}

/** Makes a folder and those above it. Not mkdir's own `recursive`, which never ends where no folder can be made, as under
 * /proc. */
export const makeFolder = async (folder: string): Promise<void> => {
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

/** Whether a folder stands there. */
export const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  )

/** For reading what may not be there: any other trouble stays an error. */
export const nullWhenGone = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null
  throw error
}

/** The error for a folder that cannot be written to; an error that says enough already stays as it is. */
export const unwritable = (folder: string, error: unknown): Error =>
  error instanceof YosanError || codeOf(error) === null
    ? asError(error)
    : new YosanError('unwritable_output', `Cannot write to the folder ${folder}: ${reasonOf(error)}.`)

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error ? String(error.code) : null

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'it is on a read-only disk',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a file stands in its path',
  EISDIR: 'a folder has the name of a file',
  ENAMETOOLONG: 'the name of a file is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk space of your account is used up',
  EFBIG: 'a file would become larger than this system allows',
}

const reasonOf = (error: unknown): string => {
  const code = codeOf(error) ?? 'unknown error'
  return reasons[code] ?? code
}
