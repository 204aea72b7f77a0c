import type { Box } from '../model/place.js'
import type { Band } from './bands.js'
import { middleOf } from './column.js'
import { isGrouped } from './digits.js'
import { headWordsOf } from './head-words.js'
import type { Leaf } from './leaf.js'
import { type NumberPrint, numbersIn } from './numbers.js'
import type { Print } from './print.js'

type Span = Pick<Box, 'x0' | 'x1'>

/** Where the columns of a table without upright rules part. Money ends at the right edge of its column; where none ends between
 * two words of the head, the widest gap that all below leaves free parts them, left of the money behind it. */
export const gapStops = ({ prints }: Leaf, head: readonly Print[], below: Band): number[] => {
  const words = lowest(headWordsOf(head))
  if (words.length < 3) return []
  const body = prints.filter(({ box }) => box.y0 >= below.y0 && box.y1 <= below.y1)
  const all = [...words, ...body.flatMap(stretchesOf)]
  const middles = words.map(middleOf)
  const monies = middles.map((from, i) => moneyBetween(body, from, middles[i + 1] ?? Infinity))
  const between = middles.slice(1).map((to, i) => {
    const [own, next] = [monies[i] ?? null, monies[i + 1] ?? null]
    const [word, other] = [words[i] as Span, words[i + 1] as Span]
    if (own) return behind(all, Math.max(own.x1, word.x1))
    return next ? Math.min(next.x0, other.x0) - BEFORE_MONEY : widestGap(all, middles[i] as number, to)
  })
  return [Math.min(...all.map(({ x0 }) => x0)) - 1, ...between, Math.max(...all.map(({ x1 }) => x1)) + 1]
}

/** Money of one column ends this near to one edge, in points. */
const ONE_EDGE = 2
/** Blank before the widest amount of a column, and the most behind its edge. */
const BEFORE_MONEY = 2
const BEHIND_MONEY = 4

/** Where money stands that ends between two positions: from its widest amount to the edge where most of it ends. Where no
 * amount is of thousands, small numbers tell that no words follow, and those furthest left: numbers of rows stand behind them. */
const moneyBetween = (prints: readonly Print[], from: number, to: number): Span | null => {
  const numbers = prints
    .flatMap(numbersIn)
    .filter(({ after, box }) => !/^\S/u.test(after) && box.x1 > from && box.x1 <= to)
  const monies = numbers.filter(({ text }) => isGrouped(text)).map(({ box }) => box)
  const bare = numbers.filter(isBare)
  const small = (bare.length > 0 ? bare : numbers.filter(isAhead)).map(({ box }) => box)
  const ending = (all: readonly Span[], { x1 }: Span): Span[] => all.filter((one) => Math.abs(one.x1 - x1) <= ONE_EDGE)
  const [first] = small.toSorted((a, b) => a.x1 - b.x1)
  const most = monies.map((one) => ending(monies, one)).sort((a, b) => b.length - a.length)[0]
  const ends = most ?? (first ? ending(small, first) : [])
  return ends.length > 0
    ? { x0: Math.min(...ends.map(({ x0 }) => x0)), x1: Math.max(...ends.map(({ x1 }) => x1)) }
    : null
}

/** A number before which and behind which no word stands. */
const isBare = ({ before, after }: NumberPrint): boolean =>
  /(?:^|\s)$/u.test(before) && /^(?:$|\s+[\d△▲−-])/u.test(after)

/** A number with words of the next column behind it. */
const isAhead = ({ before, text, after }: NumberPrint): boolean =>
  before.trim() === '' && !isGrouped(text) && /^\s+\p{L}/u.test(after)

/** Half way from an edge to what begins behind it, if that is near. */
const behind = (spans: readonly Span[], x: number): number => {
  const next = Math.min(...spans.flatMap(({ x0 }) => (x0 > x ? [x0] : [])))
  return x + Math.min((next - x) / 2, BEHIND_MONEY)
}

/** The stretches of a line between the gaps of columns, with their places on the sheet. */
const stretchesOf = ({ text, boxes, box, shift }: Print): Box[] => {
  const stretches: { x0: number; x1: number; y0: number; y1: number }[] = []
  let isOpen = false
  for (let i = 0; i < text.length; i++) {
    const [x0, x1] = [(boxes[4 * i] ?? 0) + shift.x, (boxes[4 * i + 2] ?? 0) + shift.x]
    if (text[i] === '\t') isOpen = false
    else if (/\S/u.test(text[i] as string)) {
      const last = stretches.at(-1)
      if (isOpen && last) last.x1 = x1
      else stretches.push({ x0, x1, y0: box.y0, y1: box.y1 })
      isOpen = true
    }
  }
  return stretches
}

/** Words with no other word below them, from left to right; a word between two that stand lower is the head of both. */
const lowest = (words: readonly Box[]): Box[] => {
  const bare = words
    .filter((word) => !words.some((other) => isBelow(other, word) && other.x0 < word.x1 && other.x1 > word.x0))
    .sort((a, b) => a.x0 - b.x0)
  return bare.filter((word, i) => {
    const [before, after] = [bare[i - 1], bare[i + 1]]
    return !(before && after && isBelow(before, word) && isBelow(after, word))
  })
}

const isBelow = (lower: Box, upper: Box): boolean => lower.y0 >= upper.y1 - 1

/** The middle of the widest stretch between two positions that no span touches; their middle where there is none. */
const widestGap = (spans: readonly Span[], from: number, to: number): number => {
  const inside = spans.filter(({ x0, x1 }) => x1 > from && x0 < to).sort((a, b) => a.x0 - b.x0)
  let [best, width, end] = [(from + to) / 2, 0, from]
  for (const { x0, x1 } of [...inside, { x0: to, x1: to }]) {
    if (x0 - end > width) [best, width] = [(end + x0) / 2, x0 - end]
    end = Math.max(end, x1)
  }
  return best
}
