import { identifier } from '../sql/text.js'
import { sqlViews } from '../sql/views.js'
import type { Answer, AnswerColumn } from './answer.js'
import { type LoadDuckDB, loadDuckDB } from './duckdb.js'
import { type Asked, openFolder } from './opened.js'
import { seriesName } from './series.js'

export type { Answer, AnswerColumn } from './answer.js'

export interface AskOptions {
  /** How many rows of the answer are kept. Left out, all. */
  readonly limit?: number
  readonly load?: LoadDuckDB
}

/** Asks a data package, or a folder that `extract` has written, with one SELECT of DuckDB.
 * @throws YosanError when DuckDB is not installed, the folder holds no tables, or the SQL cannot be answered */
export const ask = async (
  folder: string,
  sql: string,
  { limit = Number.POSITIVE_INFINITY, load = loadDuckDB }: AskOptions = {},
): Promise<Answer> => {
  const { database } = await openFolder(folder, mentionsSeries(sql), load)
  try {
    return await database.ask(sql, limit)
  } finally {
    database.close()
  }
}

/** A table or view that can be asked, with what is in it. */
export interface Listed extends Asked {
  readonly rows: number
  readonly columns: readonly AnswerColumn[]
}

/** The tables and views of a folder that can be asked.
 * @throws YosanError as `ask` */
export const listTables = async (
  folder: string,
  { load = loadDuckDB }: AskOptions = {},
): Promise<readonly Listed[]> => {
  const { database, asked } = await openFolder(folder, true, load)
  try {
    const listed: Listed[] = []
    for (const one of asked) {
      const { columns, count } = await database.ask(`FROM ${identifier(one.name)}`, 0, `Cannot read ${one.name}`)
      listed.push({ ...one, rows: count, columns })
    }
    return listed
  } finally {
    database.close()
  }
}

/** Whether an SQL may read the series of programmes, or list the tables. Making them takes a while. */
const mentionsSeries = (sql: string): boolean => {
  const views = sqlViews.filter(({ reads }) => reads.includes(seriesName)).map(({ name }) => name)
  const words = [seriesName, ...views, 'show', 'query', 'information_schema', 'duckdb_', 'pragma']
  return words.some((word) => sql.toLowerCase().includes(word))
}
