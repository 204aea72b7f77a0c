/** A printed table as it stands. */
export interface Grid {
  readonly document_id: string
  /** Physical page, 1-based; null for text input. */
  readonly page: number | null
  /** 1-based number of the table on its page, in reading order. */
  readonly number: number
  /** The heading above it, or null. */
  readonly caption: string | null
  /** Text of each cell as printed, row by row with the rows of the head; all rows have the same number of cells. A cell that
   * spans several stands in its first row and column, the rest is ''. */
  readonly texts: readonly (readonly string[])[]
}

/** Where the files of printed tables stand in the folder of a data set. */
export const gridFolder = 'tables'

/** Name of a table's file: the document, the page (000 for text input) and the number on it, as in ids of figures. */
export const gridFile = ({ document_id, page, number }: Grid): string =>
  `${document_id}-p${String(page ?? 0).padStart(3, '0')}-t${number}.csv`

export const isGridFile = (name: string): boolean => /-p\d{3,}-t\d+\.csv$/u.test(name)
