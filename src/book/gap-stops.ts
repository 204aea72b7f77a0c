import type { Box } from '../model/place.js'
import type { Band } from './bands.js'
import { middleOf } from './column.js'
import { isHeadWord } from './column-words.js'
import type { Leaf } from './leaf.js'
import { type Print, squeeze } from './print.js'

type Span = Pick<Box, 'x0' | 'x1'>

/** Where the columns of a table without upright rules part: in the widest gap, between two words of its head, that all that
 * stands below leaves free. */
export const gapStops = ({ prints }: Leaf, head: readonly Print[], below: Band): number[] => {
  const words = lowest(head.flatMap((print) => (isHeadWord(squeeze(print.text)) ? [print.box] : stretchesOf(print))))
  if (words.length < 3) return []
  const body = prints.filter(({ box }) => box.y0 >= below.y0 && box.y1 <= below.y1).flatMap(stretchesOf)
  const all = [...words, ...body]
  const between = words.slice(1).map((word, i) => widestGap(all, middleOf(words[i] as Span), middleOf(word)))
  return [Math.min(...all.map(({ x0 }) => x0)) - 1, ...between, Math.max(...all.map(({ x1 }) => x1)) + 1]
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

/** Words with no other word below them, from left to right. */
const lowest = (words: readonly Box[]): Box[] =>
  words
    .filter((word) => !words.some((other) => other.y0 >= word.y1 - 1 && other.x0 < word.x1 && other.x1 > word.x0))
    .sort((a, b) => a.x0 - b.x0)

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
