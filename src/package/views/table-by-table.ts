import type { PublishedTable } from '../../model/published-table.js'
import type { Row } from '../../model/row.js'
import type { Writer } from '../view.js'

/** Where the rows of one table go. */
export interface TableFile {
  readonly write: (rows: readonly Row[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** Writes each table to a file of its own. A file is finished when the next table comes, so that one is open at a time. */
export const tableByTable = (begin: (table: PublishedTable) => Promise<TableFile>): Writer => {
  let name: string | null = null
  let file: TableFile | null = null
  const close = async (): Promise<void> => {
    const finished = file
    file = null
    await finished?.close()
  }
  return {
    write: async (table, rows) => {
      if (table.name !== name) {
        await close()
        name = table.name
        file = await begin(table)
      }
      if (rows.length > 0) await file?.write(rows)
    },
    close,
  }
}
