import { type Dataset, type TableName, tableNames } from '../model/dataset.js'
import { type PublishedTable, publishedTable } from '../model/published-table.js'
import { streamRows } from '../row-stream.js'
import type { Alias } from '../series/aliases.js'
import { byDocument } from './by-document.js'
import { openCanonical } from './canonical.js'
import { addDigest, type Digest } from './digests.js'
import { FactFinder, type Facts } from './facts.js'
import { SeriesMaker } from './series.js'
import type { Row, Setting, View, Writer } from './view.js'

/** How many rows are written at a time. */
const many = 2_000

export interface TableOptions {
  readonly aliases: readonly Alias[]
  readonly views: readonly View[]
}

export interface Progress {
  readonly signal: AbortSignal
  /** Told of each table that is written. */
  readonly onTable: (name: string, rows: number) => void
}

/** What was written. */
export interface Written {
  readonly tables: readonly { readonly table: PublishedTable; readonly rows: number }[]
  readonly facts: Facts
  /** Digest of the figures of each document. */
  readonly digests: ReadonlyMap<string, Digest>
  /** Views that were written, and those that lack their library. */
  readonly forms: readonly View[]
  readonly left: readonly View[]
}

/** Writes the tables of a data set, and those that are made of them, in the canonical form and in all views, in one go. */
export const writeTables = async (
  output: string,
  setting: Setting,
  { aliases, views }: TableOptions,
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
    const keeper = new Keeper()
    for (const name of tableNames) await write(publishedTable(name), keeper.keep(name, output))
    for (const { table, rows } of keeper.series.tables(aliases)) await write(table, cut(rows))
    const forms = opened.map(({ view }) => view)
    const left = views.filter((view) => !forms.includes(view))
    return { tables, facts: keeper.facts.facts(), digests: keeper.digests, forms, left }
  } finally {
    for (const { close } of writers) await close()
  }
}

const openViews = async (views: readonly View[], setting: Setting) => {
  const opened: { readonly view: View; readonly writer: Writer }[] = []
  for (const view of views) {
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
  readonly series = new SeriesMaker()
  readonly digests = new Map<string, Digest>()
  readonly facts = new FactFinder()

  async *keep(name: TableName, output: string): AsyncGenerator<readonly Row[]> {
    if (name === 'figures') {
      for await (const { document, rows } of byDocument(streamRows(output, name))) {
        this.series.add(rows)
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
      yield batch
    }
  }
}

async function* cut<Item>(rows: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let i = 0; i < rows.length; i += many) yield rows.slice(i, i + many)
}
