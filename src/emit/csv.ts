import { writeToString } from 'fast-csv'
import type { Row } from './row.js'

/** RFC 4180 in UTF-8 without BOM: a header row, every field quoted, CRLF after each row, nulls empty. */
export const csv = (columns: readonly string[], rows: readonly Row[]): Promise<string> =>
  writeToString([...rows], {
    headers: [...columns],
    alwaysWriteHeaders: true,
    quoteColumns: true,
    quoteHeaders: true,
    rowDelimiter: '\r\n',
    includeEndRowDelimiter: true,
  })
