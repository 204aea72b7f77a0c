import { type CellValue, calculateColumnWidth, rangeRef, type WriteSheet } from 'hucre/xlsx'

/** The cells of a row, in the order of the columns; not readonly, as hucre takes no other. */
export type Cells = CellValue[]

/** A sheet with a row of heads, which stays in sight and filters the rows below; `formats` are number formats of columns. */
export const sheetOf = (
  name: string,
  heads: readonly string[],
  rows: readonly Cells[],
  formats: readonly (string | null)[],
): WriteSheet => {
  const all = [[...heads], ...rows]
  return {
    name,
    rows: all,
    columns: heads.map((head, i) => ({ width: widthOf(head, rows, i, formats[i] ?? null) })),
    cells: overrides(all, formats),
    freezePane: { rows: 1 },
    autoFilter: { range: rangeRef(0, 0, rows.length, heads.length - 1) },
  }
}

/** Characters that the first rows need, and the head beside the button of its filter. */
const widthOf = (head: string, rows: readonly Cells[], index: number, numFmt: string | null): number => {
  const values = rows.slice(0, 100).map((row) => row[index] ?? null)
  const width = calculateColumnWidth(values, { ...(numFmt && { numFmt }), maxWidth: 50 })
  return Math.max(width, calculateColumnWidth([head]) + 2)
}

/** What the values alone do not say of the cells that have one: a style of a whole column would fill its empty cells. */
const overrides = (rows: readonly Cells[], formats: readonly (string | null)[]): CellOverrides => {
  const cells: CellOverrides = new Map(rows[0]?.map((_, c) => [`0,${c}`, bold]))
  const numbers = formats.map((numFmt) => (numFmt === null ? null : { style: { numFmt } }))
  for (const [r, row] of rows.entries())
    for (const [c, value] of row.entries()) {
      const cell = typeof value === 'number' ? numbers[c] : textIfError(value)
      if (cell) cells.set(`${r},${c}`, cell)
    }
  return cells
}

type CellOverrides = NonNullable<WriteSheet['cells']>

/** hucre's own font, which it leaves out of one that is bold alone. */
const bold = { style: { font: { name: 'Calibri', size: 11, bold: true } } }

/** hucre takes a text such as `#N/A` for an error, though not in rich text. */
const textIfError = (value: CellValue) =>
  typeof value === 'string' && /^#[A-Z]/u.test(value) ? { richText: [{ text: value }] } : null
