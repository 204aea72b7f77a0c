import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { makeFolder } from '../../files.js'
import type { PublishedTable } from '../../model/published-table.js'
import type { Setting, View, Writer } from '../view.js'
import { cellText } from './cell-text.js'
import type { Cells } from './sheet.js'
import { cellsOf, columnsSheet, tableSheet } from './sheets.js'

/** Rows of all tables that one workbook takes, since hucre holds it in memory. Excel's own limit is 1,048,576 a sheet. */
export const rowsPerWorkbook = 40_000

export const workbook: View = {
  name: 'workbook',
  help:
    'excel/NAME.xlsx: an Excel workbook with a sheet a table; after ' +
    `${rowsPerWorkbook.toLocaleString('en')} rows it goes on in NAME-2.xlsx.`,
  open: async (setting) => {
    await makeFolder(join(setting.folder, 'excel'))
    return writer(setting)
  },
}

/** A sheet that grows. */
interface Sheet {
  readonly table: PublishedTable
  readonly rows: Cells[]
}

const writer = (setting: Setting): Writer => {
  let sheets: Sheet[] = []
  let rows = 0
  let number = 1
  const sheetOf = (table: PublishedTable): Sheet => {
    const last = sheets.at(-1)
    if (last?.table.name === table.name) return last
    const sheet: Sheet = { table, rows: [] }
    sheets.push(sheet)
    return sheet
  }
  const save = async (): Promise<void> => {
    await writeFile(pathOf(setting, number), await bytesOf(setting, sheets))
    sheets = []
    rows = 0
    number++
  }
  return {
    write: async (table, more) => {
      sheetOf(table)
      for (const row of more) {
        if (rows === rowsPerWorkbook) {
          // A table that only begins in the next workbook has no sheet here.
          if (sheetOf(table).rows.length === 0) sheets.pop()
          await save()
        }
        sheetOf(table).rows.push(cellsOf(table, row))
        rows++
      }
    },
    close: save,
  }
}

const pathOf = ({ folder, name }: Setting, number: number): string =>
  join(folder, 'excel', number === 1 ? `${name}.xlsx` : `${name}-${number}.xlsx`)

/** Made at the same time whenever it is made, so that equal tables give equal bytes: the first that a ZIP file can tell. */
const made = new Date('1980-01-01T00:00:00Z')

const bytesOf = ({ title }: Setting, sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      columnsSheet(sheets.map(({ table }) => table)),
      ...sheets.map(({ table, rows }) => tableSheet(table, rows)),
    ],
    properties: { title: cellText(title), created: made, modified: made },
  })
