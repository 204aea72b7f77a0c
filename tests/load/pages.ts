import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load, type PageRange } from '../../src/load/index.js'
import type { Page, TextRun } from '../../src/model/page.js'

/** Runs `use` with the path of a file of these bytes, and removes it. */
export const withFile = async <T>(name: string, bytes: Uint8Array, use: (path: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'yosan-load-'))
  try {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const pagesOf = (name: string, bytes: Uint8Array, range: PageRange | null = null): Promise<Page[]> =>
  withFile(name, bytes, async (path) => {
    const pages: Page[] = []
    for await (const page of (await load({ path }, { pages: range })).pages) pages.push(page)
    return pages
  })

export const textOf = (run: TextRun): string => run.glyphs.map(({ text }) => text).join('')
