import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { readXlsx, type Sheet, type Workbook } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headOf } from '../../../src/model/columns.js'
import type { PublishedTable } from '../../../src/model/published-table.js'
import { rowsPerWorkbook, workbook } from '../../../src/package/views/workbook.js'
import { cellsBelow, hasOffice, openInOffice } from './office.js'
import { type Filled, hostile, named, seriesOf, valuesOf, writeView } from './tables.js'

const figures = named(hostile, 'figures')
const folders: string[] = []
let file = ''
let book: Workbook = { sheets: [] }

const written = async (tables: readonly Filled[], batch = 1000): Promise<string> => {
  const folder = await writeView(workbook, tables, batch)
  folders.push(folder)
  return join(folder, 'excel')
}

const read = async (path: string): Promise<Workbook> => readXlsx(await readFile(path), { readStyles: true })

const sheetOf = ({ sheets }: Workbook, name: string): Sheet => {
  const sheet = sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

beforeAll(async () => {
  file = join(await written(hostile), 'budget.xlsx')
  book = await read(file)
})

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

/** What a note is in a cell, which ends at Excel's limit. */
const noteOf = (note: unknown): unknown => {
  if (note === 'あ'.repeat(40_000)) return `${'あ'.repeat(32_766)}…`
  return note === `${'a'.repeat(32_765)}👍👍` ? `${'a'.repeat(32_765)}…` : note
}

describe('a workbook', () => {
  it('has a sheet that explains the columns, then one a table', () => {
    expect(book.sheets.map(({ name }) => name)).toEqual([
      '列の説明',
      '金額',
      '事業',
      '資料',
      '問題',
      '検算',
      '予算書の行',
    ])
  })

  it('explains every column', () => {
    const { rows } = sheetOf(book, '列の説明')
    expect(rows[0]).toEqual(['シート', '見出し', '項目名', '型', '単位', '値', '説明'])
    const columns = hostile.flatMap(({ table }) => table.columns.map((column) => ({ sheet: table.japanese, column })))
    expect(rows.slice(1).map(([sheet, head, name, , , , description]) => [sheet, head, name, description])).toEqual(
      columns.map(({ sheet, column }) => [sheet, headOf(column), column.name, column.description]),
    )
    expect(rows.find(([, , name]) => name === 'yen')?.slice(3, 5)).toEqual(['整数', '円'])
    expect(rows.find(([, , name]) => name === 'severity')?.[5]).toBe('error、warning、info')
  })

  it.each(hostile)('$table.name has heads that stay and filter', ({ table, rows }) => {
    const sheet = sheetOf(book, table.japanese)
    expect(sheet.rows[0]).toEqual(table.columns.map(headOf))
    expect(sheet.freezePane?.rows).toBe(1)
    expect(sheet.autoFilter?.range).toMatch(new RegExp(`^A1:[A-Z]+${rows.length + 1}$`, 'u'))
  })

  it('has every text as it is, as text and no formula', () => {
    const { rows, cells } = sheetOf(book, '金額')
    expect(cellsBelow(rows, '備考').map((note) => note ?? null)).toEqual(valuesOf(figures, 'note').map(noteOf))
    expect([...(cells ?? [])].filter(([, cell]) => cell.formula !== undefined)).toEqual([])
  })

  it('has numbers as numbers, as text those that Excel would round', () => {
    const expected = valuesOf(figures, 'yen').map((yen) =>
      typeof yen === 'number' && Math.abs(yen) > 999_999_999_999_999 ? String(yen) : yen,
    )
    expect(cellsBelow(sheetOf(book, '金額').rows, '金額（円）').map((yen) => yen ?? null)).toEqual(expected)
  })

  it('has booleans as booleans', () => {
    expect(cellsBelow(sheetOf(book, '金額').rows, '基金か')).toEqual(valuesOf(figures, 'fund'))
  })
})

/** A part of a ZIP file, found from its central directory (APPNOTE.TXT, 4.3.12). */
const partOf = async (path: string, name: string): Promise<string> => {
  const bytes = await readFile(path)
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const length = bytes.readUInt16LE(at + 28)
    if (bytes.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const part = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    return (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(part) : part).toString('utf8')
  }
  throw new Error(`no part ${name}`)
}

describe('its parts', () => {
  it('have no cell for a null', async () => {
    const xml = await partOf(file, 'xl/worksheets/sheet2.xml')
    const cells = [...xml.matchAll(/<c [^>]*>/gu)]
    const values = figures.rows.flatMap((row) => Object.values(row)).filter((value) => value !== null)
    expect(cells).toHaveLength(figures.table.columns.length + values.length)
  })

  it('have no formulas and no errors', async () => {
    const xml = await partOf(file, 'xl/worksheets/sheet2.xml')
    expect(xml).not.toMatch(/<f[ >]|t="e"/u)
  })

  it('show money with commas', async () => {
    const { cells, rows } = sheetOf(book, '金額')
    const column = rows[0]?.indexOf('金額（円）')
    expect(cells?.get(`1,${column}`)?.style?.numFmt).toBe('#,##0')
  })

  it('tell no time but a fixed one', async () => {
    const times = (await partOf(file, 'docProps/core.xml')).match(/\d{4}-\d\d-\d\dT[\d:]+Z/gu)
    expect(times).toEqual(['1980-01-01T00:00:00Z', '1980-01-01T00:00:00Z'])
  })
})

describe('a long data set', () => {
  const table = (name: string, japanese: string): PublishedTable => {
    const { table: series } = seriesOf([])
    return { ...series, name, japanese, columns: series.columns.slice(0, 2) }
  }
  const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ series: String(i), programme: 'p' }))
  const rowsIn = ({ sheets }: Workbook) => sheets.slice(1).map((sheet) => [sheet.name, sheet.rows.length - 1])

  it('goes on in further workbooks, each of which explains its columns', async () => {
    const folder = await written(
      [
        { table: table('a', 'あ'), rows: rows(rowsPerWorkbook - 1) },
        { table: table('b', 'い'), rows: rows(rowsPerWorkbook + 1) },
        { table: table('c', 'う'), rows: rows(1) },
        { table: table('d', 'え'), rows: [] },
      ],
      1999,
    )
    expect((await readdir(folder)).sort()).toEqual(['budget-2.xlsx', 'budget-3.xlsx', 'budget.xlsx'])
    const [first, second, third] = await Promise.all(
      ['budget', 'budget-2', 'budget-3'].map((name) => read(join(folder, `${name}.xlsx`))),
    )
    expect(first && rowsIn(first)).toEqual([
      ['あ', rowsPerWorkbook - 1],
      ['い', 1],
    ])
    expect(second && rowsIn(second)).toEqual([['い', rowsPerWorkbook]])
    expect(third && rowsIn(third)).toEqual([
      ['う', 1],
      ['え', 0],
    ])
    for (const one of [first, second, third]) expect(one?.sheets[0]?.name).toBe('列の説明')
    expect(third && sheetOf(third, '列の説明').rows.map(([sheet]) => sheet)).toEqual(['シート', 'う', 'う', 'え', 'え'])
  })

  it('has no sheet for a table that only begins in the next workbook', async () => {
    const folder = await written([
      { table: table('a', 'あ'), rows: rows(rowsPerWorkbook) },
      { table: table('b', 'い'), rows: rows(1) },
    ])
    expect(rowsIn(await read(join(folder, 'budget.xlsx')))).toEqual([['あ', rowsPerWorkbook]])
    expect(rowsIn(await read(join(folder, 'budget-2.xlsx')))).toEqual([['い', 1]])
  })
})

describe.skipIf(!hasOffice)('in LibreOffice', () => {
  let sheets: ReadonlyMap<string, readonly string[][]> = new Map()

  beforeAll(async () => {
    sheets = await openInOffice(file)
  })

  it('has all sheets', () => {
    expect([...sheets.keys()].sort()).toEqual(book.sheets.map(({ name }) => name).sort())
  })

  it('has the texts', () => {
    const found = cellsBelow(sheets.get('金額') ?? [], '備考')
    for (const [i, note] of valuesOf(figures, 'note').entries()) {
      const text = String(noteOf(note) ?? '')
      // Its CSV has no lone surrogates, and every break of a line inside a text is LF.
      if (!/\p{Cs}/u.test(text)) expect(found[i]).toBe(text.replace(/\r\n|\r(?!=)/gu, '\n'))
    }
  })

  it('has the numbers and booleans', () => {
    const rows = sheets.get('金額') ?? []
    expect(cellsBelow(rows, '金額（円）')).toEqual(valuesOf(figures, 'yen').map((yen) => String(yen ?? '')))
    expect(cellsBelow(rows, '基金か')).toEqual(valuesOf(figures, 'fund').map((fund) => (fund ? 'TRUE' : 'FALSE')))
  })
})
