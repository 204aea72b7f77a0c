import { type Box, unionOf } from '../model/place.js'
import { type Level, middleOf } from './levels.js'
import { isIn, type NumberColumn, numberColumnsOf } from './number-columns.js'
import { numberKindOf, textOf } from './numbers.js'
import type { BodyLevel } from './printed-rows.js'
import type { Segment } from './segments.js'
import { stripsOf } from './strips.js'

/** The columns of a table without rules, left to right, and the levels of its body. */
export interface TableColumns {
  readonly boxes: readonly Box[]
  /** Index of the first column of numbers. */
  readonly firstNumber: number
  readonly levels: readonly BodyLevel[]
  readonly isLabel: (segment: Segment) => boolean
}

/** Texts between columns of numbers that name this share of the rows begin another table beside the first. */
const NAMES_SHARE = 0.5
/** Beside a table: text of which less than this share stands level with the numbers is none of its columns. */
const LEVEL_SHARE = 0.8
/** A label that ends this near (em) to the longest fills its column. */
const FULL_SLACK = 1.7
/** A label goes on in the next line when that is no farther than this (em). */
const NEXT_LINE = 1.4

/** The tables that stand side by side in a run of levels. */
export const columnsOf = (run: readonly Level[]): TableColumns[] => {
  const columns = numberColumnsOf(run.flatMap(({ segments }) => segments))
  return sideBySide(run, columns).flatMap((group, i, groups) => {
    const left = groups[i - 1]?.at(-1)?.box.x1 ?? -Infinity
    const next = groups[i + 1]?.[0]?.box.x0 ?? Infinity
    return tableColumns(run, group, left, next)
  })
}

/** Columns of numbers without names between them. */
const sideBySide = (run: readonly Level[], columns: readonly NumberColumn[]): NumberColumn[][] => {
  const groups: NumberColumn[][] = []
  columns.forEach((column, i) => {
    const before = columns[i - 1]
    const numbered = run.filter(({ segments }) => segments.some((segment) => column.members.includes(segment)))
    const named = numbered.filter(({ segments }) =>
      segments.some(({ box }) => before && box.x0 >= before.box.x1 && box.x1 <= column.box.x0),
    )
    if (before && named.length < NAMES_SHARE * numbered.length) groups.at(-1)?.push(column)
    else groups.push([column])
  })
  return groups
}

const tableColumns = (
  run: readonly Level[],
  numbers: readonly NumberColumn[],
  left: number,
  next: number,
): TableColumns[] => {
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (!first || !last) return []
  const isNumbered = ({ segments }: Level): boolean => segments.some((segment) => isNumberOf(numbers, segment))
  const body = bodyOf(clipped(run, left, next === Infinity ? next : last.box.x1), isNumbered)
  const all = body.flatMap(({ segments }) => segments)
  const within = new Set(body.filter(isNumbered).flatMap(({ segments }) => segments))
  const isBeside = (strip: readonly Segment[]): boolean =>
    strip.filter((segment) => within.has(segment)).length >= LEVEL_SHARE * strip.length
  const [name, ...names] = stripsOf(all.filter(({ box }) => box.x1 <= first.box.x0)).reverse()
  const remarks = stripsOf(all.filter(({ box }) => box.x0 >= last.box.x1))
  const labels = name ? [name, ...until(names, isBeside)].reverse() : []
  const notes = until(remarks, isBeside)
  const boxes = [...labels.map(boxOf), ...numbers.map(({ box }) => box), ...notes.map(boxOf)]
  const { x0, x1 } = unionOf(boxes)
  const fullAt = boxOf(labels.flat()).x1
  const isLabel = (segment: Segment): boolean => segment.box.x1 <= first.box.x0
  const isFull = (segment: Segment): boolean => isLabel(segment) && fullAt - segment.box.x1 < FULL_SLACK * segment.size
  return [
    {
      boxes,
      firstNumber: labels.length,
      levels: clipped(body, x0, x1).map((level) => ({
        ...level,
        numbered: isNumbered(level),
        full: level.segments.some(isFull),
      })),
      isLabel,
    },
  ]
}

/** What of some levels stands between two edges. */
const clipped = (levels: readonly Level[], left: number, right: number): Level[] =>
  levels.flatMap((level) => {
    const segments = level.segments.filter(({ box }) => box.x0 + box.x1 > 2 * left && box.x0 + box.x1 < 2 * right)
    return segments.length === 0 ? [] : [{ segments, box: boxOf(segments) }]
  })

const until = (strips: readonly Segment[][], isRight: (strip: readonly Segment[]) => boolean): Segment[][] => {
  const end = strips.findIndex((strip) => !isRight(strip))
  return end < 0 ? [...strips] : strips.slice(0, end)
}

const boxOf = (segments: readonly Segment[]): Box => unionOf(segments.map(({ box }) => box))

const isNumberOf = (numbers: readonly NumberColumn[], segment: Segment): boolean =>
  numberKindOf(textOf(segment)) !== null && numbers.some((column) => isIn(column, segment))

/** Down to what goes on right below the last number. */
const bodyOf = (levels: readonly Level[], isNumbered: (level: Level) => boolean): Level[] => {
  let end = levels.findLastIndex(isNumbered) + 1
  while (follows(levels[end - 1], levels[end])) end++
  return levels.slice(0, end)
}

const follows = (above: Level | undefined, below: Level | undefined): boolean =>
  above !== undefined &&
  below !== undefined &&
  middleOf(below.box) - middleOf(above.box) < NEXT_LINE * (below.segments[0]?.size ?? 0)
