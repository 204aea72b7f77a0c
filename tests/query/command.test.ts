import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { csvOf, folderOf, packageOf, resource } from './folders.js'
import { isInstalled } from './installed.js'
import { query } from './terminal.js'

const text = csvOf([
  ['programme', 'yen', 'note'],
  ['橋の架け替え', 1_234_567, null],
  ['ﾊｼ', -5, 'a\u001b[31mb'],
])
const table = resource('予算', { programme: 'string', yen: 'integer', note: 'string' })

describe.skipIf(!isInstalled)('yosan query', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await packageOf([table], { 'data/予算.csv': text })
  })

  it('prints a table: full-width characters count two, numbers to the right, nulls empty', async () => {
    const lines = ['programme         yen  note', '橋の架け替え  1234567', 'ﾊｼ                 -5  a\\u001b[31mb']
    expect(await query(['SELECT * FROM 予算', folder])).toEqual({ code: 0, out: `${lines.join('\n')}\n`, err: '' })
  })

  it('cuts long texts for people alone', async () => {
    const { out } = await query(["SELECT repeat('予', 100) AS t", folder])
    expect(out).toBe(`t\n${'予'.repeat(29)}…\n`)
    expect((await query(["SELECT repeat('予', 100) AS t", folder, '--csv'])).out).toBe(
      `"t"\r\n"${'予'.repeat(100)}"\r\n`,
    )
  })

  it('prints the first hundred rows, and how many more there are', async () => {
    const lines = (await query(['SELECT range AS n FROM range(250)', folder])).out.split('\n')
    expect([lines.length, lines[0], lines[1], lines[100]]).toEqual([103, ' n', ' 0', '99'])
    expect(lines.slice(101)).toEqual(['… 150 more rows: --csv or --json prints all', ''])
    expect((await query(['SELECT range AS n FROM range(101)', folder])).out).toContain('… 1 more row: ')
    expect((await query(['SELECT range AS n FROM range(100)', folder])).out).not.toContain('…')
    expect((await query(['SELECT range AS n FROM range(250)', folder, '--csv'])).out.split('\r\n')).toHaveLength(252)
  })

  it('says when there are no rows', async () => {
    expect((await query(['SELECT yen FROM 予算 WHERE yen = 0', folder])).out).toBe('yen\nNo rows\n')
    expect((await query(['SELECT yen FROM 予算 WHERE yen = 0', folder, '--csv'])).out).toBe('"yen"\r\n')
  })

  it('prints CSV and JSON', async () => {
    const sql = 'SELECT yen AS b, programme AS a, note FROM 予算 ORDER BY yen DESC LIMIT 1'
    expect((await query([sql, folder, '--csv'])).out).toBe('"b","a","note"\r\n"1234567","橋の架け替え",""\r\n')
    const { out } = await query([sql, folder, '--json'])
    expect(JSON.parse(out)).toEqual({
      columns: [
        { name: 'b', type: 'BIGINT' },
        { name: 'a', type: 'VARCHAR' },
        { name: 'note', type: 'VARCHAR' },
      ],
      rows: [{ b: 1_234_567, a: '橋の架け替え', note: null }],
    })
  })

  it('lists the tables when it is asked nothing', async () => {
    const lines = ['予算  table, 2 rows', '  programme  VARCHAR', '  yen        BIGINT', '  note       VARCHAR', '']
    const plain = await packageOf([table], { 'data/予算.csv': text }, 'plain')
    expect(await query([plain])).toEqual({ code: 0, out: lines.join('\n'), err: '' })
    expect((await query([plain, '--csv'])).out.split('\r\n').slice(0, 2)).toEqual([
      '"table","kind","rows","column","type"',
      '"予算","table","2","programme","VARCHAR"',
    ])
    expect(JSON.parse((await query([plain, '--json'])).out)).toMatchObject({
      tables: [{ name: '予算', kind: 'table', rows: 2, columns: [{ name: 'programme', type: 'VARCHAR' }, {}, {}] }],
    })
  })

  it.each([
    ['SELECT programm FROM 予算', /Binder Error: Referenced column "programm" not found .*"programme"/u],
    ['SELECT * FROM 予鈴', /Catalog Error: Table with name 予鈴 does not exist! Did you mean "予算"\?$/u],
    ['SELEC * FROM 予算', /Parser Error: syntax error at or near "SELEC"\.$/u],
    ["SELECT 'x'::INTEGER ", /Conversion Error: Could not convert string 'x' to INT32\.$/u],
    ['SELECT "\u001b" FROM 予算', /Referenced column "\\u001b" not found/u],
    ['SELECT ? ', /Values were not provided for the following prepared statement parameters: 1\.$/u],
  ])('errors are one sentence: %j', async (sql, message) => {
    const { code, out, err } = await query([sql, folder])
    expect([code, out, err.split('\n').length]).toEqual([1, '', 2])
    expect(err).toMatch(/^yosan: The SQL cannot be answered: /u)
    expect(err.trimEnd()).toMatch(message)
  })

  it.each([
    [['a b', 'c', 'd'], 'yosan: Name the SQL, then one folder: yosan query ["SELECT ..."] [DIR]\n'],
    [['a', 'SELECT 1'], 'yosan: Name the SQL, then one folder: yosan query ["SELECT ..."] [DIR]\n'],
    [
      ['/nowhere'],
      'yosan: The folder /nowhere holds no data package and no tables: run yosan extract first, or name another folder.\n',
    ],
    [
      ['SELECT 1', '/nowhere'],
      'yosan: The folder /nowhere holds no data package and no tables: run yosan extract first, or name another folder.\n',
    ],
  ])('misuse is one sentence: %j', async (args, err) => {
    expect(await query(args)).toEqual({ code: 1, out: '', err })
  })

  it.each([
    [' ', 'there is none'],
    ['/* nothing */ ;', 'there is none'],
    ['SELECT 1; SELECT 2', 'there are 2'],
    ['CREATE TABLE x AS SELECT 1', 'others are not run, since they may write'],
    ['PRAGMA threads = 1; SELECT 1', 'there are 2'],
    ['SET threads = 1', 'others are not run, since they may write'],
    ['INSTALL httpfs', 'others are not run, since they may write'],
    ['LOAD httpfs', 'others are not run, since they may write'],
    ['DROP VIEW 予算', 'others are not run, since they may write'],
    ["ATTACH 'x.db' AS x", 'others are not run, since they may write'],
    ['EXPLAIN ANALYZE SELECT 1', 'others are not run, since they may write'],
  ])('runs one SELECT alone: %s', async (sql, fault) => {
    expect(await query([sql, folder])).toEqual({
      code: 1,
      out: '',
      err: `yosan: Ask one SELECT at a time: ${fault}.\n`,
    })
  })

  it('says how a PIVOT is one statement', async () => {
    const { err } = await query(['PIVOT 予算 ON programme USING sum(yen)', folder])
    expect(err).toMatch(/there are \d\. A PIVOT counts as several unless it names its values: /u)
    expect(
      (await query(["PIVOT (SELECT programme, yen FROM 予算) ON programme IN ('ﾊｼ') USING sum(yen)", folder])).out,
    ).toBe('ﾊｼ\n-5\n')
  })
})

