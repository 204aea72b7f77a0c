import { unnamed } from '../model/document-name.js'
import type { Grid } from '../model/grid.js'
import { groupBy } from '../model/groups.js'
import type { CellPlace, CleanPage, CleanText } from '../model/text.js'

/** A text of a table. */
type CellText = CleanText & { readonly cell: CellPlace }

/** The printed tables of a page as they stand, in reading order. */
export const gridsOf = ({ page, texts }: CleanPage): Grid[] => {
  const tables = groupBy(texts.filter(isOfTable), ({ block }) => block)
  return [...tables].map(([block, cells], i) => ({
    document_id: unnamed,
    page,
    number: i + 1,
    caption: captionOf(texts, block),
    texts: textsOf(cells),
  }))
}

const isOfTable = (text: CleanText): text is CellText => text.cell !== null

/** The last heading above a table. */
const captionOf = (texts: readonly CleanText[], table: number): string | null =>
  texts.findLast(({ kind, block }) => kind === 'heading' && block < table)?.text ?? null

/** Each cell in its first row and column. */
const textsOf = (cells: readonly CellText[]): string[][] => {
  const height = Math.max(...cells.map(({ cell }) => cell.row + cell.rowSpan))
  const width = Math.max(...cells.map(({ cell }) => cell.column + cell.columnSpan))
  const texts = Array.from({ length: height }, () => Array.from({ length: width }, () => ''))
  for (const { cell, text } of cells) (texts[cell.row] as string[])[cell.column] = text
  return texts
}
