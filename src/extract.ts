import { assemble } from './assemble/index.js'
import { YosanError } from './errors.js'
import { layout } from './layout/index.js'
import { load } from './load/index.js'
import type { Dataset } from './model/dataset.js'
import type { ParsedPage } from './model/finding.js'
import { normalise } from './normalise/index.js'
import type { Extraction, ExtractOptions, Failure, Room } from './options.js'
import { parse } from './parse/index.js'
import { tokenize } from './tokenize/index.js'
import { validate } from './validate/index.js'
import { rulesVersion, toolVersion } from './version.js'

/** Goes with each document through the rooms, one after another, and joins their rows into one data set. The order of the
 * inputs does not matter. */
export const extract = async (inputs: readonly string[], options: ExtractOptions): Promise<Extraction> => {
  const names = identify(inputs)
  const results: { id: string; result: Dataset | { room: unknown } }[] = []
  const failures: Failure[] = []
  for (const { path, id } of names) {
    try {
      results.push({ id, result: await extractOne(path, id, options) })
    } catch (error) {
      if (!(error instanceof YosanError)) throw error
      failures.push({ input: path, message: error.message, code: error.code })
    }
  }
  const sorted = results.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ result }) => result)
  const rooms = options.stopAfter ? { rooms: sorted.flatMap((result) => ('room' in result ? [result.room] : [])) } : {}
  return { dataset: joinDatasets(sorted.flatMap((result) => ('room' in result ? [] : [result]))), failures, ...rooms }
}

/** The corridor: one document, page by page as far as a page can go alone, then as a whole. */
const extractOne = async (
  path: string,
  documentId: string,
  { pages: range, stopAfter }: ExtractOptions,
): Promise<Dataset | { room: unknown }> => {
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
  const dataset = validate(assembly, {
    documentId,
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

/** Ids from file names; equal names in several folders are told apart by the folder. */
const identify = (inputs: readonly string[]): { path: string; id: string }[] => {
  const named = [...new Set(inputs)].map((path) => ({
    path,
    parts: path.split(/[\\/]/u).filter((part) => part !== '' && part !== '.'),
  }))
  const idOf = (parts: readonly string[], depth: number): string => parts.slice(-depth).map(slug).join('-')
  return named.map(({ path, parts }) => {
    let depth = 1
    while (
      depth < parts.length &&
      named.some((other) => other.path !== path && idOf(other.parts, depth) === idOf(parts, depth))
    )
      depth++
    return { path, id: idOf(parts, depth) }
  })
}

const slug = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\.(?:pdf|markdown)$/iu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .toLowerCase() || 'document'

const joinDatasets = (datasets: readonly Dataset[]): Dataset => ({
  figures: datasets.flatMap(({ figures }) => figures),
  programmes: datasets.flatMap(({ programmes }) => programmes),
  documents: datasets.flatMap(({ documents }) => documents),
  issues: datasets.flatMap(({ issues }) => issues),
  grids: datasets.flatMap(({ grids }) => grids),
})
