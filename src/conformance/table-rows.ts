import type { Cell } from './field.js'
import type { Table } from './table.js'

export interface TableRow {
  readonly file: string
  /** In its file, from 1. */
  readonly row: number
  readonly cells: readonly Cell[]
  readonly isHeader: boolean
  /** Whether it is of objects, so that the order of its cells says nothing. */
  readonly isKeyed: boolean
}

/** The rows of all files of a table as they come: the header, if there is one, and what is below it. Later files may have the
 * header again, or go on without it. `onMark` is called for a file that begins with a byte order mark. */
export async function* rowsOf(
  table: Table,
  onMark: (file: string) => void = () => undefined,
): AsyncGenerator<TableRow> {
  let header: string | null = null
  for (const { file, isKeyed, rows } of table.parts) {
    let row = 0
    for await (const cells of rows(() => onMark(file))) {
      row += 1
      const isFirst = row === 1 && (isKeyed || table.dialect.header !== false)
      if (isFirst && header === JSON.stringify(cells)) continue
      const isHeader = isFirst && header === null
      if (isHeader) header = JSON.stringify(cells)
      yield { file, row, cells, isHeader, isKeyed }
    }
  }
}
