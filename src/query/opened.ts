import { YosanError } from '../errors.js'
import { sqlViews } from '../sql/views.js'
import { packageSources } from './data-package.js'
import { Database, type LoadDuckDB } from './duckdb.js'
import { outputSources } from './output-folder.js'
import { headOf, rowsOf } from './reader.js'
import { seriesName, seriesOf } from './series.js'
import type { Source } from './source.js'

/** A table or view that can be asked. */
export interface Asked {
  readonly name: string
  readonly kind: 'table' | 'view'
  /** One sentence for people. */
  readonly help: string
}

/** A folder as a database, which may read the files of its tables and nothing else. */
export interface Opened {
  readonly database: Database
  readonly asked: readonly Asked[]
}

/** Opens a data package or a folder that `extract` has written. `wantsSeries` says whether the series of its programmes are worth
 * their making.
 * @throws YosanError when the folder holds no tables or such as cannot be read, and when DuckDB is not installed */
export const openFolder = async (folder: string, wantsSeries: boolean, load: LoadDuckDB): Promise<Opened> => {
  const published = await packageSources(folder)
  const sources = published ?? (await outputSources(folder))
  if (sources.length === 0) throw new YosanError('missing_file', noTables(folder, published !== null))
  const makesSeries = wantsSeries && published === null && sources.some(({ name }) => name === 'figures')
  const database = await Database.open(load)
  try {
    const asked = [
      ...(await addSources(database, sources)),
      ...(makesSeries ? [await addSeries(database, folder)] : []),
    ]
    const views = await addViews(database, asked)
    await database.lock(sources.map(({ file }) => file))
    return { database, asked: [...asked, ...views] }
  } catch (error) {
    database.close()
    throw error
  }
}

const noTables = (folder: string, isPackage: boolean): string =>
  isPackage
    ? `The data package ${folder} has no CSV tables.`
    : `The folder ${folder} holds no data package and no tables: run yosan extract first, or name another folder.`

const addSources = async (database: Database, sources: readonly Source[]): Promise<Asked[]> => {
  for (const source of sources) {
    await checkHead(database, source)
    await database.createView(source.name, rowsOf(source), `Cannot read the table ${source.name}`)
  }
  return sources.map(({ name, help }) => ({ name, kind: 'table', help }))
}

/** DuckDB takes columns by their place, whatever the file calls them. */
const checkHead = async (database: Database, source: Source): Promise<void> => {
  const { name, file, columns, dialect } = source
  if (dialect?.header === false) return
  const { rows } = await database.ask(headOf(source), 1, `Cannot read ${file}`)
  const [head] = rows.flatMap((row) => Object.values(row))
  const wanted = columns.map((column) => column.name)
  const found = typeof head === 'string' ? (JSON.parse(head) as string[]) : null
  const isSame = dialect === null ? found === null || same(found.sort(), wanted.sort()) : same(found ?? [], wanted)
  if (!isSame)
    throw new YosanError('bad_value', `${file} has other columns than the table ${name} should: write it again.`)
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i])

const addSeries = async (database: Database, folder: string): Promise<Asked> => {
  const series = await seriesOf(folder)
  await database.createTable(series)
  return { name: seriesName, kind: 'table', help: series.help }
}

/** The views whose tables are all there, with the columns that they read: packages of others may call other things figures. A
 * table of the same name goes first. */
const addViews = async (database: Database, tables: readonly Asked[]): Promise<Asked[]> => {
  const names = new Set(tables.map(({ name }) => name.toLowerCase()))
  const views = sqlViews.filter(({ name, reads }) => !names.has(name) && reads.every((table) => names.has(table)))
  const made: Asked[] = []
  for (const { name, help, select } of views)
    if (await isMade(database.createView(name, select, `Cannot make the view ${name}`)))
      made.push({ name, kind: 'view', help })
  return made
}

const isMade = async (making: Promise<void>): Promise<boolean> => {
  try {
    await making
    return true
  } catch (error) {
    if (error instanceof YosanError) return false
    throw error
  }
}
