import type { Format } from './format.js'

/** An array of objects with one row a line, so that a change of one row is a change of one line. */
export const json: Format = {
  extension: 'json',
  piece: async (columns, rows, isFirst) => {
    const lines = rows.map((row) => JSON.stringify(row, [...columns]))
    return lines.length === 0 ? '' : `${isFirst ? '[' : ','}\n${lines.join(',\n')}`
  },
  end: (isEmpty) => (isEmpty ? '[]\n' : '\n]\n'),
}
