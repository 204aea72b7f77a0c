import { overlapY } from '../model/place.js'
import { foldDigits } from './digits.js'
import { type Print, squeeze } from './print.js'

/** A page number without dashes stands this many heights away from all else. */
const APART = 1.5

const dashed = /^[-－―−‐─–—]+\d{1,4}[-－―−‐─–—]+$/u
const plain = /^\d{1,4}$/u

/** The lines of a page without its printed page number: a number between dashes alone on its level, or one that stands apart
 * above or below all else. */
export const withoutFolio = (prints: readonly Print[]): Print[] => prints.filter((print) => !isFolio(print, prints))

const isFolio = (print: Print, prints: readonly Print[]): boolean => {
  const text = foldDigits(squeeze(print.text))
  if (!dashed.test(text) && !plain.test(text)) return false
  const others = prints.filter((one) => one !== print)
  if (others.some(({ box }) => overlapY(box, print.box) > 0)) return false
  return dashed.test(text) || isApart(print, others)
}

const isApart = ({ box }: Print, others: readonly Print[]): boolean => {
  const gap = APART * (box.y1 - box.y0)
  return (
    others.length > 0 &&
    (others.every((one) => one.box.y1 <= box.y0 - gap) || others.every((one) => one.box.y0 >= box.y1 + gap))
  )
}
