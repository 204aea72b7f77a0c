import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { YosanError } from '../errors.js'
import { makeFolder, nullWhenGone, unwritable } from '../files.js'
import { generator, partMark } from './page-shell.js'

/** How far into a page its mark stands at most. */
const headBytes = 4096

/** Makes sure of a place before the work for it begins.
 * @throws YosanError when a file that is no page of ours stands there */
export const claimPage = async (path: string): Promise<void> => {
  const isOurs = await isMarked(path, generator).catch((error: unknown) => {
    throw unwritable(dirname(path), error)
  })
  if (isOurs === false)
    throw new YosanError('unwritable_output', `${path} is there and no page of yosan: choose another place with --to.`)
}

/** Writes a page whole or not at all, piece by piece, so that no page is in memory. A file that is no page of ours is not
 * replaced.
 * @throws YosanError when it cannot be written */
export const writePage = async (path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> => {
  await claimPage(path)
  const half = join(dirname(path), `.${basename(path)}.${process.pid}.half`)
  try {
    await makeFolder(dirname(path))
    const file = await open(half, 'w')
    try {
      for await (const piece of pieces) await file.appendFile(piece)
    } finally {
      await file.close()
    }
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined)
    throw unwritable(dirname(path), error)
  }
}

/** Removes the pages of a folder that an earlier report wrote and this one did not.
 * @throws YosanError when one cannot be removed */
export const removeStalePages = async (folder: string, written: ReadonlySet<string>): Promise<void> => {
  try {
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      if (
        name.endsWith('.html') &&
        !written.has(name.normalize('NFC')) &&
        (await isMarked(path, partMark).catch(() => null))
      )
        await rm(path)
    }
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/** Whether a file is a page that we wrote, by its mark; null when nothing is there. */
const isMarked = async (path: string, mark: string): Promise<boolean | null> => {
  const file = await open(path, 'r').catch(nullWhenGone)
  if (file === null) return null
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.toString('utf8', 0, bytesRead).includes(mark)
  } catch {
    return false
  } finally {
    await file.close()
  }
}
