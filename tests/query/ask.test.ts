import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/model/dataset.js'
import { ask, listTables } from '../../src/query/index.js'
import { seriesTable, toSeriesRow } from '../../src/series/series-table.js'
import { trendColumns, trendOf } from '../../src/series/trend.js'
import { csvOf, editions, type Files, folderOf, outputOf, packageOf, resource } from './folders.js'
import { isInstalled } from './installed.js'

/** The answer as plain rows of values. */
const rowsOf = async (folder: string, sql: string) => (await ask(folder, sql)).rows.map((row) => Object.values(row))

describe.skipIf(!isInstalled)('a folder that extract has written', () => {
  let dataset: Dataset
  let csv: Files
  let folders: Readonly<Record<'csv' | 'json' | 'data' | 'package', string>>

  beforeAll(async () => {
    dataset = await editions()
    csv = await outputOf(dataset, '.csv')
    const below = Object.fromEntries(Object.entries(csv).map(([path, text]) => [`data/${path}`, text]))
    folders = {
      csv: await folderOf(csv),
      json: await folderOf(await outputOf(dataset, '.json')),
      data: await folderOf(below),
      package: await packageOf(await resourcesLike(await folderOf(csv)), {
        ...below,
        'data/programmes_series.csv': seriesCsv(),
      }),
    }
  })

  /** What a package says of these tables. */
  const resourcesLike = async (folder: string) => {
    const types: Readonly<Record<string, string>> = { BIGINT: 'integer', BOOLEAN: 'boolean', TIMESTAMP: 'datetime' }
    const tables = (await listTables(folder)).filter(({ kind }) => kind === 'table')
    return tables.map(({ name, columns }) =>
      resource(name, Object.fromEntries(columns.map((column) => [column.name, types[column.type] ?? 'string']))),
    )
  }

  const seriesCsv = (): string => {
    const { rows } = trendOf(dataset.figures, { aliases: [], programme: '' })
    const names = seriesTable.columns.map(({ name }) => name)
    return csvOf([names, ...rows.map(toSeriesRow).map((row) => names.map((name) => row[name] ?? null))])
  }

  it('has the rows of the data set', async () => {
    const { columns, rows, count } = await ask(folders.csv, 'FROM figures')
    expect([rows, count]).toEqual([dataset.figures, dataset.figures.length])
    const types = new Map(columns.map(({ name, type }) => [name, type]))
    expect(['figure_id', 'yen', 'part_of', 'page'].map((name) => types.get(name))).toEqual([
      'VARCHAR',
      'BIGINT',
      'BOOLEAN',
      'BIGINT',
    ])
    expect((await ask(folders.csv, 'DESCRIBE documents')).rows).toContainEqual(
      expect.objectContaining({ column_name: 'retrieved_at', column_type: 'TIMESTAMP' }),
    )
  })

  it('has nulls where a field is empty, though it is quoted', async () => {
    const nulls = dataset.figures.filter(({ note, page }) => note === null && page === null).length
    const sql = "SELECT count(*) FILTER (note IS NULL AND page IS NULL), count(*) FILTER (note = '') FROM figures"
    expect(await rowsOf(folders.csv, sql)).toEqual([[nulls, 0]])
  })

  it('follows the programmes, also those of one year alone', async () => {
    const { rows } = trendOf(dataset.figures, { aliases: [], programme: '' })
    const sql = `SELECT ${trendColumns.join(', ')} FROM programmes_series`
    expect((await ask(folders.csv, sql)).rows).toEqual(rows)
    const [sums] = await rowsOf(folders.csv, 'SELECT sum(yen) FROM programmes_series')
    expect(sums).toEqual([rows.reduce((sum, { yen }) => sum + yen, 0)])
    const first = 'SELECT count(*) FROM programmes_series s JOIN figures f USING (figure_id) WHERE f.yen <> s.yen'
    expect(await rowsOf(folders.csv, first)).toEqual([[0]])
  })

  it('has what the documents print', async () => {
    const growth =
      "SELECT from_stage, from_yen, to_stage, to_yen, change_yen FROM growth WHERE programme LIKE '再生%' AND from_year = 2024 ORDER BY from_yen"
    expect(await rowsOf(folders.csv, growth)).toEqual([
      ['enacted', 9_160_000_000, 'draft', 9_350_000_000, 190_000_000],
      ['draft', 9_200_000_000, 'draft', 9_350_000_000, 150_000_000],
    ])
    const stages =
      "SELECT fiscal_year, requested_yen, drafted_yen, enacted_yen FROM stages WHERE programme LIKE '再生%' ORDER BY 1"
    expect(await rowsOf(folders.csv, stages)).toEqual([
      [2023, null, null, 9_200_000_000],
      [2024, null, 9_200_000_000, 9_160_000_000],
      [2025, null, 9_350_000_000, null],
    ])
    expect(await rowsOf(folders.csv, 'SELECT fiscal_year, yen FROM supplements ORDER BY yen')).toEqual([
      [2024, 9_500_000_000],
      [2024, 24_100_000_000],
    ])
  })

  it.each([
    'SELECT figure_id, yen, needs_review, note FROM figures ORDER BY figure_id',
    'SELECT * FROM documents ORDER BY document_id',
    'SELECT stage, count(*), sum(yen) FROM figures GROUP BY stage ORDER BY stage',
    'SELECT * FROM programmes_series ORDER BY series, fiscal_year, stage',
    'SELECT * FROM growth ORDER BY ALL',
    'SELECT * FROM stages ORDER BY ALL',
    'SELECT * FROM supplements ORDER BY ALL',
  ])('answers the same however it is written: %s', async (sql) => {
    const answer = await ask(folders.csv, sql)
    expect(answer.count).toBeGreaterThan(0)
    for (const folder of [folders.json, folders.data, folders.package]) expect(await ask(folder, sql)).toEqual(answer)
  })

  it('lists its tables and views', async () => {
    const listed = await listTables(folders.csv)
    expect(listed.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'table figures',
      'table programmes',
      'table documents',
      'table issues',
      'table checks',
      'table lines',
      'table programmes_series',
      'view growth',
      'view stages',
      'view supplements',
    ])
    expect(listed[0]).toMatchObject({ rows: dataset.figures.length, help: 'Printed amounts of money, a row each.' })
    expect((await listTables(folders.package)).map(({ name }) => name).sort()).toEqual(
      listed.map(({ name }) => name).sort(),
    )
    expect(await rowsOf(folders.csv, 'SHOW TABLES')).toHaveLength(listed.length)
  })

  it('has the views of the tables that are there', async () => {
    const folder = await folderOf({ 'figures.csv': csv['figures.csv'] ?? '' })
    expect((await listTables(folder)).map(({ name }) => name)).toEqual(['figures', 'programmes_series', 'growth'])
  })

  it('leaves the folder as it was', async () => {
    const before = await readFile(join(folders.csv, 'figures.csv'))
    await ask(folders.csv, 'FROM growth')
    expect(await readFile(join(folders.csv, 'figures.csv'))).toEqual(before)
    expect((await readdir(folders.csv)).sort()).toEqual(Object.keys(csv).sort())
  })

  it('takes no table of other columns for its own', async () => {
    const [head = '', ...rows] = (csv['issues.csv'] ?? '').split('\r\n')
    const turned = { 'issues.csv': [head.split(',').reverse().join(','), ...rows].join('\r\n') }
    for (const files of [turned, { 'issues.csv': '' }, { 'issues.json': '[{"issue_id":"x"}]' }])
      await expect(ask(await folderOf(files), 'FROM issues')).rejects.toThrow(
        /issues\.(csv|json) has other columns than the table issues should: write it again\.$/u,
      )
  })

  it('reads an empty table, as CSV and as JSON', async () => {
    const [head] = (csv['checks.csv'] ?? '').split('\r\n')
    for (const files of [{ 'checks.csv': `${head}\r\n` }, { 'checks.json': '[]\n' }])
      expect(await ask(await folderOf(files), 'FROM checks')).toMatchObject({ rows: [], count: 0 })
  })

  it('keeps as many rows as are wanted and counts the others', async () => {
    const { rows, count } = await ask(folders.csv, 'FROM range(5000)', { limit: 3 })
    expect([rows, count]).toEqual([[{ range: 0 }, { range: 1 }, { range: 2 }], 5000])
  })
})

