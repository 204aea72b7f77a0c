import type { Row } from '../model/row.js'
import type { Format } from './format.js'

/** An array of objects with one row a line, so that a change of one row is a change of one line. */
export const json: Format = {
  extension: 'json',
  piece: async (columns, rows, isFirst) => {
    const lines = rows.map((row) => JSON.stringify(inOrder(columns, row)))
    return lines.length === 0 ? '' : `${isFirst ? '[' : ','}\n${lines.join(',\n')}`
  },
  end: (isEmpty) => (isEmpty ? '[]\n' : '\n]\n'),
}

/** A row with its keys in the order of the columns. Not left to a list of keys for `stringify`, which is several times as
 * slow. */
export const inOrder = (columns: readonly string[], row: Row): Row => {
  const ordered: Record<string, Row[string]> = {}
  for (const column of columns) ordered[column] = row[column] ?? null
  return ordered
}
