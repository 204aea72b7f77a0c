import { type Box, overlapY, unionOf } from '../../model/place.js'
import type { ColumnGroup } from './column-groups.js'
import type { Band } from './head-rows.js'
import type { PrintedRow } from './rows.js'

/** A table with the names of its rows. */
interface Named {
  readonly band: Band
  readonly groups: readonly { readonly rows: readonly PrintedRow[] }[]
}

/** From this share of its rows on, two tables whose rows stand level are one table over facing pages. */
const LEVEL_SHARE = 0.7

/** Names for the rows of a table that prints none, from the table to its left whose rows stand level with its own: on the
 * same sheet, or on the page before it (見開き). */
export const facingRows = (
  band: Band,
  group: ColumnGroup,
  rows: readonly PrintedRow[],
  read: readonly Named[],
): readonly PrintedRow[] => {
  if (group.from !== group.money || rows.some(({ isOwn }) => isOwn)) return rows
  const boxes = textBoxes(band, group)
  for (let i = read.length - 1; i >= 0; i--) {
    const left = read[i] as Named
    const away = band.table.page - left.band.table.page
    if (away > 1) break
    const names = left.groups[0]?.rows ?? []
    if (names.every(({ isOwn }) => !isOwn) || (away === 0 && left.band.table.box.x1 > band.table.box.x0 + 3)) continue
    const pairs = pairsOf(boxes, cellBoxes(left.band))
    if (pairs.filter((at) => at >= 0).length >= LEVEL_SHARE * boxes.filter((box) => box !== null).length)
      return named(rows, names, pairs)
  }
  return rows
}

/** Rows with the names beside them; a row with none beside it goes on with the name above. */
const named = (rows: readonly PrintedRow[], names: readonly PrintedRow[], pairs: readonly number[]): PrintedRow[] => {
  let last: PrintedRow | null = null
  return rows.map((row, at) => {
    const name = names[pairs[at] ?? -1]
    if (name) last = { ...name, row: row.row, parent: parentIn(pairs, name.parent) }
    return name && last ? last : last ? { ...last, row: row.row, isOwn: false } : row
  })
}

/** The row of this table that stands level with a row of the other. */
const parentIn = (pairs: readonly number[], parent: number | null): number | null => {
  const at = parent === null ? -1 : pairs.indexOf(parent)
  return at < 0 ? null : at
}

/** Where the texts of each row stand in the columns of a group. */
const textBoxes = ({ table, body, end }: Band, { from, to }: ColumnGroup): (Box | null)[] =>
  rowsBetween(body, end).map((row) => {
    const lines = table.cells
      .filter((cell) => cell.row === row && cell.column >= from && cell.column < to)
      .flatMap(({ entry }) => entry.text.clean.lines.map(({ box }) => box))
    return lines.length === 0 ? null : unionOf(lines)
  })

/** The cells of each row. */
const cellBoxes = ({ table, body, end }: Band): (Box | null)[] =>
  rowsBetween(body, end).map((row) => {
    const boxes = table.cells
      .filter((cell) => cell.row === row && cell.rowSpan === 1)
      .map(({ entry }) => entry.text.clean.box)
    return boxes.length === 0 ? null : unionOf(boxes)
  })

const rowsBetween = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** For each row the row of the other table beside it, or -1. */
const pairsOf = (rows: readonly (Box | null)[], others: readonly (Box | null)[]): number[] =>
  rows.map((row) =>
    row === null ? -1 : others.findIndex((other) => other !== null && overlapY(row, other) > 0.5 * (row.y1 - row.y0)),
  )
