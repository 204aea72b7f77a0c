import { assemble } from './assemble/index.js'
import { book as newBook, type Settled } from './book/index.js'
import { layout } from './layout/index.js'
import { load } from './load/index.js'
import type { Layout } from './model/block.js'
import type { Dataset } from './model/dataset.js'
import { unnamed } from './model/document-name.js'
import type { ParsedPage } from './model/finding.js'
import { normalise } from './normalise/index.js'
import type { ExtractOptions, Room } from './options.js'
import { parse } from './parse/index.js'
import { tokenize } from './tokenize/index.js'
import { validate } from './validate/index.js'
import { rulesVersion, toolVersion } from './version.js'

/** What the room that was asked for makes of a document. */
export interface RoomOutput {
  readonly room: unknown
}

/** The corridor: one document goes through the rooms, page by page as far as a page can go alone, then as a whole. It has no
 * name in a data set yet, so its ids begin with `unnamed`. Pages of a budget book go no further than the book.
 * @throws YosanError for an input that cannot be used */
export function extractDocument(path: string, options: Omit<ExtractOptions, 'stopAfter'>): Promise<Dataset>
export function extractDocument(path: string, options: ExtractOptions): Promise<Dataset | RoomOutput>
export async function extractDocument(
  path: string,
  { pages: range, as = null, stopAfter }: ExtractOptions,
): Promise<Dataset | RoomOutput> {
  const { source, pages } = await load({ path }, { pages: range })
  const seen: unknown[] = []
  const at = <T>(room: Room, value: T): T => {
    if (stopAfter === room) seen.push(value)
    return value
  }
  const onward = async (laid: Layout): Promise<ParsedPage | null> => {
    const clean = at('normalise', normalise(laid))
    if (stopAfter === 'normalise') return null
    const tokens = at('tokenize', await tokenize(clean))
    return stopAfter === 'tokenize' ? null : at('parse', { ...clean, texts: parse(tokens) })
  }
  const book = newBook()
  const isBook = (): boolean => as === 'budget-book' || book.isSure
  const waiting = new Map<number, Layout>()
  const parsed: ParsedPage[] = []
  const ofBook = new Set<number>()
  const settle = async (settled: readonly Settled[]): Promise<void> => {
    for (const { page, isBook: isOwn } of settled) {
      const laid = waiting.get(page)
      waiting.delete(page)
      if (isOwn) ofBook.add(page)
      const done = laid && !(isOwn && isBook()) ? await onward(laid) : null
      if (done) parsed.push(done)
    }
  }
  let pagesRead = 0
  for await (const page of pages) {
    at('load', page)
    if (stopAfter === 'load') continue
    const laid = at('layout', layout(page))
    if (stopAfter === 'layout') continue
    pagesRead += 1
    waiting.set(page.number, laid)
    await settle(book.read(page, laid))
  }
  await settle(book.end())
  if (stopAfter === 'book') return { room: book.reading }
  if (seen.length > 0) return { room: seen }
  const assembly = assemble(isBook() ? parsed.filter(({ page }) => !ofBook.has(page)) : parsed)
  if (stopAfter === 'assemble') return { room: assembly }
  const rest = validate(assembly, {
    documentId: unnamed,
    source,
    pagesRead,
    unreadable: unreadablePages(parsed),
    toolVersion,
    rulesVersion,
  })
  const dataset = isBook() && book.reading.entries.length > 0 ? book.join(rest) : rest
  return stopAfter === 'validate' ? { room: dataset } : dataset
}

const lost: ReadonlySet<string> = new Set([
  'page_without_text_layer',
  'page_unreadable_font',
  'page_failed',
  'page_too_dense',
])

const unreadablePages = (pages: readonly ParsedPage[]): number[] =>
  pages.filter(({ issues }) => issues.some(({ rule }) => lost.has(rule))).map(({ page }) => page)
