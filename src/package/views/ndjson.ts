import { join } from 'node:path'
import { inOrder } from '../../emit/json.js'
import { makeFolder } from '../../files.js'
import { TextFile } from '../text-file.js'
import type { View } from '../view.js'
import { tableByTable } from './table-by-table.js'

export const ndjson: View = {
  name: 'ndjson',
  help: 'ndjson/TABLE.ndjson: one JSON object a line, with every column and with nulls.',
  open: async ({ folder }) => {
    const below = join(folder, 'ndjson')
    await makeFolder(below)
    return tableByTable(async ({ name, columns }) => {
      const file = await TextFile.open(join(below, `${name}.ndjson`))
      const names = columns.map((column) => column.name)
      return {
        write: (rows) => file.append(rows.map((row) => `${JSON.stringify(inOrder(names, row))}\n`).join('')),
        close: () => file.close(),
      }
    })
  },
}
