import type { Stage, UnitPrinted } from './finding.js'
import type { Box } from './place.js'
import type { Role } from './role.js'

/** What stands in the cells of a column. name: labels of rows; code: numbers that order or classify; money, percent, count:
 * numbers; text: words that name no row. */
export type ColumnKind = 'name' | 'code' | 'money' | 'percent' | 'count' | 'text'

/** A column of a table as its heads explain it. */
export interface TableColumn {
  /** Texts of the heads above it, outermost first. */
  readonly path: readonly string[]
  readonly kind: ColumnKind
  /** Of a column of money; null where the heads do not say, and for all other columns. */
  readonly role: Role | null
  readonly fiscalYear: number | null
  readonly stage: Stage | null
  readonly unit: UnitPrinted | null
  /** The column parts another column of the same row: 財源内訳, うち …. */
  readonly isPart: boolean
  /** Run of columns that one column of names names, from 0; the table's rows are those of run 0. */
  readonly group: number
}

/** A row of a table. Its name is as printed, joined, without numbering. */
export interface TableRow {
  readonly kind: 'head' | 'body'
  readonly name: string
  readonly numbering: string | null
  /** Index of the row that encloses it, or null. */
  readonly parent: number | null
  /** Names that enclose it and have no row of their own (merged labels beside several rows), outermost first. */
  readonly groups: readonly string[]
  /** subtotal: 小計, 計 of a group; total: 合計, 総計, 歳出合計, or 計 of the whole table. */
  readonly total: 'none' | 'subtotal' | 'total'
}

/** A printed table and how it was read. */
export interface Table {
  readonly page: number
  /** 1-based number of the table on its page, in reading order. */
  readonly number: number
  readonly box: Box
  /** The heading above it, or null. */
  readonly caption: string | null
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Text of each cell as printed, row by row; a cell that spans stands in its first row and column, the rest is ''. */
  readonly texts: readonly (readonly string[])[]
  /** Index of the table that this one carries on from the page before, or null. */
  readonly continues: number | null
}

/** Where a figure stands in a table: indices in `Assembly.tables` and in the table's rows and columns. */
export interface TablePlace {
  readonly table: number
  readonly row: number
  readonly column: number
}
