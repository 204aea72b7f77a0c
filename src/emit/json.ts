import type { Row } from './row.js'

/** An array of objects with one row a line, so that a change of one row is a change of one line. */
export const json = (columns: readonly string[], rows: readonly Row[]): string =>
  rows.length === 0 ? '[]\n' : `[\n${rows.map((row) => JSON.stringify(row, [...columns])).join(',\n')}\n]\n`
