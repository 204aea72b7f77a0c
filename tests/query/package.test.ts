import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, listTables } from '../../src/query/index.js'
import { csvOf, packageOf, resource } from './folders.js'
import { isInstalled } from './installed.js'

const rowsOf = async (folder: string, sql: string) => (await ask(folder, sql)).rows.map((row) => Object.values(row))

describe.skipIf(!isInstalled)('a data package', () => {
  it('is read by its descriptor: types, nulls, quotes and line breaks', async () => {
    const types = {
      id: 'integer',
      ratio: 'number',
      ok: 'boolean',
      at: 'datetime',
      day: 'date',
      text: 'string',
      y: 'year',
    }
    const rows = [
      Object.keys(types),
      [9007199254740993n.toString(), 0.5, true, '2025-01-02T03:04:05Z', '2025-04-01', 'a\r\n"b",c', 2025],
      [null, null, null, null, null, null, null],
    ]
    const folder = await packageOf([resource('t', types)], { 'data/t.csv': csvOf(rows) })
    const { columns, rows: found } = await ask(folder, 'FROM t')
    expect(columns.map(({ type }) => type)).toEqual([
      'BIGINT',
      'DOUBLE',
      'BOOLEAN',
      'TIMESTAMP',
      'DATE',
      'VARCHAR',
      'VARCHAR',
    ])
    expect(found.map((row) => Object.values(row))).toEqual([
      ['9007199254740993', 0.5, true, '2025-01-02T03:04:05', '2025-04-01', 'a\r\n"b",c', '2025'],
      [null, null, null, null, null, null, null],
    ])
  })

  it('may have another dialect, a BOM, no head, and other texts for null', async () => {
    const folder = await packageOf(
      [
        resource(
          'german',
          { name: 'string', yen: 'integer' },
          {
            path: 'german.txt',
            format: 'CSV',
            dialect: { delimiter: ';', quoteChar: "'", escapeChar: '\\' },
            schema: {
              fields: [{ name: 'name' }, { name: 'yen', type: 'integer' }],
              missingValues: ['', 'NA', { value: '-', label: 'none' }],
            },
          },
        ),
        resource('bare', { a: 'integer', b: 'string' }, { dialect: { header: false } }),
      ],
      {
        'german.txt': "\ufeffname;yen\n'a;\\'b';'1'\nNA;NA\n'';-\n",
        'data/bare.csv': '1,x\n2,\n',
      },
    )
    expect(await rowsOf(folder, 'FROM german')).toEqual([
      ["a;'b", 1],
      [null, null],
      [null, null],
    ])
    expect(await rowsOf(folder, 'FROM bare')).toEqual([
      [1, 'x'],
      [2, null],
    ])
  })

  it('may have names with quotes, spaces and Japanese, and files with such that patterns are made of', async () => {
    const name = '予算 "案" \'x\''
    const folder = await packageOf(
      [resource(name, { '金額 "円"': 'integer', "it's": 'string' }, { path: 'd/*.csv' })],
      {
        'd/*.csv': csvOf([
          ['金額 "円"', "it's"],
          [5, 'x'],
        ]),
        'd/other.csv': csvOf([
          ['金額 "円"', "it's"],
          [6, 'y'],
        ]),
      },
    )
    expect(await rowsOf(folder, `SELECT "金額 ""円""", "it's" FROM "予算 ""案"" 'x'"`)).toEqual([[5, 'x']])
    expect(await listTables(folder)).toMatchObject([{ name, rows: 1 }])
  })

  it('keeps numbers and dates as texts that are written in a way of their own', async () => {
    const fields = [
      { name: 'a', type: 'number', groupChar: ',' },
      { name: 'b', type: 'date', format: '%d.%m.%Y' },
      { name: 'c', type: 'integer', bareNumber: false },
    ]
    const folder = await packageOf([{ name: 't', path: 't.csv', schema: { fields } }], {
      't.csv': csvOf([
        ['a', 'b', 'c'],
        ['1,000', '01.04.2025', '5円'],
      ]),
    })
    expect(await rowsOf(folder, 'FROM t')).toEqual([['1,000', '01.04.2025', '5円']])
  })

  it('is asked for its CSV tables alone, whatever else is in it', async () => {
    const others = [
      { name: 'book', path: '../book.pdf' },
      { name: 'inline', data: [1], schema: { fields: [{ name: 'a' }] } },
      { name: 'parquet', path: 'https://example.com/x.parquet', schema: { fields: [{ name: 'a' }] } },
    ]
    const folder = await packageOf([...others, resource('t', { a: 'string' })], { 'data/t.csv': 'a\n1\n' })
    expect((await listTables(folder)).map(({ name }) => name)).toEqual(['t'])
    await expect(ask(await packageOf(others, {}), 'SELECT 1')).rejects.toThrow(
      /^The data package .* has no CSV tables\.$/u,
    )
  })

  it('may call things of its own as our tables and views are called', async () => {
    const folder = await packageOf([resource('figures', { a: 'string' }), resource('Growth', { b: 'string' })], {
      'data/figures.csv': 'a\n1\n',
      'data/Growth.csv': 'b\n2\n',
    })
    expect((await listTables(folder)).map(({ name, kind }) => [name, kind])).toEqual([
      ['figures', 'table'],
      ['Growth', 'table'],
    ])
    expect(await rowsOf(folder, 'FROM growth')).toEqual([['2']])
  })

  it.each([
    ['../secret.csv', 'is none of a file below the folder, so it is not read'],
    ['data/../../secret.csv', 'is none of a file below the folder, so it is not read'],
    ['data\\..\\..\\secret.csv', 'is none of a file below the folder, so it is not read'],
    ['/etc/passwd.csv', 'is none of a file below the folder, so it is not read'],
    ['~/secret.csv', 'is none of a file below the folder, so it is not read'],
    ['https://example.com/secret.csv', 'is none of a file below the folder, so it is not read'],
    ['s3://example/secret.csv', 'is none of a file below the folder, so it is not read'],
    ['file:///etc/passwd.csv', 'is none of a file below the folder, so it is not read'],
    ['C:\\secret.csv', 'is none of a file below the folder, so it is not read'],
    ['link.csv', 'leads out of the folder, so it is not read'],
    ['linked/secret.csv', 'leads out of the folder, so it is not read'],
    ['nowhere.csv', 'leads to no file'],
    ['data/*.csv', 'leads to no file'],
    ['folder.csv', 'leads to no file'],
  ])('names no file outside of its folder: %s', async (path, fault) => {
    const folder = await packageOf([resource('t', { a: 'string' }, { path })], { 'data/t.csv': 'a\n1\n' })
    const secret = join(folder, '..', 'secret.csv')
    await writeFile(secret, 'a\n1\n')
    await symlink(secret, join(folder, 'link.csv'))
    await symlink('..', join(folder, 'linked'))
    await mkdir(join(folder, 'folder.csv'))
    await expect(ask(folder, 'FROM t')).rejects.toThrow(`The path '${path}' in ${folder} ${fault}.`)
  })

  it('may link to a file within', async () => {
    const folder = await packageOf([resource('t', { a: 'string' }, { path: 'link.csv' })], { 'data/t.csv': 'a\n1\n' })
    await symlink('data/t.csv', join(folder, 'link.csv'))
    expect(await rowsOf(folder, 'FROM t')).toEqual([['1']])
  })

  it.each([
    ['[]', 'all of it, '],
    ['{', 'all of it, '],
    ['{"resources":5}', 'resources, '],
    ['{"resources":[{"path":"a.csv","schema":{"fields":[{"name":"a"}]}}]}', 'resources.0.name, '],
    ['{"resources":[{"name":"t","path":"a.csv","schema":"schema.json"}]}', 'resources.0.schema, '],
    ['{"resources":[{"name":"t","path":["a.csv","b.csv"],"schema":{"fields":[{"name":"a"}]}}]}', 'resources.0.path, '],
  ])('says what is wrong with a descriptor: %s', async (text, where) => {
    const folder = await packageOf([], {})
    await writeFile(join(folder, 'datapackage.json'), text)
    const file = join(folder, 'datapackage.json')
    await expect(ask(folder, 'SELECT 1')).rejects.toThrow(`${file} describes no tables that can be asked: ${where}`)
  })

  it.each([
    [{ encoding: 'shift_jis' }, 'a\n1\n', /^The table t in .* is in shift_jis: save it in UTF-8\.$/u],
    [{}, 'b\n1\n', /t\.csv has other columns than the table t should: write it again\.$/u],
    [{}, 'a,b\n1,2\n', /t\.csv has other columns than the table t should: write it again\.$/u],
    [{ dialect: { delimiter: 'too long' } }, 'a\n1\n', /^Cannot read .*t\.csv: /u],
    [{}, 'a\n1\n"', /^The SQL cannot be answered: .*t\.csv\)\.$/u],
    [
      {},
      `a\n${'1\n'.repeat(5000)}five\n`,
      /^The SQL cannot be answered: Conversion Error: CSV Error on Line: 5002 Error when converting column "a"\. .*t\.csv\)\.$/u,
    ],
  ])('says in one sentence what is wrong with a table: %j %j', async (more, text, message) => {
    const folder = await packageOf([resource('t', { a: 'integer' }, more)], { 'data/t.csv': text })
    await expect(ask(folder, 'SELECT sum(a) FROM t')).rejects.toThrow(message)
    await expect(ask(folder, 'FROM t')).rejects.toThrow(message)
  })

  it('says when two tables share a name', async () => {
    const folder = await packageOf(
      [resource('t', { a: 'string' }), resource('T', { a: 'string' }, { path: 'data/t.csv' })],
      {
        'data/t.csv': 'a\n1\n',
      },
    )
    await expect(ask(folder, 'FROM t')).rejects.toThrow(/^Cannot read the table T: .*already exists/u)
  })
})