describe.skipIf(!isInstalled)('only reads', () => {
  let folder = ''
  let file = ''
  let before: readonly string[] = []
  let other = ''
  beforeEach(async () => {
    folder = await packageOf([table], { 'data/予算.csv': text })
    file = join(folder, 'data', '予算.csv')
    other = join(await folderOf({ 'other.csv': 'a\n1\n' }), 'other.csv')
    before = (await readdir(folder, { recursive: true })).sort()
  })
  afterEach(async () => {
    expect(await readFile(file, 'utf8')).toBe(text)
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(before)
    expect(await readdir(join(other, '..'))).toEqual(['other.csv'])
  })

  const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`

  it.each<[string, () => string]>([
    ['COPY beside the table', () => `COPY (SELECT 1) TO ${quoted(join(folder, 'new.csv'))}`],
    ['COPY over the table', () => `COPY (SELECT 1) TO ${quoted(file)} (USE_TMP_FILE false)`],
    ['EXPLAIN ANALYZE COPY', () => `EXPLAIN ANALYZE COPY (SELECT 1) TO ${quoted(file)} (USE_TMP_FILE false)`],
    ['EXPORT', () => `EXPORT DATABASE ${quoted(folder)}`],
    ['ATTACH', () => `ATTACH ${quoted(join(folder, 'x.db'))} AS x`],
    ['read_csv', () => `FROM read_csv(${quoted(other)})`],
    ['a file as a table', () => `FROM ${quoted(other)}`],
    ['read_csv by a way up', () => `FROM read_csv(${quoted(join(folder, 'data', '..', 'datapackage.json'))})`],
    ['read_csv of a system file', () => "FROM read_csv('/etc/passwd')"],
    ['read_text', () => "FROM read_text('/etc/hostname')"],
    ['read_blob of a pattern', () => `FROM read_blob(${quoted(`${folder}/*`)})`],
    ['glob', () => "FROM glob('/etc/*')"],
    ['an address', () => "FROM read_csv('https://example.com/a.csv')"],
    ['an address as JSON', () => "FROM read_json('http://127.0.0.1:1/a.json')"],
    ['query()', () => `FROM query('COPY (SELECT 1) TO ${quoted(quoted(join(folder, 'new.csv'))).slice(1, -1)}')`],
  ])('refuses %s', async (_, sql) => {
    const { code, out, err } = await query([`${sql()} `, folder])
    expect([code, out, err.split('\n').length]).toEqual([1, '', 2])
    expect(err).toMatch(/others are not run|Permission Error|Expected a single SELECT/u)
  })
})

describe('without DuckDB', () => {
  const load = () => Promise.reject(new Error("Cannot find package '@duckdb/node-api'"))

  it.each([[[]], [['SELECT 1']]])('says what to install: %j', async (sql: readonly string[]) => {
    const folder = await packageOf([table], { 'data/予算.csv': text }, 'plain')
    const { code, out, err } = await query([...sql, folder], { load })
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(
      'yosan: DuckDB cannot be loaded, which yosan query needs: run npm install @duckdb/node-api, or ask the CSV files, or the SQLite file of a data package, with another tool.\n',
    )
  })
})
