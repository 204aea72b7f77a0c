import { type FormatterOptionsArgs, writeToString } from 'fast-csv'
import type { Row } from '../model/row.js'
import type { Format } from './format.js'

/** RFC 4180 in UTF-8 without BOM: every field quoted, CRLF after each row. */
const dialect = {
  quoteColumns: true,
  rowDelimiter: '\r\n',
  includeEndRowDelimiter: true,
} as const satisfies FormatterOptionsArgs<never, never>

const rowsCsv = (columns: readonly string[], rows: readonly Row[], writeHeaders: boolean): Promise<string> =>
  writeToString([...rows], {
    ...dialect,
    headers: [...columns],
    writeHeaders,
    alwaysWriteHeaders: writeHeaders,
    quoteHeaders: true,
  })

/** A header row and the rows of a table, nulls empty. */
export const csv: Format = {
  extension: 'csv',
  piece: async (columns, rows, isFirst) => (rows.length === 0 ? '' : rowsCsv(columns, rows, isFirst)),
  end: (isEmpty, columns) => (isEmpty ? rowsCsv(columns, [], true) : ''),
}

/** Rows of texts as they are, with no header row but their own. */
export const gridCsv = (texts: readonly (readonly string[])[]): Promise<string> =>
  writeToString(
    texts.map((row) => [...row]),
    { ...dialect, headers: false },
  )
