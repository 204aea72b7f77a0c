import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { hashFiles } from '../file-hash.js'
import type { StoredFile } from './descriptor.js'

/** The files below a folder in the order of their paths, with what proves that they are whole. */
export const inventoryOf = async (folder: string): Promise<readonly StoredFile[]> => {
  const paths = await pathsIn(folder)
  const files: StoredFile[] = []
  for (const path of paths) files.push(await measure(folder, path))
  return files
}

/** Paths with `/`, sorted by code units, which no locale changes. */
export const pathsIn = async (folder: string, below = ''): Promise<readonly string[]> => {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  const paths = await Promise.all(
    entries.map((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      return entry.isDirectory() ? pathsIn(folder, path) : [path]
    }),
  )
  return paths.flat().sort()
}

const measure = async (folder: string, path: string): Promise<StoredFile> => {
  const { digits, bytes } = await hashFiles([join(folder, path)], 'sha256')
  return { path, bytes, hash: `sha256:${digits}` }
}