describe.skipIf(!isInstalled)('the views, reckoned by hand', () => {
  const columns = {
    ...{ series: 'integer', programme: 'string', parent: 'string', programme_row_id: 'string' },
    ...{ fiscal_year: 'integer', stage: 'string', supplementary_no: 'integer', yen: 'integer', document_id: 'string' },
    ...{ page: 'integer', needs_review: 'boolean', breaks: 'string', figure_id: 'string' },
  }
  const row = (
    [series, programme, fiscal_year, stage, yen]: readonly [number, string, number, string, number],
    more: Readonly<Record<string, string | number | boolean | null>> = {},
  ) => {
    const values: Readonly<Record<string, string | number | boolean | null>> = {
      ...{ series, programme, parent: null, programme_row_id: `p-${series}`, fiscal_year, stage, yen },
      ...{ supplementary_no: null, document_id: 'd', page: 1, needs_review: false, breaks: null, figure_id: 'f' },
      ...more,
    }
    return Object.keys(columns).map((name) => values[name] ?? null)
  }
  const seriesRows = [
    row([1, '橋', 2023, 'enacted', 100], { breaks: 'restated' }),
    row([1, '橋', 2024, 'request', 150], { needs_review: true }),
    row([1, '橋', 2024, 'draft', 130]),
    row([1, '橋', 2024, 'supplementary', 9], { supplementary_no: 1, parent: '土木', figure_id: 'b4' }),
    row([2, '道路', 2023, 'enacted', 70]),
    row([2, '道路', 2025, 'enacted', 40], { breaks: 'renamed', programme_row_id: 'p-3' }),
  ]
  const made = () =>
    packageOf(
      [
        resource('programmes_series', columns),
        resource('programmes', { programme_row_id: 'string', level_type: 'string' }),
      ],
      {
        'data/programmes_series.csv': csvOf([Object.keys(columns), ...seriesRows]),
        'data/programmes.csv': csvOf([
          ['programme_row_id', 'level_type'],
          ['p-1', 'programme'],
          ['p-2', 'section'],
        ]),
      },
    )

  it('growth', async () => {
    expect(await rowsOf(await made(), 'FROM growth ORDER BY series, to_yen')).toEqual([
      [1, '橋', 2023, 'enacted', 100, 2024, 'draft', 130, 30, null, false, 'restated'],
      [1, '橋', 2023, 'enacted', 100, 2024, 'request', 150, 50, null, true, 'restated'],
      [2, '道路', 2023, 'enacted', 70, 2025, 'enacted', 40, -30, null, false, 'renamed'],
    ])
  })

  it('stages', async () => {
    expect(await rowsOf(await made(), 'FROM stages ORDER BY series, fiscal_year')).toEqual([
      [1, '橋', null, 'programme', 2023, null, null, 100, false],
      [1, '橋', '土木', 'programme', 2024, 150, 130, null, true],
      [2, '道路', null, 'section', 2023, null, null, 70, false],
      [2, '道路', null, null, 2025, null, null, 40, false],
    ])
  })

  it('supplements', async () => {
    expect(await rowsOf(await made(), 'FROM supplements')).toEqual([
      [1, '橋', '土木', 'programme', 2024, 'supplementary', 1, 9, false, null, 'd', 1, 'b4'],
    ])
  })
})
