import { overlapX, unionOf } from '../model/place.js'
import type { TableColumns } from './columns.js'
import { type Level, middleOf } from './levels.js'
import { numberKindOf, textOf } from './numbers.js'
import type { BodyLevel } from './printed-rows.js'
import type { Segment } from './segments.js'

/** Levels above a table's first row with numbers: heads of its columns, and below them rows of labels alone. */
export interface Head {
  readonly heads: readonly Level[]
  readonly labels: readonly BodyLevel[]
}

/** Heads stand no farther apart, and from the body, than this (em). */
const FARTHEST = 3
/** The lines of one head stand no farther apart (em), even where the head of the names stands between them. */
const NEXT_LINE = 2.2
const MOST_HEADS = 4
const MOST_LABELS = 2
/** This share of a title stands over the names. */
const TITLE_SHARE = 0.5
/** A head is no sentence. */
const LONGEST = 30
/** The head of the remarks may stand this far (em) right of them all. */
const BEYOND = 8
const caption = /単\s*位/u

/** What belongs to a table above its first row with numbers. */
export const headOf = (levels: readonly Level[], columns: TableColumns): Head => {
  const first = columns.levels[0]
  const labels: BodyLevel[] = []
  const heads: Level[] = []
  let aside: Level[] = []
  let last: Level | undefined = first
  for (const level of levelsAbove(levels, columns)) {
    const size = level.segments[0]?.size ?? 10
    if (!last || middleOf(last.box) - middleOf(level.box) > FARTHEST * size) break
    if (aside.length > 0 && !isNextLine(level, last)) break
    if (isHead(level, columns) && heads.length < MOST_HEADS) {
      heads.unshift(level, ...aside)
      aside = []
    } else if (heads.length > 0 && aside.length === 0 && isOverNames(level, columns)) {
      aside = [level]
      continue
    } else if (heads.length === 0 && labels.length < MOST_LABELS && isLabels(level, columns))
      labels.unshift({ ...level, numbered: false, full: false })
    else break
    last = level
  }
  return { heads, labels }
}

/** Whether a level is the upper line of heads of two lines, and no row of another table. */
const isNextLine = (upper: Level, lower: Level): boolean =>
  middleOf(lower.box) - middleOf(upper.box) < NEXT_LINE * (upper.segments[0]?.size ?? 0) &&
  upper.segments.every((segment) => numberKindOf(textOf(segment)) === null)

/** The parts of levels that stand over a table, upwards from its first row with numbers; the head of its last column may
 * stand beside it. */
const levelsAbove = (levels: readonly Level[], { boxes, levels: [first] }: TableColumns): Level[] => {
  const table = unionOf(boxes)
  return levels
    .filter((level) => first && level.box.y1 <= first.box.y0 + 0.3 * (first.box.y1 - first.box.y0))
    .map(({ segments }) => {
      const over = segments.filter(({ box }) => overlapX(box, table) > 0)
      const beyond = segments.filter(({ box, size }) => box.x0 >= table.x1 && box.x0 - table.x1 < BEYOND * size)
      return over.length === boxes.length - 1 ? [...over, ...beyond.slice(0, 1)] : over
    })
    .filter((segments) => segments.length > 0)
    .map((segments) => ({ segments, box: unionOf(segments.map(({ box }) => box)) }))
    .reverse()
}

/** It stands over a column of numbers, or has a head for each of them, and what it says is short. */
const isHead = (level: Level, columns: TableColumns): boolean => {
  const { segments } = level
  const numbers = columns.boxes.slice(columns.firstNumber)
  const names = unionOf(columns.boxes.slice(0, columns.firstNumber))
  return (
    isShort(level) &&
    (segments.some(({ box }) => numbers.some((number) => overlapX(number, box) > 0)) ||
      (segments.length > 1 && segments.filter(({ box }) => box.x0 >= names.x1).length >= numbers.length)) &&
    !segments.some((segment) => isTitle(segment, segments.length === 1, columns))
  )
}

const isShort = ({ segments }: Level): boolean =>
  segments
    .map(textOf)
    .every((text) => !caption.test(text) && text.length <= LONGEST && numberKindOf(text) !== 'grouped')

/** One text from the names into the numbers is a title. Beside other heads one may begin left of its numbers. */
const isTitle = ({ box, size }: Segment, isAlone: boolean, { boxes, firstNumber }: TableColumns): boolean => {
  const numbers = boxes.slice(firstNumber)
  const names = boxes.slice(0, firstNumber)
  const start = numbers[0]?.x0 ?? Infinity
  const isAcross = numbers.some((number) => overlapX(number, box) > size)
  return (
    isAcross &&
    (isAlone ? box.x0 < start - 2 * size : names.some((name) => overlapX(name, box) > TITLE_SHARE * (box.x1 - box.x0)))
  )
}

/** The head of the names, which stands between the lines of the other heads. */
const isOverNames = (level: Level, { boxes, firstNumber }: TableColumns): boolean =>
  isShort(level) && level.box.x1 < (boxes[firstNumber]?.x0 ?? Infinity)

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
