import type { WriteSheet } from 'hucre/xlsx'
import { type Column, headOf } from '../../model/columns.js'
import type { PublishedTable } from '../../model/published-table.js'
import type { Row } from '../../model/row.js'
import { cellText } from './cell-text.js'
import { type Cells, sheetOf } from './sheet.js'

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
