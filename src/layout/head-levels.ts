import { overlapX, unionOf } from '../model/place.js'
import type { TableColumns } from './columns.js'
import { type Level, middleOf } from './levels.js'
import { numberKindOf, textOf } from './numbers.js'
import type { BodyLevel } from './printed-rows.js'

/** Levels above a table's first row with numbers: heads of its columns, and below them rows of labels alone. */
export interface Head {
  readonly heads: readonly Level[]
  readonly labels: readonly BodyLevel[]
}

/** Heads stand no farther apart, and from the body, than this (em). */
const FARTHEST = 3
const MOST_HEADS = 4
const MOST_LABELS = 2
/** A head is no sentence. */
const LONGEST = 30
const caption = /単\s*位/u

/** What belongs to a table above its first row with numbers. */
export const headOf = (levels: readonly Level[], columns: TableColumns): Head => {
  const first = columns.levels[0]
  const table = unionOf(columns.boxes)
  const above = levels
    .filter((level) => first && level.box.y1 <= first.box.y0 + 0.3 * (first.box.y1 - first.box.y0))
    .map((level) => {
      const segments = level.segments.filter(({ box }) => overlapX(box, table) > 0)
      return { segments, box: unionOf(segments.map(({ box }) => box)) }
    })
    .filter(({ segments }) => segments.length > 0)
    .reverse()
  const labels: BodyLevel[] = []
  const heads: Level[] = []
  let last: Level | undefined = first
  for (const level of above) {
    const size = level.segments[0]?.size ?? 10
    if (!last || middleOf(last.box) - middleOf(level.box) > FARTHEST * size) break
    if (isHead(level, columns) && heads.length < MOST_HEADS) heads.unshift(level)
    else if (heads.length === 0 && labels.length < MOST_LABELS && isLabels(level, columns))
      labels.unshift({ ...level, numbered: false, full: false })
    else break
    last = level
  }
  return { heads, labels }
}

/** It stands over a column of numbers, and what it says is short; one text from the names into the numbers is a title. */
const isHead = ({ segments }: Level, { boxes, firstNumber }: TableColumns): boolean => {
  const texts = segments.map(textOf)
  const numbers = boxes.slice(firstNumber)
  const start = numbers[0]?.x0 ?? Infinity
  return (
    texts.every((text) => !caption.test(text) && text.length <= LONGEST && numberKindOf(text) !== 'grouped') &&
    segments.some(({ box }) => numbers.some((number) => overlapX(number, box) > 0)) &&
    !segments.some(
      ({ box, size }) => box.x0 < start - 2 * size && numbers.some((number) => overlapX(number, box) > size),
    )
  )
}

const isLabels = ({ segments, box }: Level, { boxes, firstNumber, levels }: TableColumns): boolean => {
  const name = unionOf(boxes.slice(0, firstNumber))
  const size = segments[0]?.size ?? 0
  return (
    firstNumber > 0 &&
    box.x1 <= name.x1 + size &&
    box.x0 >= name.x0 - size &&
    Math.abs(size - (levels[0]?.segments[0]?.size ?? 0)) < 0.07 * size
  )
}
