import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headOf } from '../../../src/model/columns.js'
import { escapeFormula } from '../../../src/package/views/escape-formula.js'
import { excelCsv } from '../../../src/package/views/excel-csv.js'
import { csvRows } from './csv-rows.js'
import { cellsBelow, hasOffice, openInOffice } from './office.js'
import { hostile, named, valuesOf, writeView } from './tables.js'

const figures = named(hostile, 'figures')
const heads = figures.table.columns.map(headOf)
let folder = ''

beforeAll(async () => {
  folder = await writeView(excelCsv, hostile)
})

afterAll(() => rm(folder, { recursive: true }))

const textOf = (table: string): Promise<string> => readFile(join(folder, 'excel', `${table}.csv`), 'utf8')

/** What a note is in the file: lone surrogates are no UTF-8, and NULs are left out. */
const noteOf = (note: unknown): string =>
  note === null
    ? ''
    : escapeFormula(
        String(note)
          .replaceAll('\0', '')
          .replace(/\p{Cs}/gu, '\ufffd'),
      )

it('begins with a BOM and Japanese heads with units', async () => {
  const text = await textOf('figures')
  expect(text.startsWith('\ufeff"金額ID","資料ID",')).toBe(true)
  expect(text.slice(0, text.indexOf('\r\n'))).toContain('"金額（円）"')
})

it('quotes every field and ends every row with CRLF', async () => {
  expect(await textOf('documents')).toMatch(/^\ufeff("[^"]*",)+"[^"]*"\r\n("[^"]*",)+"[^"]*"\r\n$/u)
})

it('has only heads for a table with no rows', async () => {
  expect(await textOf('issues')).toMatch(/^\ufeff"問題ID",[^\r\n]*\r\n$/u)
})

it('comes back, with an apostrophe before what could be a formula', async () => {
  const [first = [], ...rows] = await csvRows((await textOf('figures')).slice(1))
  expect(first).toEqual(heads)
  expect(cellsBelow([first, ...rows], '備考')).toEqual(valuesOf(figures, 'note').map(noteOf))
})

it('keeps numbers as numbers, also negative ones', async () => {
  const rows = await csvRows((await textOf('figures')).slice(1))
  expect(cellsBelow(rows, '金額（円）')).toEqual(valuesOf(figures, 'yen').map((yen) => String(yen ?? '')))
})

it('says what it does to formulas', () => {
  expect(excelCsv.help).toContain('apostrophe')
})

describe.skipIf(!hasOffice)('in LibreOffice', () => {
  let rows: readonly string[][] = []

  beforeAll(async () => {
    const sheets = await openInOffice(join(folder, 'excel', 'figures.csv'))
    rows = [...sheets.values()][0] ?? []
  })

  it('has the heads, with no BOM in them', () => {
    expect(rows[0]).toEqual(heads)
  })

  it('has the texts and no results of formulas', () => {
    const found = cellsBelow(rows, '備考')
    for (const [i, note] of valuesOf(figures, 'note').entries())
      if (typeof note === 'string' && /^[\0\t\r\n]?[=+\-@＝＋－＠]/u.test(note))
        expect(found[i]).toBe(noteOf(note).replace('\r', '\n'))
  })

  it('has the numbers', () => {
    const numbers = valuesOf(figures, 'yen').map((yen) => String(yen ?? ''))
    expect(cellsBelow(rows, '金額（円）')).toEqual(numbers)
  })
})
