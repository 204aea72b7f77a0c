import type { Frame } from '../model/block.js'
import { heightOf } from '../model/place.js'
import { columnsOf, type TableColumns } from './columns.js'
import { frameAround } from './frames.js'
import type { Grid } from './grid.js'
import { headOf } from './head-levels.js'
import { type Level, levelsOf, middleOf } from './levels.js'
import { isIn, type NumberColumn, numberColumnsOf } from './number-columns.js'
import { isUnit, numberKindOf, textOf } from './numbers.js'
import { printedRowsOf } from './printed-rows.js'
import type { Segment } from './segments.js'
import { gridOfRows } from './whitespace-grid.js'

/** Tables have as many rows with numbers, and numbers with their thousands in groups. */
const FEWEST_ROWS = 3
const FEWEST_GROUPED = 3
/** Rows with numbers farther apart (em) are of two tables. */
const FARTHEST = 7
/** Drawn boxes lower than this (em) are stripes and cells of a table, not boxes around it. */
const STRIPE = 4
/** Share of the rows with numbers that a label names. */
const NAMED = 0.6

/** Tables without rules: names, and columns of numbers that end at one edge, row by row. */
export const whitespaceTablesOf = (segments: readonly Segment[], frames: readonly Frame[]): Grid[] =>
  regionsOf(segments, frames)
    .filter((region) => countGrouped(region) >= FEWEST_GROUPED)
    .flatMap((region) => {
      const levels = levelsOf(region)
      return runsOf(levels).flatMap((run) => columnsOf(run).flatMap((columns) => tableOf(levels, columns)))
    })

const countGrouped = (segments: readonly Segment[]): number =>
  segments.filter((segment) => numberKindOf(textOf(segment)) === 'grouped').length

/** What stands in one drawn box or on the page itself. */
const regionsOf = (segments: readonly Segment[], frames: readonly Frame[]): Segment[][] => {
  const regions = new Map<number | null, Segment[]>()
  for (const segment of segments) {
    let home = frameAround(frames, segment.box)
    while (home !== null && heightOf((frames[home] as Frame).box) < STRIPE * segment.size)
      home = (frames[home] as Frame).parent
    const region = regions.get(home)
    if (region) region.push(segment)
    else regions.set(home, [segment])
  }
  return [...regions.values()]
}

/** Levels of one table or of tables side by side: numbers follow each other without a gap and without a text across. */
const runsOf = (levels: readonly Level[]): Level[][] => {
  const runs: Level[][] = []
  let last: Level | null = null
  for (const level of levels) {
    const isNumbered = level.segments.some((segment) => numberKindOf(textOf(segment)) !== null)
    const size = level.segments[0]?.size ?? 10
    if (isNumbered && (last === null || middleOf(level.box) - middleOf(last.box) > FARTHEST * size)) runs.push([])
    runs.at(-1)?.push(level)
    if (isNumbered) last = level
  }
  return runs.flatMap(partedAtTexts)
}

/** A text across the columns of numbers ends a table. */
const partedAtTexts = (run: readonly Level[]): Level[][] => {
  const columns = numberColumnsOf(run.flatMap(({ segments }) => segments))
  const at = run.findIndex((level) => isAcross(level, columns))
  if (columns.length === 0) return []
  return at < 0 ? [[...run]] : [...partedAtTexts(run.slice(0, at)), ...partedAtTexts(run.slice(at + 1))]
}

const isAcross = ({ segments }: Level, columns: readonly NumberColumn[]): boolean => {
  const over = segments.filter((segment) => columns.some((column) => isIn(column, segment)))
  return over.length > 0 && over.every((segment) => numberKindOf(textOf(segment)) === null && !isUnit(textOf(segment)))
}

/** One table, if its rows are named and its numbers are money. */
const tableOf = (levels: readonly Level[], columns: TableColumns): Grid[] => {
  const numbered = columns.levels.filter((level) => level.numbered)
  const labelled = numbered.filter((level) => level.segments.some((segment) => columns.isLabel(segment)))
  const rows = printedRowsOf(columns.levels)
  const named = rows.filter((row) => row.some((level) => level.segments.some((segment) => columns.isLabel(segment))))
  const isTable =
    numbered.length >= FEWEST_ROWS &&
    countGrouped(numbered.flatMap(({ segments }) => segments)) >= FEWEST_GROUPED &&
    (labelled.length >= NAMED * numbered.length || named.length >= NAMED * rows.length)
  return isTable ? [gridOfRows(headOf(levels, columns), rows, columns)] : []
}
