import fc from 'fast-check'
import { parseString } from 'fast-csv'
import { describe, expect, it } from 'vitest'
import { csv, gridCsv } from '../../src/emit/csv.js'
import type { Format } from '../../src/emit/format.js'
import { emit } from '../../src/emit/index.js'
import { json } from '../../src/emit/json.js'
import { emitPieces } from '../../src/emit/pieces.js'
import { columnsOf, type Dataset, tableNames } from '../../src/model/dataset.js'
import { isGridFile } from '../../src/model/grid.js'
import type { Row } from '../../src/model/row.js'
import { dataset, grid } from './sample.js'

const empty: Dataset = { figures: [], programmes: [], documents: [], issues: [], checks: [], lines: [], grids: [] }

describe('emit', () => {
  it('gives each table as JSON and CSV', async () => {
    const files = await emit(dataset)
    expect([...files.keys()]).toEqual(tableNames.flatMap((table) => [`${table}.json`, `${table}.csv`]))
  })

  it.each(tableNames)('prints the columns of %s in the order of the schema', async (table) => {
    const files = await emit(dataset)
    const [header] = (files.get(`${table}.csv`) ?? '').split('\r\n')
    expect(header).toBe(
      columnsOf(table)
        .map((name) => `"${name}"`)
        .join(','),
    )
    const rows: unknown = JSON.parse(files.get(`${table}.json`) ?? '')
    expect(rows).toEqual(dataset[table])
    expect(Object.keys(Array.isArray(rows) ? rows[0] : {})).toEqual(columnsOf(table))
  })

  it('does not hang on the order of keys in a row', async () => {
    const turned = Object.fromEntries(tableNames.map((table) => [table, dataset[table].map(turn)]))
    expect(await emit({ ...empty, ...turned })).toEqual(await emit(dataset))
  })

  it('prints each printed table as it stands when asked for', async () => {
    const files = await emit(dataset, { tables: true })
    expect([...files.keys()].slice(2 * tableNames.length)).toEqual(['tables/slides-p002-t1.csv'])
    expect(files.get('tables/slides-p002-t1.csv')).toBe(
      '"区分","予算額",""\r\n"","8年度","7年度"\r\n"科学技術""振興""費"," 1,234","△5\n(6)"\r\n',
    )
  })

  it('names a table by its document, page and number', async () => {
    const grids = [
      { ...grid, page: null },
      { ...grid, page: 1234, number: 12 },
    ]
    const files = await emit({ ...empty, grids }, { tables: true })
    expect([...files.keys()].slice(2 * tableNames.length)).toEqual([
      'tables/slides-p000-t1.csv',
      'tables/slides-p1234-t12.csv',
    ])
    expect(
      [...files.keys()].slice(2 * tableNames.length).every((name) => isGridFile(name.replace('tables/', ''))),
    ).toBe(true)
  })

  it('prints tables without rows', async () => {
    const files = await emit(empty)
    expect(files.get('figures.json')).toBe('[]\n')
    expect(files.get('issues.csv')).toMatch(/^"issue_id",.*"expected"\r\n$/)
  })
})

describe('emitPieces', () => {
  const twice = [dataset, { ...dataset, grids: [{ ...grid, number: 2 }] }]
  const joined = {
    figures: twice.flatMap(({ figures }) => figures),
    programmes: twice.flatMap(({ programmes }) => programmes),
    documents: twice.flatMap(({ documents }) => documents),
    issues: twice.flatMap(({ issues }) => issues),
    checks: twice.flatMap(({ checks }) => checks),
    lines: twice.flatMap(({ lines }) => lines),
    grids: twice.flatMap(({ grids }) => grids),
  }

  it.each([
    ['one part after another', twice],
    ['with empty parts before, between and after', [empty, ...twice.flatMap((part) => [part, empty])]],
  ])('gives the same files %s as at once', async (_, parts) => {
    const files = new Map<string, string>()
    for await (const { file, text } of emitPieces(parts, { tables: true }))
      files.set(file, (files.get(file) ?? '') + text)
    const expected = await emit(joined, { tables: true })
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(expected))
  })
})

/** A table of one piece. */
const whole = async (format: Format, columns: readonly string[], rows: readonly Row[]) =>
  (await format.piece(columns, rows, true)) + (await format.end(rows.length === 0, columns))

const turn = (row: object) => Object.fromEntries(Object.entries(row).reverse())

describe('csv', () => {
  it.each([
    ['null', null, '""'],
    ['true', true, '"true"'],
    ['false', false, '"false"'],
    ['zero', 0, '"0"'],
    ['a negative integer', -1185000000000, '"-1185000000000"'],
    ['the largest integer', 9007199254740991, '"9007199254740991"'],
    ['quotes', 'a "b"', '"a ""b"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['what a spreadsheet would take for a formula', '=1+1', '"=1+1"'],
    ['Japanese', '１兆円', '"１兆円"'],
  ])('prints %s', async (_, value, printed) => {
    expect(await whole(csv, ['x'], [{ x: value }])).toBe(`"x"\r\n${printed}\r\n`)
  })

  it('is read back as it was', async () => {
    const text = fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\0', ''))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ a: text, b: text }), { minLength: 1 }), async (rows) => {
        expect(await read(await whole(csv, ['a', 'b'], rows))).toEqual(rows)
      }),
      { numRuns: 50 },
    )
  })
})

describe('gridCsv', () => {
  it('is read back as it was', async () => {
    const text = fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\0', ''))
    const texts = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1 }))
    await fc.assert(
      fc.asyncProperty(texts, async (rows) => {
        expect(await read(await gridCsv(rows), false)).toEqual(rows)
      }),
      { numRuns: 50 },
    )
  })
})

const read = (text: string, headers = true) =>
  new Promise<unknown[]>((resolve, reject) => {
    const rows: unknown[] = []
    parseString(text, { headers })
      .on('data', (row) => rows.push(row))
      .on('end', () => resolve(rows))
      .on('error', reject)
  })

describe('json', () => {
  it('puts one row on one line', async () => {
    const rows = [
      { b: 'x\ny', a: 1 },
      { b: null, a: 2 },
    ]
    expect(await whole(json, ['a', 'b'], rows)).toBe('[\n{"a":1,"b":"x\\ny"},\n{"a":2,"b":null}\n]\n')
  })
})
