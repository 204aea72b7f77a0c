import { type Grid, type GridCell, holdsMiddle } from './grid.js'
import { type Level, levelsOf, middleOf } from './levels.js'
import { isNumber, isUnit, numberKindOf, textOf } from './numbers.js'
import { printedRowsOf } from './printed-rows.js'
import type { Segment } from './segments.js'

/** A cell of one ruled row and what it holds. */
interface Held {
  readonly cell: GridCell
  readonly segments: readonly Segment[]
  readonly levels: readonly Level[]
  readonly isNumbers: boolean
}

/** A label that ends this near (em) to the rule fills its cell. */
const FULL_SLACK = 1.7
/** A cell with more lines than this for each row is a text of its own. */
const MOST_LINES = 2

/** Rows that only whitespace parts, between the rules of one row, become rows of the grid. */
export const splitRows = (grid: Grid, segments: readonly Segment[]): Grid => {
  const near = segments.filter(({ box }) => holdsMiddle(grid.box, box))
  const rowCount = Math.max(...grid.cells.map(({ row, rowSpan }) => row + rowSpan))
  const splits = Array.from({ length: rowCount }, (_, row) => splitOf(heldIn(grid, row, near)))
  if (splits.every(({ cuts }) => cuts.length === 0)) return grid
  const shifts = [0]
  for (const { cuts } of splits) shifts.push((shifts.at(-1) ?? 0) + cuts.length)
  const cells = grid.cells.flatMap((cell) => parts(cell, splits[cell.row] as Split, shifts))
  return { box: grid.box, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) }
}

/** Where a ruled row is cut, and its cells that the cuts go through. */
interface Split {
  readonly cuts: readonly number[]
  readonly cells: ReadonlySet<GridCell>
}

const whole: Split = { cuts: [], cells: new Set() }

const heldIn = (grid: Grid, row: number, segments: readonly Segment[]): Held[] =>
  grid.cells
    .filter((cell) => cell.row === row && cell.rowSpan === 1)
    .map((cell) => {
      const held = segments.filter(({ box }) => holdsMiddle(cell.box, box))
      const texts = held.map(textOf)
      return {
        cell,
        segments: held,
        levels: levelsOf(held),
        isNumbers: texts.some(isNumber) && texts.every((text) => numberKindOf(text) !== null || isUnit(text)),
      }
    })

const splitOf = (held: readonly Held[]): Split => {
  const numbers = held.filter(({ isNumbers, levels }) => isNumbers && levels.length > 1)
  if (numbers.length === 0) return whole
  const labels = held.filter(({ isNumbers }) => !isNumbers)
  const numbered = levelsOf(numbers.flatMap(({ segments }) => segments)).filter(
    (level) => level.segments.some((segment) => isNumber(textOf(segment))) && !isAside(level, labels),
  )
  if (numbered.length < 2 || !hasLabels(numbered, labels)) return whole
  const levels = levelsOf(held.filter(followsRows(numbered)).flatMap(({ segments }) => segments)).map((level) => ({
    ...level,
    numbered: numbered.some(({ box }) => isBeside(box, level.box)),
    full: labels.some(({ cell, segments }) =>
      segments.some(
        (segment) => level.segments.includes(segment) && cell.box.x1 - segment.box.x1 < FULL_SLACK * segment.size,
      ),
    ),
  }))
  const rows = printedRowsOf(levels)
  const cuts = rows.slice(1).map((row, i) => {
    const above = rows[i] as typeof row
    return (Math.max(...above.map(({ box }) => box.y1)) + Math.min(...row.map(({ box }) => box.y0))) / 2
  })
  return { cuts, cells: new Set(held.filter(followsRows(numbered)).map(({ cell }) => cell)) }
}

/** An amount in brackets below another belongs to its row, unless a label in brackets stands beside it. */
const isAside = (level: Level, labels: readonly Held[]): boolean =>
  level.segments.every((segment) => isBracketed(segment)) &&
  !labels.some(({ segments }) => segments.some((label) => isBeside(label.box, level.box) && isBracketed(label)))

const isBracketed = (segment: Segment): boolean => /^[\s　]*[(（〔［[]/u.test(textOf(segment))

const isBeside = (a: Segment['box'], b: Segment['box']): boolean =>
  Math.abs(middleOf(a) - middleOf(b)) < 0.4 * Math.min(a.y1 - a.y0, b.y1 - b.y0)

/** Some cell of labels names half of the rows or more. */
const hasLabels = (numbered: readonly Level[], labels: readonly Held[]): boolean =>
  labels.some(
    ({ levels }) =>
      2 * numbered.filter(({ box }) => levels.some((label) => isBeside(label.box, box))).length >= numbered.length &&
      levels.length > 1,
  )

/** Cells whose lines stand beside the numbers. A single line between them names all the rows, and a label with a number
 * below it speaks for itself. */
const followsRows =
  (numbered: readonly Level[]) =>
  ({ levels, isNumbers }: Held): boolean =>
    isNumbers ||
    (levels.length > 1
      ? levels.length <= MOST_LINES * numbered.length && new Set(levels.map(isNumberLevel)).size === 1
      : levels.some(({ box }) => isBeside(box, (numbered[0] as Level).box)))

const isNumberLevel = ({ segments }: Level): boolean =>
  segments.every((segment) => numberKindOf(textOf(segment)) !== null)

/** A cell in the grid with more rows. */
const parts = (cell: GridCell, { cuts, cells }: Split, shifts: readonly number[]): GridCell[] => {
  const row = cell.row + (shifts[cell.row] ?? 0)
  const end = cell.row + cell.rowSpan
  if (!cells.has(cell)) return [{ ...cell, row, rowSpan: end + (shifts[end] ?? 0) - row }]
  const ys = [cell.box.y0, ...cuts, cell.box.y1]
  return ys.slice(1).map((y1, i) => ({ ...cell, row: row + i, box: { ...cell.box, y0: ys[i] as number, y1 } }))
}
