import { drawPages } from '../draw/index.js'
import { type ErrorCode, YosanError } from '../errors.js'
import { readText } from '../files.js'
import type { DocumentRow } from '../model/document.js'
import { type Sheet, sheetLines } from './review-data.js'
import type { DocumentRows } from './to-review-data.js'

export interface Drawing {
  readonly workers: number
  readonly signal: AbortSignal
}

/** Bounds on one page of a hostile document. */
const limits = { seconds: 60, mebibytes: 2048 }

/** A document with what its sheets are made of. */
export interface Source extends Pick<DocumentRows, 'document' | 'figures' | 'issues'> {
  /** Its file; null where it was not found. */
  readonly path: string | null
  /** Of a text file, as `linesOf` gives them. */
  readonly lines: readonly string[] | null
}

/** How many sheets a document makes: its pages, or its lines in portions as far as anything tells of them. One at least, so that
 * there is a place to say what is wrong. */
export const countSheets = ({ document, figures, issues, lines }: Source): number => {
  if (document.text_source !== 'text') return Math.max(1, document.page_count ?? 0)
  if (lines !== null) return portionOf(lines.length)
  return [...figures, ...issues].reduce((count, { line }) => Math.max(count, portionOf(line ?? 1)), 1)
}

const portionOf = (line: number): number => Math.ceil(line / sheetLines)

/** The lines of a text file, counted as `figures` count them; null for documents that have pages, and without the file. */
export const linesOf = async (document: DocumentRow, path: string | null): Promise<readonly string[] | null> => {
  if (document.text_source !== 'text' || path === null) return null
  return (await readText(path))?.split(/\r\n|[\n\r]/u) ?? null
}

/** The sheets of a document in their order, as many as `countSheets` says. Pictures come one at a time and are not kept. */
export async function* sheetsOf(source: Source, drawing: Drawing): AsyncGenerator<Sheet> {
  const { document, path, lines } = source
  if (lines !== null) yield* portionsOf(lines)
  else if (path !== null && document.page_count !== null && document.text_source !== 'text')
    yield* drawnPages(path, countSheets(source), drawing)
  else for (let i = countSheets(source); i > 0; i--) yield { kind: 'missing', reason: reasonOf(document) }
}

/** What holds for all documents. */
const ending: ReadonlySet<ErrorCode> = new Set(['broken_installation', 'interrupted'])

async function* drawnPages(path: string, count: number, drawing: Drawing): AsyncGenerator<Sheet> {
  const pages = Array.from({ length: count }, (_, i) => i + 1)
  let done = 0
  try {
    for await (const drawn of drawPages(path, { pages, limits, ...drawing })) {
      done++
      yield 'reason' in drawn
        ? { kind: 'missing', reason: `${undrawn}（${drawn.reason}）` }
        : { kind: 'picture', width: drawn.width, height: drawn.height, source: addressOf(drawn) }
    }
  } catch (error) {
    if (!(error instanceof YosanError) || ending.has(error.code)) throw error
    // One document that cannot be drawn does not keep the others from their pages.
    for (; done < pages.length; done++) yield { kind: 'missing', reason: `${undrawn}（${error.message}）` }
  }
}

const undrawn = 'このページは描けませんでした。'

function* portionsOf(lines: readonly string[]): Generator<Sheet> {
  for (let i = 0; i < lines.length; i += sheetLines) yield { kind: 'lines', lines: lines.slice(i, i + sheetLines) }
}

const reasonOf = ({ status, file_name }: DocumentRow): string =>
  status === 'failed'
    ? `この文書（${file_name}）は読めませんでした。`
    : `元の文書（${file_name}）が見つかりません。文書のあるフォルダーを指定して、もう一度 yosan report を実行してください。`

const addressOf = ({ type, bytes }: { readonly type: string; readonly bytes: Uint8Array }): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
