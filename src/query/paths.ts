import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { YosanError } from '../errors.js'
import { leadsOut } from '../way-out.js'

/** The real path of the first of some files that is there; null when none is. */
export const firstFile = async (folder: string, paths: readonly string[]): Promise<string | null> => {
  for (const path of paths) {
    const file = await fileAt(join(folder, path))
    if (file !== null) return file
  }
  return null
}

/** The real path of a file that a descriptor names, which anybody may have written: it must stand in the folder.
 * @throws YosanError when it does not */
export const fileInside = async (folder: string, path: string): Promise<string> => {
  const fault = (what: string) => new YosanError('bad_value', `The path '${path}' in ${folder} ${what}.`)
  if (path === '' || leadsOut(path)) throw fault('is none of a file below the folder, so it is not read')
  const root = await realpath(folder)
  const file = await fileAt(join(root, path))
  if (file === null) throw fault('leads to no file')
  const way = relative(root, file)
  if (way.split(sep)[0] === '..' || isAbsolute(way)) throw fault('leads out of the folder, so it is not read')
  return file
}

const fileAt = async (path: string): Promise<string | null> => {
  try {
    const file = await realpath(path)
    return (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}
