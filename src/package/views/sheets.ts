import { type CellValue, calculateColumnWidth, rangeRef, type WriteSheet } from 'hucre/xlsx'
import { type Column, headOf } from '../../model/columns.js'
import type { PublishedTable } from '../../model/published-table.js'
import type { Row } from '../view.js'
import { cellText } from './cell-text.js'

/** The cells of a row, in the order of the columns; not readonly, as hucre takes no other. */
export type Cells = CellValue[]

/** Excel keeps 15 digits of a number: longer ones become texts. */
export const cellsOf = ({ columns }: PublishedTable, row: Row): Cells =>
  columns.map(({ name }) => {
    const value = row[name] ?? null
    if (typeof value === 'number' && Math.abs(value) >= 1e15) return String(value)
    return typeof value === 'string' ? cellText(value) : value
  })

/** The rows of a table below its heads. */
export const tableSheet = ({ japanese, columns }: PublishedTable, rows: readonly Cells[]): WriteSheet =>
  sheetOf(japanese, columns.map(headOf), rows, columns.map(formatOf))

/** What the columns of the tables mean. */
export const columnsSheet = (tables: readonly PublishedTable[]): WriteSheet =>
  sheetOf(
    '列の説明',
    ['シート', '見出し', '項目名', '型', '単位', '値', '説明'],
    tables.flatMap(({ japanese, columns }) => columns.map((column) => explained(japanese, column))),
    [],
  )

const types: Readonly<Record<Column['type'], string>> = {
  string: '文字列',
  integer: '整数',
  boolean: '真偽',
  datetime: '日時',
}

const explained = (sheet: string, column: Column): Cells =>
  [
    sheet,
    headOf(column),
    column.name,
    types[column.type],
    column.unit?.japanese ?? null,
    column.values?.join('、') ?? null,
    column.description,
  ].map((text) => text && cellText(text))

/** Money with commas: without them Excel shows 12 digits and more as 1.2E+12. */
const formatOf = ({ unit }: Column): string | null => (unit?.code === 'JPY' ? '#,##0' : null)

const sheetOf = (
  name: string,
  heads: readonly string[],
  rows: readonly Cells[],
  formats: readonly (string | null)[],
): WriteSheet => {
  const all = [[...heads], ...rows]
  return {
    name,
    rows: all,
    columns: heads.map((head, i) => ({ width: widthOf(head, rows, i, formats[i] ?? null) })),
    cells: overrides(all, formats),
    freezePane: { rows: 1 },
    autoFilter: { range: rangeRef(0, 0, rows.length, heads.length - 1) },
  }
}

/** Characters that the first rows need, and the head beside the button of its filter. */
const widthOf = (head: string, rows: readonly Cells[], index: number, numFmt: string | null): number => {
  const values = rows.slice(0, 100).map((row) => row[index] ?? null)
  const width = calculateColumnWidth(values, { ...(numFmt && { numFmt }), maxWidth: 50 })
  return Math.max(width, calculateColumnWidth([head]) + 2)
}

/** What the values alone do not say of the cells that have one: a style of a whole column would fill its empty cells. */
const overrides = (rows: readonly Cells[], formats: readonly (string | null)[]): CellOverrides => {
  const cells: CellOverrides = new Map(rows[0]?.map((_, c) => [`0,${c}`, bold]))
  const numbers = formats.map((numFmt) => (numFmt === null ? null : { style: { numFmt } }))
  for (const [r, row] of rows.entries())
    for (const [c, value] of row.entries()) {
      const cell = typeof value === 'number' ? numbers[c] : textIfError(value)
      if (cell) cells.set(`${r},${c}`, cell)
    }
  return cells
}

type CellOverrides = NonNullable<WriteSheet['cells']>

const bold = { style: { font: { bold: true } } }

/** hucre takes a text such as `#N/A` for an error, though not in rich text. */
const textIfError = (value: CellValue) =>
  typeof value === 'string' && /^#[A-Z]/u.test(value) ? { richText: [{ text: value }] } : null
