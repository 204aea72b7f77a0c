import { foldDigits } from './digits.js'
import type { Piece } from './pieces.js'

/** How the name of a 節 is set: its number in brackets or not, and where number and name begin in their column. */
interface Setting {
  readonly isBracketed: boolean
  readonly number: number
  readonly name: number
}

/** A part is set in by more than this (em). */
const SET_IN = 0.5

/** Tells 節 from their parts (細節) that have numbers too: these are set further in, number and name alike, or have their
 * numbers in brackets where those of 節 have none. Numbers that end on one edge begin on several. */
export class SetsuLevels {
  private outer: Setting | null = null

  /** The next row is a 節: one of another 目. */
  restart(): void {
    this.outer = null
  }

  isPart(pieces: readonly [Piece, ...Piece[]], left: number): boolean {
    const own = settingOf(pieces, left)
    const { outer } = this
    const least = SET_IN * pieces[0].size
    const isSetIn = outer !== null && own.number - outer.number > least && own.name - outer.name > least
    const isBracketed = outer !== null && own.isBracketed && !outer.isBracketed && own.number > outer.number - least
    if (isSetIn || isBracketed) return true
    this.outer = own
    return false
  }
}

/** Number and name are one piece, or two where they do not stand level. */
const settingOf = (pieces: readonly [Piece, ...Piece[]], left: number): Setting => {
  const [{ text, box }] = pieces
  const names = pieces.flatMap(({ text, edges }) => {
    const [before = ''] = /^[(]?\d+[)]?[.、\s]*/u.exec(foldDigits(text)) ?? []
    return edges[before.length]?.slice(0, 1) ?? []
  })
  return { isBracketed: /^[(（]/u.test(text), number: box.x0 - left, name: (names[0] ?? box.x0) - left }
}
