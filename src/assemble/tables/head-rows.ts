import { covers, type PrintedCell, type PrintedTable } from './printed.js'

/** A run of rows under one set of heads. */
export interface Band {
  readonly table: PrintedTable
  /** Rows [top, head) hold captions over the whole width, rows [head, body) are heads, rows [body, end) hold the data. */
  readonly top: number
  readonly head: number
  readonly body: number
  readonly end: number
}

/** Its captions over the whole width. */
export const captionCells = ({ table, top, head }: Band): PrintedCell[] =>
  table.cells.filter(({ row }) => row >= top && row < head)

/** Words that heads of columns are made of. */
export const headWords =
  /年度|予算|要求|要望|補正|当初|決算|比較|増減|増△減|構成|伸率|増減率|金額|限度額|残高|現在高|財源|国庫|支出金|地方債|その他|事業費|備考|区分|事業名|科目|[(（]?(?:百万|億|千|万)?円[)）]?$|^[%％]$|計$/u

/** The bands of a table: one, or more where heads are printed again between its rows. */
export const bandsOf = (table: PrintedTable): Band[] => {
  const rows = Array.from({ length: table.rows }, (_, row) => table.cells.filter((cell) => cell.row === row))
  const starts = [headsFrom(table, rows, 0)]
  for (let row = (starts[0] as Heads).body; row < table.rows; row++) {
    if (!isHeadAgain(rows[row] ?? [], rows, starts.at(-1) as Heads)) continue
    const next = headsFrom(table, rows, row)
    starts.push(next)
    row = next.body - 1
  }
  return starts.map((heads, i) => ({ table, ...heads, end: starts[i + 1]?.top ?? table.rows }))
}

type Heads = Pick<Band, 'top' | 'head' | 'body'>

/** The heads that begin in a row: captions over the whole width first, then as far as the cells of the first head row reach, and on while a row holds
 * no number and stands over numbers with the words of heads. A first row of values has no heads. */
const headsFrom = (table: PrintedTable, rows: readonly PrintedCell[][], top: number): Heads => {
  let at = top
  while (isCaptionRow(rows[at] ?? [], table)) at++
  if (hasValues(rows[at] ?? [])) return { top, head: at, body: at }
  const firstValue = rows.findIndex((cells, row) => row > at && hasValues(cells))
  const most = firstValue < 0 ? table.rows : firstValue
  const reach = Math.max(at + 1, ...(rows[at] ?? []).map(({ row, rowSpan }) => row + rowSpan))
  let end = Math.min(reach, most)
  while (end < most && isHeadRow(rows[end] ?? [], table, end)) end++
  return { top, head: at, body: end }
}

/** One cell over the whole width. */
const isCaptionRow = (cells: readonly PrintedCell[], table: PrintedTable): boolean =>
  cells.length === 1 && (cells[0] as PrintedCell).columnSpan >= Math.max(2, table.columns - 1) && !hasValues(cells)

/** A number of a list's running order is no value. */
const hasValues = (cells: readonly PrintedCell[]): boolean =>
  cells.some(
    ({ isValue, values }) =>
      isValue && values.some(({ finding }) => finding.kind === 'number' || finding.kind === 'amount'),
  )

const isHeadRow = (cells: readonly PrintedCell[], table: PrintedTable, row: number): boolean => {
  const over = cells.filter((cell) =>
    table.cells.some((value) => value.row > row && value.isValue && covers(cell, value.column)),
  )
  return over.length > 0 && over.every(({ squeezed }) => headWords.test(squeezed))
}

/** The texts of a head printed once more, or a row of other heads over the columns of numbers. */
const isHeadAgain = (cells: readonly PrintedCell[], rows: readonly PrintedCell[][], { head, body }: Heads): boolean => {
  if (cells.length < 2 || hasValues(cells)) return false
  const known = new Set(rows.slice(head, body).flatMap((row) => row.map(({ squeezed }) => squeezed)))
  const again = cells.filter(({ squeezed }) => known.has(squeezed)).length
  return 2 * again > cells.length
}
