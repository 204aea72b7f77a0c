import { type Box, overlapX, unionOf } from '../model/place.js'
import { middleOf } from './levels.js'
import { isNumber, numberKindOf, textOf } from './numbers.js'
import { isLevel } from './order.js'
import type { Segment } from './segments.js'

/** Numbers one above another that end at one edge. */
export interface NumberColumn {
  readonly members: readonly Segment[]
  readonly box: Box
}

/** Last digits this near (em) end at one edge. */
const EDGE = 0.4
/** Fewer numbers at one edge are no column. */
const FEWEST = 3
/** A word of a unit this near (em) to the right of a number belongs to it: the number is an amount in a text. */
const UNIT_GAP = 2.5
const unitBehind = /^[\s　]*[（(]?(?:[兆億万百千]*円|人|件|校|名|年|月|回|か所|箇所|機関|台|㎡|[%％])/u

/** Columns of numbers, left to right. */
export const numberColumnsOf = (segments: readonly Segment[]): NumberColumn[] => {
  const numbers = segments.filter((segment) => isNumeric(segment) && !hasUnitBehind(segment, segments))
  const edges: Segment[][] = []
  for (const segment of [...numbers].sort((a, b) => edgeOf(a) - edgeOf(b))) {
    const edge = edges.at(-1)
    const first = edge?.[0]
    if (edge && first && edgeOf(segment) - edgeOf(first) <= EDGE * segment.size) edge.push(segment)
    else edges.push([segment])
  }
  const columns = edges.filter((edge) => edge.length >= FEWEST).map(columnOf)
  return merged(columns)
}

/** Whether a number, alone or for its lack a dash, stands in the column. */
export const isIn = (column: NumberColumn, { box }: Segment): boolean => overlapX(column.box, box) > 0

const isNumeric = (segment: Segment): boolean => {
  const text = textOf(segment)
  return isNumber(text) || (/[0-9０-９]/u.test(text) && numberKindOf(text) !== null)
}

/** Where its last digit ends: brackets hang over the edge. */
const edgeOf = (segment: Segment): number =>
  segment.inks.findLast(({ text }) => /[0-9０-９%％]/u.test(text))?.x1 ?? segment.box.x1

/** Whether a word of a unit stands right of a number or below it. */
export const hasUnitBehind = (number: Segment, segments: readonly Segment[]): boolean =>
  segments.some(({ box, inks, size }) => {
    const isRight =
      box.x0 >= number.box.x1 && box.x0 - number.box.x1 < UNIT_GAP * number.size && isLevel(box, number.box)
    const isBelow =
      overlapX(box, number.box) > 0 && box.y0 > middleOf(number.box) && box.y0 - number.box.y1 < 0.5 * size
    return (isRight || isBelow) && unitBehind.test(inks.map(({ text }) => text).join(''))
  })

const columnOf = (members: readonly Segment[]): NumberColumn => ({
  members: [...members].sort((a, b) => middleOf(a.box) - middleOf(b.box)),
  box: unionOf(members.map(({ box }) => box)),
})

/** Columns that overlap are one. */
const merged = (columns: readonly NumberColumn[]): NumberColumn[] => {
  const result: NumberColumn[] = []
  for (const column of [...columns].sort((a, b) => a.box.x0 - b.box.x0)) {
    const before = result.at(-1)
    if (before && overlapX(before.box, column.box) > 0)
      result[result.length - 1] = columnOf([...before.members, ...column.members])
    else result.push(column)
  }
  return result
}
