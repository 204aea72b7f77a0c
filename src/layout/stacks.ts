import { type Box, heightOf, overlapX, overlapY, unionOf, widthOf } from '../model/place.js'
import { type Grid, gridsOf, holdsMiddle } from './grid.js'
import { medianOf, middleOf } from './levels.js'
import { numberColumnsOf } from './number-columns.js'
import { isNumber, textOf } from './numbers.js'
import type { Segment } from './segments.js'
import { stripsOf } from './strips.js'

/** Level rules of one width, one above another, and the shorter ones between them. */
interface Stack {
  readonly box: Box
  readonly rules: readonly Box[]
}

/** Ends this near (points) are one. */
const TOUCH = 3
/** A table's level rules are no shorter (points), and no fewer. */
const SHORTEST = 100
const FEWEST = 3
/** Between two rules without any number stand heads: no higher than this times a row with numbers. */
const HIGHEST_HEAD = 4
/** A text that reaches this far (em) beyond a line between columns crosses it. */
const CROSSING = 0.5
const caption = /単\s*位/u

/** Tables that level rules part into rows, and whitespace into columns. */
export const stackedTablesOf = (across: readonly Box[], segments: readonly Segment[]): Grid[] =>
  stacksOf(across, segments).flatMap(({ box, rules }) => {
    const inside = segments.filter((segment) => holdsMiddle(box, segment.box))
    const down = cutsOf(inside, rules).flatMap((x) => uprightsAt(x, rules, inside))
    return gridsOf({ across: rules, down })
  })

const stacksOf = (across: readonly Box[], segments: readonly Segment[]): Stack[] => {
  const lines = linesOf(across)
  const widths: Box[][] = []
  for (const line of lines.filter((box) => widthOf(box) >= SHORTEST)) {
    const same = widths.find(([first]) => first && isNear(first.x0, line.x0) && isNear(first.x1, line.x1))
    if (same) same.push(line)
    else widths.push([line])
  }
  return widths
    .flatMap((rules) => runsOf(rules, segments))
    .filter((rules) => rules.length >= FEWEST)
    .map((rules) => {
      const box = unionOf(rules)
      return { box, rules: lines.filter((line) => overlapY(box, line) >= 0 && isWithin(box, line)) }
    })
}

/** Rules in pieces made whole. */
const linesOf = (across: readonly Box[]): Box[] => {
  const lines: Box[] = []
  for (const box of [...across].sort((a, b) => a.x0 - b.x0)) {
    const at = lines.findIndex((line) => isNear(middleOf(line), middleOf(box)) && box.x0 - line.x1 <= TOUCH)
    if (at < 0) lines.push(box)
    else lines[at] = unionOf([lines[at] as Box, box])
  }
  return lines.sort((a, b) => a.y0 - b.y0)
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOUCH

const isWithin = (outer: Box, { x0, x1 }: Box): boolean => x0 >= outer.x0 - TOUCH && x1 <= outer.x1 + TOUCH

/** Rules of one width as far as rows of numbers and their heads stand between them. */
const runsOf = (rules: readonly Box[], segments: readonly Segment[]): Box[][] => {
  const bands = rules.slice(1).map((rule, i) => {
    const box = unionOf([rules[i] as Box, rule])
    const texts = segments.filter((segment) => holdsMiddle(box, segment.box)).map(textOf)
    return {
      height: heightOf(box),
      isNumbered: texts.some(isNumber),
      isCaption: texts.some((text) => caption.test(text)),
    }
  })
  const usual = medianOf(bands.filter(({ isNumbered }) => isNumbered).map(({ height }) => height))
  const runs: Box[][] = rules[0] ? [[rules[0]]] : []
  bands.forEach(({ height, isNumbered, isCaption }, i) => {
    const rule = rules[i + 1] as Box
    if (!isCaption && (isNumbered || height <= HIGHEST_HEAD * usual)) runs.at(-1)?.push(rule)
    else runs.push([rule])
  })
  return runs
}

/** Where columns meet: in the widest gap that also the heads leave. */
const cutsOf = (segments: readonly Segment[], rules: readonly Box[]): number[] => {
  const body = segments.filter(({ box }) => isNumberedRow(box, segments, rules))
  const numbers = numberColumnsOf(body).map(({ box }) => box)
  if (numbers.length === 0) return []
  const texts = body.filter(({ box }) => !numbers.some((number) => overlapX(number, box) > 0))
  const last = Math.max(...body.map(({ box }) => box.x1))
  const beyond = segments.filter(({ box, size }) => box.x0 > last + size)
  const columns = [...numbers, ...stripsOf([...texts, ...beyond]).map((strip) => unionOf(strip.map(({ box }) => box)))]
  return columns
    .sort((a, b) => a.x0 - b.x0)
    .flatMap((right, i, all) => (i === 0 ? [] : [widestGap((all[i - 1] as Box).x1, right.x0, segments)]))
}

/** Whether the rules next above and below enclose a number. */
const isNumberedRow = (box: Box, segments: readonly Segment[], rules: readonly Box[]): boolean => {
  const y = middleOf(box)
  const over = rules.filter((rule) => overlapX(rule, box) > 0).map(middleOf)
  const [top, foot] = [Math.max(...over.filter((at) => at < y)), Math.min(...over.filter((at) => at >= y))]
  return segments.some((other) => middleOf(other.box) > top && middleOf(other.box) < foot && isNumber(textOf(other)))
}

const widestGap = (from: number, to: number, segments: readonly Segment[]): number => {
  const within = segments.map(({ box }) => box).filter(({ x0, x1 }) => x1 > from && x0 < to)
  let [at, widest, left] = [(from + to) / 2, 0, from]
  for (const { x0, x1 } of [...within.sort((a, b) => a.x0 - b.x0), { x0: to, x1: to }]) {
    if (x0 - left > widest) [at, widest] = [(left + x0) / 2, x0 - left]
    left = Math.max(left, x1)
  }
  return at
}

/** An upright line at x, but not through a text or above a shorter rule that a single text heads. */
const uprightsAt = (x: number, rules: readonly Box[], segments: readonly Segment[]): Box[] =>
  rules.slice(1).flatMap((rule, i) => {
    const band = { x0: x, x1: x, y0: middleOf(rules[i] as Box), y1: middleOf(rule) }
    const beside = segments.filter(({ box }) => middleOf(box) > band.y0 && middleOf(box) < band.y1)
    const isCrossed = beside.some(({ box, size }) => box.x0 < x - CROSSING * size && box.x1 > x + CROSSING * size)
    const isShort = widthOf(rule) < widthOf(unionOf(rules)) - 2 * TOUCH && rule.x0 < x && rule.x1 > x
    const isHead = isShort && beside.filter(({ box }) => overlapX(box, rule) > 0).length === 1
    return isCrossed || isHead ? [] : [band]
  })
