import { type Box, unionOf } from '../model/place.js'
import { foldDigits, readCell } from './digits.js'
import { moved, type Print } from './print.js'

/** A number that a line prints, with what stands around it. */
export interface NumberPrint {
  readonly print: Print
  /** As printed, with blanks between its digits. */
  readonly text: string
  /** What the same stretch of the line prints before and behind it, digits and signs in ASCII. */
  readonly before: string
  readonly after: string
  /** On the page, and on the sheet. */
  readonly own: Box
  readonly box: Box
}

const numbers = /[△▲−-]?\s?\d+(?:[,.]\d+)*/gu

/** The numbers of a line. A stretch that is one number with its digits apart is one. */
export const numbersIn = (print: Print): NumberPrint[] => {
  const found: NumberPrint[] = []
  for (const { 0: stretch, index } of print.text.matchAll(/[^\t]+/gu)) {
    const text = foldDigits(stretch)
    const isWhole = readCell(text).kind === 'number'
    for (const match of text.matchAll(isWhole ? /\S.*\S|\S/gu : numbers)) {
      const to = match.index + match[0].length
      const [own, box] = placeOf(print, index + match.index, index + to)
      const [before, after] = [text.slice(0, match.index), text.slice(to)]
      found.push({ print, text: stretch.slice(match.index, to), before, after, own, box })
    }
  }
  return found
}

const placeOf = ({ text, boxes, shift }: Print, from: number, to: number): [Box, Box] => {
  const letters: Box[] = []
  for (let i = from; i < to; i++) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = boxes.subarray(4 * i, 4 * i + 4)
    if (/\S/u.test(text[i] as string)) letters.push({ x0, y0, x1, y1 })
  }
  const own = unionOf(letters)
  return [own, moved(own, shift)]
}