describe.skipIf(!isInstalled)('values', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await packageOf([resource('t', { n: 'integer' })], { 'data/t.csv': '"n"\r\n' })
  })

  it.each([
    ['9007199254740991', 'INTEGER|BIGINT', 9007199254740991],
    ['9007199254740992', 'BIGINT', '9007199254740992'],
    ['-9223372036854775807', 'BIGINT', '-9223372036854775807'],
    ['sum(9223372036854775807) FROM range(3)', 'HUGEINT', '27670116110564327421'],
    ['sum(1000::BIGINT) FROM range(3)', 'HUGEINT', 3000],
    ['12345678901234567.89::DECIMAL(30, 2)', 'DECIMAL\\(30,2\\)', '12345678901234567.89'],
    ['-1.50::DECIMAL(4, 2)', 'DECIMAL\\(4,2\\)', '-1.50'],
    ['0.1::DOUBLE + 0.2::DOUBLE', 'DOUBLE', 0.1 + 0.2],
    ["'nan'::DOUBLE", 'DOUBLE', 'NaN'],
    ['NULL', '.*', null],
    ['1 = 1', 'BOOLEAN', true],
    ["DATE '2024-04-01'", 'DATE', '2024-04-01'],
    ["TIMESTAMP '2024-04-01 01:02:03'", 'TIMESTAMP', '2024-04-01T01:02:03'],
    ["'2024-04-01 01:02:03'", 'VARCHAR', '2024-04-01 01:02:03'],
    ["['東京', NULL]", 'VARCHAR\\[\\]', '["東京",null]'],
    ["{'a': 1, 'b': [9223372036854775807]}", 'STRUCT.*', '{"a":1,"b":["9223372036854775807"]}'],
    ["MAP {'a': 1.5}", 'MAP.*', '[{"key":"a","value":"1.5"}]'],
    ["INTERVAL '1 day'", 'INTERVAL', '1 day'],
  ])('SELECT %s', async (sql, type, value) => {
    const { columns, rows } = await ask(folder, `SELECT ${sql.replace(/^(.*?)( FROM .*)?$/u, '$1 AS v$2')}`)
    expect(columns).toEqual([{ name: 'v', type: expect.stringMatching(new RegExp(`^(?:${type})$`, 'u')) }])
    expect(rows).toEqual([{ v: value }])
  })

  it('keeps the order of the columns and tells those of one name apart', async () => {
    const { columns, rows } = await ask(folder, 'SELECT 1 AS b, 2 AS a, 3 AS b, 4 AS "b#2", 5 AS "__proto__"')
    const names = columns.map(({ name }) => name)
    expect(names).toEqual(['b', 'a', 'b#3', 'b#2', '__proto__'])
    expect(names.map((name) => Object.getOwnPropertyDescriptor(rows[0], name)?.value)).toEqual([1, 2, 3, 4, 5])
  })
})
