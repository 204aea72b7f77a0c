import { type FormatterOptionsArgs, writeToString } from 'fast-csv'
import type { Row } from './row.js'

/** RFC 4180 in UTF-8 without BOM: every field quoted, CRLF after each row. */
const dialect = {
  quoteColumns: true,
  rowDelimiter: '\r\n',
  includeEndRowDelimiter: true,
} as const satisfies FormatterOptionsArgs<never, never>

/** A header row and the rows of a table, nulls empty. */
export const csv = (columns: readonly string[], rows: readonly Row[]): Promise<string> =>
  writeToString([...rows], { ...dialect, headers: [...columns], alwaysWriteHeaders: true, quoteHeaders: true })

/** Rows of texts as they are, with no header row but their own. */
export const gridCsv = (texts: readonly (readonly string[])[]): Promise<string> =>
  writeToString(
    texts.map((row) => [...row]),
    { ...dialect, headers: false },
  )
