import { join } from 'node:path'
import { gridCsv } from '../../emit/csv.js'
import { makeFolder } from '../../files.js'
import { type Column, headOf } from '../../model/columns.js'
import type { Row } from '../../model/row.js'
import { TextFile } from '../text-file.js'
import type { View } from '../view.js'
import { escapeFormula } from './escape-formula.js'
import { tableByTable } from './table-by-table.js'

export const excelCsv: View = {
  name: 'excel-csv',
  help:
    'excel/TABLE.csv: CSV that Excel opens by itself, with Japanese heads; an apostrophe stands before text that Excel ' +
    'would take for a formula.',
  open: async ({ folder }) => {
    const below = join(folder, 'excel')
    await makeFolder(below)
    return tableByTable(async ({ name, columns }) => {
      const file = await TextFile.open(join(below, `${name}.csv`))
      await file.append(`\ufeff${await gridCsv([columns.map(headOf)])}`)
      return {
        write: async (rows) =>
          file.append(await gridCsv(rows.map((row) => columns.map((column) => field(column, row))))),
        close: () => file.close(),
      }
    })
  },
}

const field = ({ name, type }: Column, row: Row): string => {
  const text = String(row[name] ?? '')
  return type === 'string' || type === 'datetime' ? escapeFormula(withoutNul(text)) : text
}

/** fast-csv leaves NULs out, so that one before a `=` must not hide it. */
const withoutNul = (text: string): string => text.replaceAll('\0', '')
