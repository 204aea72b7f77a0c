import { foldDigits } from './digits.js'
import { type Heading, headingsIn } from './headings.js'
import { type Piece, stretch } from './pieces.js'
import type { Print } from './print.js'

/** A heading with what is printed of it. */
export interface PrintedHeading {
  readonly heading: Heading
  readonly name: Piece
  readonly amount: Piece | null
}

/** The headings that a line prints, one after another. One without an amount has the rest of the line as its name. */
export const printedHeadingsIn = (print: Print): PrintedHeading[] => {
  const folded = foldDigits(print.text)
  let from = 0
  return headingsIn(print.text).flatMap((heading) => {
    const at = heading.amount === null ? -1 : folded.indexOf(heading.amount, from)
    const to = at === -1 ? folded.length : at + (heading.amount ?? '').length
    const name = stretch(print, from, at === -1 ? to : at)
    const amount = at === -1 ? null : stretch(print, at, to)
    if (at !== -1) from = to
    return name ? [{ heading, name, amount }] : []
  })
}
