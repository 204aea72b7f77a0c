import { dirname, join } from 'node:path'
import { csv } from '../emit/csv.js'
import { makeFolder } from '../files.js'
import { derived } from './series.js'
import { TextFile } from './text-file.js'
import type { Writer } from './view.js'
import { tableByTable } from './views/table-by-table.js'

/** Where the file of a table stands in a package: in `data/`, or beside it when it is made of other tables. */
export const pathOf = (table: string): string => (derived.includes(table) ? `${table}.csv` : `data/${table}.csv`)

/** Writes the tables as a Data Package wants them: UTF-8 without BOM, CRLF, every field quoted, nulls empty, integers without
 * separators. */
export const openCanonical = (folder: string): Writer =>
  tableByTable(async ({ name, columns }) => {
    const path = join(folder, pathOf(name))
    await makeFolder(dirname(path))
    const file = await TextFile.open(path)
    const names = columns.map((column) => column.name)
    await file.append(await csv.end(true, names))
    return {
      write: async (rows) => file.append(await csv.piece(names, rows, false)),
      close: () => file.close(),
    }
  })
