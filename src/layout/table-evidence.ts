import { type Box, heightOf, overlapX, overlapY, widthOf } from '../model/place.js'
import { type Grid, holdsMiddle } from './grid.js'
import { hasUnitBehind } from './number-columns.js'
import { isUnit, numberKindOf, textOf } from './numbers.js'
import type { Segment } from './segments.js'

/** Fewer filled cells than this may be a box with a title in it; and no cell of a table holds most of its text. */
const FEWEST_CELLS = 4
const CERTAIN_CELLS = 10
const CERTAIN_COLUMNS = 5
/** A cell that covers more of the whole than this is a box with bars in it, unless numbers stand beside it. */
const LARGEST_CELL = 0.6
/** Where columns hold hardly more than one cell, this share of the places is filled, or bars of a drawing look like cells. */
const FULL_SHARE = 0.5
/** Filled areas without rules need as many numbers. */
const FEWEST_NUMBERS = 3

/** What a grid holds. */
interface Content {
  readonly grid: Grid
  /** Segments of each cell, and which of the cells hold nothing but numbers, and these with their thousands in groups. */
  readonly counts: readonly number[]
  readonly filled: number
  /** Columns in which two filled cells or more begin; the bars of a drawing begin anywhere. */
  readonly columns: number
  /** Columns that have a filled cell. */
  readonly heads: number
  /** Places where a cell could begin: rows times columns that have a filled cell. */
  readonly starts: number
  readonly numbers: number
  readonly grouped: number
  /** Numbers with their thousands in groups and without a unit, wherever they stand. */
  readonly sums: number
}

/** Whether a grid of rules holds a table. */
export const isTable = (grid: Grid, segments: readonly Segment[]): boolean => looksRuled(contentOf(grid, segments))

/** Whether filled areas side by side are the cells of a table: there must be money in them. */
export const isTableOfFills = (grid: Grid, segments: readonly Segment[]): boolean =>
  looksFilled(contentOf(grid, segments))

const contentOf = (grid: Grid, segments: readonly Segment[]): Content => {
  const near = segments.filter(({ box }) => overlaps(grid.box, box))
  const held = grid.cells.map(({ box }) => near.filter((segment) => holdsMiddle(box, segment.box)))
  const kinds = held.map((cell) =>
    cell
      .map(textOf)
      .filter((text) => !isUnit(text))
      .map(numberKindOf),
  )
  const filled = grid.cells.filter((_, i) => (held[i]?.length ?? 0) > 0)
  const columns = new Map<number, number>()
  for (const { column } of filled) columns.set(column, (columns.get(column) ?? 0) + 1)
  return {
    grid,
    counts: held.map((cell) => cell.length),
    filled: filled.length,
    columns: [...columns.values()].filter((count) => count >= 2).length,
    heads: columns.size,
    starts: columns.size * new Set(filled.map(({ row }) => row)).size,
    numbers: kinds.filter((cell) => cell.length > 0 && cell.every((kind) => kind !== null)).length,
    grouped: kinds.filter((cell) => cell.length > 0 && cell.every((kind) => kind === 'grouped')).length,
    sums: near.filter((segment) => numberKindOf(textOf(segment)) === 'grouped' && !hasUnitBehind(segment, near)).length,
  }
}

/** Ruled boxes in a box look like a table; a table's text is spread over its cells. A row alone is one only with a number
 * that can be nothing but money. */
const looksRuled = ({ grid, counts, filled, columns, heads, starts, numbers, grouped, sums }: Content): boolean => {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (new Set(grid.cells.map(({ row }) => row)).size < 2) return grouped > 0 && filled > grouped
  if (filled > 1 && (sums >= 2 || (sums > 0 && numbers > 0 && heads > 2))) return true
  if (columns < 2 && filled < FULL_SHARE * starts) return false
  if (numbers < 2 && grid.cells.some(({ box }) => areaOf(box) > LARGEST_CELL * areaOf(grid.box))) return false
  if (heads >= CERTAIN_COLUMNS && filled > heads) return true
  return filled >= CERTAIN_CELLS || (filled >= FEWEST_CELLS && 2 * Math.max(...counts) <= all)
}

const looksFilled = (content: Content): boolean =>
  looksRuled(content) && content.grouped >= FEWEST_NUMBERS && 4 * content.numbers >= content.filled

const areaOf = (box: Box): number => widthOf(box) * heightOf(box)

export const overlaps = (a: Box, b: Box): boolean => overlapX(a, b) > 0 && overlapY(a, b) > 0
