import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { inOrder } from '../corrections/order.js'
import type { Correction } from '../model/correction.js'
import type { DocumentKind, PageRange } from '../options.js'
import { rulesVersion, toolVersion } from '../version.js'

/** What decides over a result beside the bytes of the document: the versions of the tool and of its rules, its very code, the
 * engine, the dictionary and Node.js, so that a result of other rules is never taken for one of these. */
export const programId = (): string => {
  const root = join(import.meta.dirname, '..')
  const hash = createHash('sha256').update(process.version)
  for (const name of ['pdfjs-dist', 'kuromoji']) hash.update(readFileSync(require.resolve(`${name}/package.json`)))
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => extname(file) === '.js')
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return `${toolVersion}+${rulesVersion}+${hash.digest('hex').slice(0, 16)}`
}

const require = createRequire(import.meta.url)

interface ResultOf {
  readonly program: string
  readonly sha256: string
  /** Of the document's file: text and Markdown of the same bytes are read in different ways. */
  readonly path: string
  readonly pages: PageRange | null
  readonly as: DocumentKind | null
  /** Those of the document. */
  readonly corrections: readonly Correction[]
}

/** The name under which the result of a document is kept: equal keys, equal results. */
export const resultKey = ({ program, sha256, path, pages, as, corrections }: ResultOf): string => {
  const corrected = corrections.length === 0 ? [] : [inOrder(corrections)]
  const parts = [program, sha256, extname(path).toLowerCase(), pages?.from ?? 0, pages?.to ?? 0, as ?? '', ...corrected]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
