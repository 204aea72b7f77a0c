import { type Box, overlapX } from '../model/place.js'
import { type Grid, holdsMiddle } from './grid.js'
import { middleOf } from './levels.js'
import { isNumber, textOf } from './numbers.js'
import type { Segment } from './segments.js'

/** A rule this near (points) to its foot ends a table. */
const TOUCH = 3
/** Texts may reach this far (points) over the edge of their column. */
const SLACK = 1

/** Where every other row is filled, the last one may stand below the last filling: in its columns, with its numbers, and
 * as high as the row above. */
export const withLastRow = (grid: Grid, across: readonly Box[], segments: readonly Segment[]): Grid => {
  const { box, cells } = grid
  const foot = Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan))
  const last = cells.filter(({ row, rowSpan }) => row + rowSpan === foot)
  const height = box.y1 - Math.max(...last.map((cell) => cell.box.y0))
  const below = { ...box, y0: box.y1, y1: box.y1 + height }
  const held = segments.filter((segment) => holdsMiddle(below, segment.box))
  const numbers = held.filter((segment) => isNumber(textOf(segment)))
  const isRuledOff = across.some((rule) => Math.abs(middleOf(rule) - box.y1) <= TOUCH && overlapX(rule, box) > 0)
  const isHeld = ({ box: { x0, x1 } }: Segment): boolean =>
    last.some((cell) => x0 >= cell.box.x0 - SLACK && x1 <= cell.box.x1 + SLACK)
  if (isRuledOff || numbers.length === 0 || numbers.length === held.length || !held.every(isHeld)) return grid
  const row = last.map((cell) => ({ ...cell, row: foot, rowSpan: 1, box: { ...cell.box, y0: below.y0, y1: below.y1 } }))
  return { box: { ...box, y1: below.y1 }, cells: [...cells, ...row] }
}
