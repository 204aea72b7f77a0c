import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database, Statement } from 'node-sqlite3-wasm'
import type { PublishedTable } from '../../model/published-table.js'
import type { Row, View, Writer } from '../view.js'
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
    return writer(new library.default.Database(path))
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
      insert?.finalize()
      database.exec(`${createViews(tables)} COMMIT;`)
      database.close()
    },
  }
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
