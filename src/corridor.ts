import { assemble } from './assemble/index.js'
import { book as newBook, type Settled } from './book/index.js'
import { correct } from './corrections/index.js'
import { layout } from './layout/index.js'
import { load } from './load/index.js'
import type { Layout } from './model/block.js'
import type { Dataset } from './model/dataset.js'
import { unnamed } from './model/document-name.js'
import type { ParsedPage } from './model/finding.js'
import type { Page } from './model/page.js'
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
 * name in a data set yet, so its ids begin with `unnamed`; the corrections are those of this document. Pages of a budget book
 * go no further than the book.
 * @throws YosanError for an input that cannot be used */
export function extractDocument(path: string, options: Omit<ExtractOptions, 'stopAfter'>): Promise<Dataset>
export function extractDocument(path: string, options: ExtractOptions): Promise<Dataset | RoomOutput>
export async function extractDocument(path: string, options: ExtractOptions): Promise<Dataset | RoomOutput> {
  const { source, pages } = await load({ path }, { pages: options.pages })
  const walk = new Walk(options)
  for await (const page of pages) await walk.read(page)
  await walk.end()
  return walk.outcome(source)
}

type Source = Awaited<ReturnType<typeof load>>['source']

/** One document on its way down the corridor. */
class Walk {
  private readonly book = newBook()
  /** What the room that was asked for made. */
  private readonly seen: unknown[] = []
  /** Pages of which the book does not say yet whether they are its own. */
  private readonly waiting = new Map<number, Layout>()
  private readonly parsed: ParsedPage[] = []
  private readonly ofBook = new Set<number>()
  private pagesRead = 0

  constructor(private readonly options: ExtractOptions) {}

  async read(page: Page): Promise<void> {
    this.at('load', page)
    if (this.options.stopAfter === 'load') return
    const laid = this.at('layout', layout(page))
    if (this.options.stopAfter === 'layout') return
    this.pagesRead += 1
    this.waiting.set(page.number, laid)
    await this.settle(this.book.read(page, laid))
  }

  async end(): Promise<void> {
    await this.settle(this.book.end())
  }

  outcome(source: Source): Dataset | RoomOutput {
    const { book, seen } = this
    const { stopAfter, corrections = [], pages } = this.options
    if (stopAfter === 'book') return { room: book.reading }
    if (seen.length > 0) return { room: seen }
    const assembly = assemble(this.isBook ? this.parsed.filter(({ page }) => !this.ofBook.has(page)) : this.parsed)
    if (stopAfter === 'assemble') return { room: assembly }
    const isJoined = this.isBook && book.hasRows
    const ofBook = isJoined && corrections.length > 0 ? book.printed : []
    const corrected = correct(assembly, corrections, { sha256: source.sha256, pages }, ofBook)
    const rest = this.validated(corrected.assembly, source)
    const dataset = isJoined ? book.join(rest, corrected.revise) : rest
    return stopAfter === 'validate' ? { room: dataset } : dataset
  }

  private get isBook(): boolean {
    return this.options.as === 'budget-book' || this.book.isSure
  }

  private validated(assembly: ReturnType<typeof assemble>, source: Source): Dataset {
    return validate(assembly, {
      documentId: unnamed,
      source,
      pagesRead: this.pagesRead,
      unreadable: unreadablePages(this.parsed),
      toolVersion,
      rulesVersion,
    })
  }

  /** Pages that are not of a book go on. */
  private async settle(settled: readonly Settled[]): Promise<void> {
    for (const { page, isBook } of settled) {
      const laid = this.waiting.get(page)
      this.waiting.delete(page)
      if (isBook) this.ofBook.add(page)
      if (isBook && laid) this.book.keep(normalise(laid))
      const done = laid && !(isBook && this.isBook) ? await this.onward(laid) : null
      if (done) this.parsed.push(done)
    }
  }

  private async onward(laid: Layout): Promise<ParsedPage | null> {
    const clean = this.at('normalise', normalise(laid))
    if (this.options.stopAfter === 'normalise') return null
    const tokens = this.at('tokenize', await tokenize(clean))
    return this.options.stopAfter === 'tokenize' ? null : this.at('parse', { ...clean, texts: parse(tokens) })
  }

  private at<T>(room: Room, value: T): T {
    if (this.options.stopAfter === room) this.seen.push(value)
    return value
  }
}

const lost: ReadonlySet<string> = new Set([
  'page_without_text_layer',
  'page_unreadable_font',
  'page_failed',
  'page_too_dense',
])

const unreadablePages = (pages: readonly ParsedPage[]): number[] =>
  pages.filter(({ issues }) => issues.some(({ rule }) => lost.has(rule))).map(({ page }) => page)
