import { assemble } from './assemble/index.js'
import { correct } from './corrections/index.js'
import { layout } from './layout/index.js'
import { load } from './load/index.js'
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
 * name in a data set yet, so its ids begin with `unnamed`; the corrections are those of this document.
 * @throws YosanError for an input that cannot be used */
export function extractDocument(path: string, options: Omit<ExtractOptions, 'stopAfter'>): Promise<Dataset>
export function extractDocument(path: string, options: ExtractOptions): Promise<Dataset | RoomOutput>
export async function extractDocument(
  path: string,
  { pages: range, corrections = [], stopAfter }: ExtractOptions,
): Promise<Dataset | RoomOutput> {
  const { source, pages } = await load({ path }, { pages: range })
  const seen: unknown[] = []
  const parsed: ParsedPage[] = []
  const at = <T>(room: Room, value: T): T => {
    if (stopAfter === room) seen.push(value)
    return value
  }
  for await (const page of pages) {
    at('load', page)
    if (stopAfter === 'load') continue
    const blocks = at('layout', layout(page))
    if (stopAfter === 'layout') continue
    const clean = at('normalise', normalise(blocks))
    if (stopAfter === 'normalise') continue
    const tokens = at('tokenize', await tokenize(clean))
    if (stopAfter === 'tokenize') continue
    parsed.push(at('parse', { ...clean, texts: parse(tokens) }))
  }
  if (seen.length > 0) return { room: seen }
  const assembly = assemble(parsed)
  if (stopAfter === 'assemble') return { room: assembly }
  const corrected = correct(assembly, corrections, { sha256: source.sha256, pages: range })
  const dataset = validate(corrected, {
    documentId: unnamed,
    source,
    pagesRead: parsed.length,
    unreadable: unreadablePages(parsed),
    toolVersion,
    rulesVersion,
  })
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
