import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sqlite3 from 'node-sqlite3-wasm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Row } from '../../../src/model/row.js'
import { parquet } from '../../../src/package/views/parquet.js'
import { sqlite } from '../../../src/package/views/sqlite.js'
import { sqlViews } from '../../../src/sql/views.js'
import { duckdb, queryDuckDB } from './duckdb.js'
import { type Filled, hostile, named, newFolder, real, seriesOf, writeView } from './tables.js'

type Answers = readonly Record<string, unknown>[]

const folders: string[] = []
let tables: readonly Filled[] = []
let file = ''

const written = async (filled: readonly Filled[]): Promise<string> => {
  const folder = await writeView(sqlite, filled)
  folders.push(folder)
  return join(folder, 'budget.sqlite')
}

const query = (path: string, sql: string): Answers => {
  const database = new sqlite3.Database(path, { readOnly: true })
  try {
    return database.all(sql).map((row) => ({ ...row }))
  } finally {
    database.close()
  }
}

beforeAll(async () => {
  const found = await real()
  tables = [...found, seriesOf(named(found, 'figures').rows)]
  file = await written(tables)
})

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

/** Booleans are 0 and 1; what is no UTF-8, and NULs, are U+FFFD. */
const held = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'string') return [name, value.replaceAll('\0', '\ufffd').replace(/\p{Cs}/gu, '\ufffd')]
      return [name, typeof value === 'boolean' ? Number(value) : value]
    }),
  )

describe('a database', () => {
  it('gives back the rows of real tables', () => {
    for (const { table, rows } of tables)
      expect(query(file, `SELECT * FROM ${table.name} ORDER BY rowid`)).toEqual(rows.map(held))
  })

  it('gives back hostile rows', async () => {
    const path = await written(hostile)
    for (const { table, rows } of hostile)
      expect(query(path, `SELECT * FROM ${table.name} ORDER BY rowid`)).toEqual(rows.map(held))
    expect(query(path, 'SELECT DISTINCT typeof(yen) AS type FROM figures ORDER BY type')).toEqual([
      { type: 'integer' },
      { type: 'null' },
    ])
  })

  it('is whole', async () => {
    for (const path of [file, await written(hostile)]) {
      expect(query(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      expect(query(path, 'PRAGMA foreign_key_check')).toEqual([])
    }
  })

  it('has types, keys and indexes', () => {
    const columns = new Map(query(file, 'PRAGMA table_info(figures)').map((column) => [column.name, column]))
    expect(columns.get('figure_id')).toMatchObject({ type: 'TEXT', notnull: 1, pk: 1 })
    expect(columns.get('yen')).toMatchObject({ type: 'INTEGER', notnull: 0 })
    expect(columns.get('fund')).toMatchObject({ type: 'INTEGER', notnull: 1 })
    expect(query(file, 'PRAGMA foreign_key_list(figures)')).toHaveLength(
      named(tables, 'figures').table.keys.foreign.length,
    )
    const indexes = query(file, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")
    expect(indexes.map(({ name }) => name)).toEqual([
      'figures_by_document_id',
      'figures_by_fiscal_year_stage',
      'figures_by_programme_row_id',
    ])
  })

  it('takes no boolean but 0 and 1', () => {
    const [schema] = query(file, "SELECT sql FROM sqlite_schema WHERE name = 'figures'")
    expect(schema?.sql).toContain('CHECK ("fund" IN (0, 1))')
  })

  it('explains its columns', () => {
    const all = tables.flatMap(({ table }) => table.columns)
    expect(query(file, 'SELECT * FROM columns_explained')).toHaveLength(all.length)
    expect(query(file, `SELECT * FROM columns_explained WHERE "table" = 'figures' AND "column" = 'yen'`)).toEqual([
      {
        table: 'figures',
        column: 'yen',
        japanese: '金額',
        unit: 'JPY',
        type: 'integer',
        description: expect.stringMatching(/yen/u),
      },
    ])
  })

  it('leaves nothing beside it', async () => {
    const folder = await newFolder()
    folders.push(folder)
    await writeView(sqlite, hostile, 1, folder)
    expect(await readdir(folder)).toEqual(['budget.sqlite'])
  })
})

describe('its views', () => {
  it('are there when their tables are', async () => {
    const names = (path: string) =>
      query(path, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name").map(({ name }) => name)
    expect(names(file)).toEqual(['growth', 'stages', 'supplements'])
    expect(names(await written(hostile))).toEqual([])
  })

  it.each(sqlViews)('$name can be asked', ({ name }) => {
    expect(query(file, `SELECT * FROM ${name}`)).not.toBeNull()
  })

  it.skipIf(!duckdb).each(sqlViews)('$name answers as in DuckDB', async ({ name, select }) => {
    const folder = await writeView(parquet, tables)
    folders.push(folder)
    const inDuckDB = await queryDuckDB([
      ...tables.map(
        ({ table }) =>
          `CREATE VIEW ${table.name} AS SELECT * FROM read_parquet('${join(folder, 'parquet', table.name)}.parquet')`,
      ),
      select,
    ])
    expect(sorted(inDuckDB)).toEqual(sorted(query(file, `SELECT * FROM ${name}`)))
  })
})

/** Rows as texts, in one order and with one kind of number and boolean. */
const sorted = (rows: Answers): string[] =>
  rows
    .map((row) =>
      JSON.stringify(row, (_, value) =>
        typeof value === 'bigint' || typeof value === 'boolean' ? Number(value) : value,
      ),
    )
    .sort()
