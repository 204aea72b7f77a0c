import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const built = join(import.meta.dirname, '..', '..', 'dist', 'report')
if (!existsSync(join(built, 'client.js')))
  throw new Error('These tests need dist/, whose script stands in every page: npm run build')

/** As built: pages are drawn by processes of their own. */
export const { writeReport }: typeof import('../../src/report/index.js') = await import(
  pathToFileURL(join(built, 'index.js')).href
)

export const sheets: typeof import('../../src/report/sheets.js') = await import(
  pathToFileURL(join(built, 'sheets.js')).href
)
