import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { asyncBufferFromFile, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Row } from '../../../src/model/row.js'
import { parquet, rowsPerGroup } from '../../../src/package/views/parquet.js'
import { sqlViews } from '../../../src/sql/views.js'
import { toolVersion } from '../../../src/version.js'
import { duckdb, queryDuckDB } from './duckdb.js'
import { type Filled, hostile, named, real, seriesOf, writeView } from './tables.js'

const folders: string[] = []
let tables: readonly Filled[] = []
let folder = ''

const written = async (filled: readonly Filled[], batch = 1000): Promise<string> => {
  const made = await writeView(parquet, filled, batch)
  folders.push(made)
  return join(made, 'parquet')
}

beforeAll(async () => {
  const found = await real()
  tables = [...found, seriesOf(named(found, 'figures').rows)]
  folder = await written(tables)
})

afterAll(async () => {
  for (const made of folders) await rm(made, { recursive: true })
})

const fileOf = (table: string, below = folder): string => join(below, `${table}.parquet`)

const metadataOf = async (path: string): Promise<FileMetaData> => parquetMetadataAsync(await asyncBufferFromFile(path))

/** Safe integers come back as such. */
const plain = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  )

/** Lone surrogates are no UTF-8. */
const wellFormed = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value,
    ]),
  )

const rowsIn = async (path: string): Promise<Record<string, unknown>[]> =>
  (await parquetReadObjects({ file: await asyncBufferFromFile(path) })).map(plain)

const encodingsOf = (metadata: FileMetaData, column: string): readonly string[] =>
  metadata.row_groups.flatMap(({ columns }) =>
    columns.flatMap(({ meta_data }) => (meta_data?.path_in_schema[0] === column ? meta_data.encodings : [])),
  )

describe('a file', () => {
  it('gives back the rows of real tables', async () => {
    for (const { table, rows } of tables) expect(await rowsIn(fileOf(table.name))).toEqual(rows)
  })

  it('gives back hostile rows', async () => {
    const below = await written(hostile)
    for (const { table, rows } of hostile)
      expect(await rowsIn(fileOf(table.name, below))).toEqual(rows.map((row) => wellFormed(row)))
  })

  it('has typed columns, nullable where the table has them so', async () => {
    const { table } = named(tables, 'figures')
    const { schema } = await metadataOf(fileOf('figures'))
    expect(schema.slice(1).map(({ name }) => name)).toEqual(table.columns.map(({ name }) => name))
    expect(schema.slice(1).map(({ repetition_type }) => repetition_type)).toEqual(
      table.columns.map(({ isNullable }) => (isNullable ? 'OPTIONAL' : 'REQUIRED')),
    )
    const typeOf = (column: string) => schema.find(({ name }) => name === column)
    expect(typeOf('yen')).toMatchObject({ type: 'INT64' })
    expect(typeOf('fund')).toMatchObject({ type: 'BOOLEAN' })
    expect(typeOf('role')).toMatchObject({ type: 'BYTE_ARRAY', converted_type: 'UTF8' })
  })

  it('says who made it and what its columns are', async () => {
    const { created_by, key_value_metadata } = await metadataOf(fileOf('figures'))
    expect(created_by).toBe(`yosan version ${toolVersion}`)
    const [pair] = key_value_metadata ?? []
    expect(pair?.key).toBe('yosan.columns')
    expect(JSON.parse(pair?.value ?? '')).toContainEqual(
      expect.objectContaining({ name: 'yen', japanese: '金額', unit: 'JPY' }),
    )
  })

  it('has a dictionary of texts that come again and again', async () => {
    const figures = named(hostile, 'figures')
    const rows = Array.from({ length: 3000 }, (_, i) => ({ ...figures.rows[i % 2], figure_id: `f-${i}`, note: `${i}` }))
    const metadata = await metadataOf(fileOf('figures', await written([{ ...figures, rows }])))
    for (const column of ['role', 'stage', 'document_id', 'programme', 'yen'])
      expect(encodingsOf(metadata, column)).toContain('RLE_DICTIONARY')
    for (const column of ['figure_id', 'note']) expect(encodingsOf(metadata, column)).not.toContain('RLE_DICTIONARY')
  })

  it('has row groups of one size, however the rows come', async () => {
    const series = seriesOf([])
    const row = {
      series: 's',
      programme: 'p',
      fiscal_year: 2026,
      stage: 'draft',
      yen: 1,
      document_id: 'd',
      needs_review: false,
    }
    const rows = Array.from({ length: 2 * rowsPerGroup + 1 }, (_, i) => ({ ...row, figure_id: `f-${i}` }))
    const { row_groups } = await metadataOf(fileOf('programmes_series', await written([{ ...series, rows }], 1999)))
    expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([rowsPerGroup, rowsPerGroup, 1])
  })

  it('has its schema also with no rows', async () => {
    const { table } = named(hostile, 'issues')
    const { schema, num_rows } = await metadataOf(fileOf('issues', await written(hostile)))
    expect(num_rows).toBe(0n)
    expect(schema).toHaveLength(table.columns.length + 1)
  })
})

describe.skipIf(!duckdb)('in DuckDB', () => {
  const everyTable = () =>
    tables.map(({ table }) => `CREATE VIEW ${table.name} AS SELECT * FROM read_parquet('${fileOf(table.name)}')`)

  it('has the rows', async () => {
    for (const { table, rows } of tables) {
      const found = await queryDuckDB([`SELECT * FROM read_parquet('${fileOf(table.name)}')`])
      expect(found.map(plain)).toEqual(rows)
    }
  })

  it('has hostile rows and empty tables', async () => {
    const below = await written(hostile)
    for (const { table, rows } of hostile) {
      const found = await queryDuckDB([`SELECT * FROM read_parquet('${fileOf(table.name, below)}')`])
      expect(found.map(plain)).toEqual(rows.map((row) => wellFormed(row)))
    }
  })

  it('has typed columns', async () => {
    const found = await queryDuckDB([`DESCRIBE SELECT * FROM read_parquet('${fileOf('figures')}')`])
    const types = new Map(found.map(({ column_name, column_type }) => [column_name, column_type]))
    expect([types.get('yen'), types.get('fund'), types.get('role')]).toEqual(['BIGINT', 'BOOLEAN', 'VARCHAR'])
  })

  it.each(sqlViews)('runs the view $name', async ({ select }) => {
    expect(await queryDuckDB([...everyTable(), select])).not.toBeNull()
  })
})
