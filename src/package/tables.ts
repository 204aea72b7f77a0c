import { byDocument } from '../by-document.js'
import type { Correction } from '../model/correction.js'
import { correctionsTable, toCorrectionRow } from '../model/corrections-table.js'
import { type Dataset, type TableName, tableNames } from '../model/dataset.js'
import { type PublishedTable, publishedTable } from '../model/published-table.js'
import type { Row } from '../model/row.js'
import type { ViewName } from '../options.js'
import { streamRows } from '../row-stream.js'
import type { Alias } from '../series/aliases.js'
import { openCanonical } from './canonical.js'
import { TraceFinder } from './corrections.js'
import { addDigest, type Digest } from './digests.js'
import { FactFinder, type Facts } from './facts.js'
import { SeriesMaker } from './series.js'
import type { Setting, View, Writer } from './view.js'

/** How many rows are written at a time. */
const many = 2_000

export interface TableOptions {
  readonly aliases: readonly Alias[]
  /** What people decided about figures of the data set; no table without any. */
  readonly corrections: readonly Correction[]
  /** Forms that are made beside the canonical one. */
  readonly views: readonly ViewName[]
}

export interface Progress {
  readonly signal: AbortSignal
  /** Told of each table that is written. */
  readonly onTable: (name: string, rows: number) => void
}

interface Scratch {
  /** A folder for files that are no part of the package; it need not exist. */
  readonly scratch: string
}

/** What was written. */
export interface Written {
  readonly tables: readonly { readonly table: PublishedTable; readonly rows: number }[]
  readonly facts: Facts
  /** Digest of the figures of each document. */
  readonly digests: ReadonlyMap<string, Digest>
  /** Views that were written, and those that lack their library. */
  readonly forms: readonly View[]
  readonly left: readonly ViewName[]
}

/** Writes the tables of a data set, and those that are made of them, in the canonical form and in all views, in one go. */
export const writeTables = async (
  output: string,
  { scratch, ...setting }: Setting & Scratch,
  { aliases, corrections, views }: TableOptions,
  { signal, onTable }: Progress,
): Promise<Written> => {
  const opened = await openViews(views, setting)
  const writers = [openCanonical(setting.folder), ...opened.map(({ writer }) => writer)]
  const tables: { table: PublishedTable; rows: number }[] = []
  const write = async (table: PublishedTable, batches: AsyncIterable<readonly Row[]>): Promise<void> => {
    let rows = 0
    await writeTo(writers, table, [])
    for await (const batch of batches) {
      signal.throwIfAborted()
      await writeTo(writers, table, batch)
      rows += batch.length
    }
    tables.push({ table, rows })
    onTable(table.name, rows)
  }
  try {
    const keeper = new Keeper(new SeriesMaker(scratch, aliases))
    for (const name of tableNames) await write(publishedTable(name), keeper.keep(name, output))
    keeper.traces.compare(corrections)
    if (corrections.length > 0) await write(correctionsTable, gather(once(corrections.map(toCorrectionRow))))
    for (const made of ['series', 'wide'] as const) {
      const { table, rows } = keeper.series[made]()
      await write(table, gather(rows))
    }
    for (const { close } of writers) await close()
    const forms = opened.map(({ view }) => view)
    const left = views.filter((name) => !forms.some((form) => form.name === name))
    return { tables, facts: keeper.facts.facts(keeper.series.ambiguous), digests: keeper.digests, forms, left }
  } catch (error) {
    for (const { close } of writers) await close().catch(() => undefined)
    throw error
  }
}

const openViews = async (names: readonly ViewName[], setting: Setting) => {
  // The libraries that they need are large, and wanted by nobody else.
  const { views } = await import('./views/index.js')
  const opened: { readonly view: View; readonly writer: Writer }[] = []
  for (const view of views.filter(({ name }) => names.includes(name))) {
    const writer = await view.open(setting)
    if (writer) opened.push({ view, writer })
  }
  return opened
}

const writeTo = async (writers: readonly Writer[], table: PublishedTable, rows: readonly Row[]): Promise<void> => {
  for (const writer of writers) await writer.write(table, rows)
}

/** Reads the rows of tables and keeps what is told of them all at the end. */
class Keeper {
  constructor(readonly series: SeriesMaker) {}

  readonly digests = new Map<string, Digest>()
  readonly facts = new FactFinder()
  readonly traces = new TraceFinder()

  async *keep(name: TableName, output: string): AsyncGenerator<readonly Row[]> {
    if (name === 'figures') {
      for await (const { document, rows } of byDocument(streamRows(output, name))) {
        await this.series.add(rows)
        addDigest(this.digests, { document, rows })
        yield* this.noted(name, cut(rows))
      }
    } else yield* this.noted(name, streamRows(output, name))
  }

  private async *noted<Name extends TableName>(
    name: Name,
    batches: AsyncIterable<Dataset[Name]>,
  ): AsyncGenerator<Dataset[Name]> {
    for await (const batch of batches) {
      this.facts.add(name, batch)
      this.traces.add(name, batch)
      yield batch
    }
  }
}

async function* once<Item>(item: Item): AsyncGenerator<Item> {
  yield item
}

/** Rows that come few at a time, in larger batches. */
async function* gather<Item>(batches: AsyncIterable<readonly Item[]>): AsyncGenerator<readonly Item[]> {
  let rows: Item[] = []
  for await (const batch of batches) {
    rows.push(...batch)
    if (rows.length < many) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

async function* cut<Item>(rows: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let i = 0; i < rows.length; i += many) yield rows.slice(i, i + many)
}
