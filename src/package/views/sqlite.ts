import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database, Statement } from 'node-sqlite3-wasm'
import { YosanError } from '../../errors.js'
import type { PublishedTable } from '../../model/published-table.js'
import type { Row } from '../../model/row.js'
import type { View, Writer } from '../view.js'
import { createIndexes, createTable, createViews, insertRow } from './sqlite-schema.js'
import { whenInstalled } from './when-installed.js'

export const sqlite: View = {
  name: 'sqlite',
  help: 'NAME.sqlite: an SQLite database with keys, views and `columns_explained`.',
  open: async ({ folder, name }) => {
    const library = await whenInstalled(() => import('node-sqlite3-wasm'))
    if (!library) return null
    const path = join(folder, `${name}.sqlite`)
    await rm(path, { force: true })
    return telling(path, writer(new library.default.Database(path)))
  },
}

/** No journal: a file that is not finished is thrown away. Rows may refer to rows of tables to come. */
const begin = `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -32768; PRAGMA foreign_keys = OFF; BEGIN;
CREATE TABLE columns_explained ("table" TEXT NOT NULL, "column" TEXT NOT NULL, japanese TEXT NOT NULL, unit TEXT,
  type TEXT NOT NULL, description TEXT NOT NULL, PRIMARY KEY ("table", "column"));`

const writer = (database: Database): Writer => {
  database.exec(begin)
  const tables = new Set<string>()
  let insert: Statement | null = null
  return {
    write: async (table, rows) => {
      if (!tables.has(table.name)) {
        tables.add(table.name)
        insert?.finalize()
        createAll(database, table)
        insert = database.prepare(insertRow(table))
      }
      for (const row of rows) insert?.run(table.columns.map(({ name }) => sqlValue(row[name] ?? null)))
    },
    close: async () => {
      try {
        insert?.finalize()
        database.exec(`${createViews(tables)} COMMIT;`)
      } finally {
        database.close()
      }
    },
  }
}

/** The errors of the library have no code that tells what went wrong with the disk. */
const telling = (path: string, { write, close }: Writer): Writer => {
  const told = async (work: Promise<void>): Promise<void> => {
    try {
      await work
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'SQLite3Error') throw error
      const message = `Cannot write ${path} (${error.message}): free some space, or leave the form out with --views.`
      throw new YosanError('unwritable_output', message, { cause: error })
    }
  }
  const share = async (): Promise<void> => {
    await told(close())
    // The library makes a file that nobody else can read.
    await chmod(path, 0o666 & ~process.umask())
  }
  return { write: (table, rows) => told(write(table, rows)), close: share }
}

const createAll = (database: Database, table: PublishedTable): void => {
  database.exec(`${createTable(table)}; ${createIndexes(table.name)}`)
  for (const { name, japanese, unit, type, description } of table.columns)
    database.run('INSERT INTO columns_explained VALUES (?, ?, ?, ?, ?, ?)', [
      table.name,
      name,
      japanese,
      unit?.code ?? null,
      type,
      description,
    ])
}

/** The library ends a text at a NUL and writes a lone surrogate as no UTF-8: U+FFFD stands for both. */
const sqlValue = (value: Row[string]): Row[string] =>
  typeof value === 'string' ? value.replace(/[\0\p{Cs}]/gu, '\ufffd') : value
