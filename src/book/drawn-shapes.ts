import type { DrawnShape } from '../model/page.js'

/** Characters of private use that stand for drawn letters while a book is read: beyond those of users' own letters and of symbol
 * fonts. */
const FIRST = 0xe800
const LAST = 0xefff
/** Whatever shapes are too many. */
const OTHER = String.fromCharCode(LAST)

/** Every drawn letter of a text. */
export const drawnLetters = /[\uE800-\uEFFF]/gu

/** Text in which these characters stand for drawn letters alone: those of a font that says no more are unreadable. */
export const withoutStandIns = (text: string): string => text.replace(drawnLetters, '\uFFFD')

/** Points of one letter at two sizes are apart by no more than this part of its height: printers round them. */
const ROUNDED = 0.05

/** The shapes of the drawn letters of a book, with the character that stands for each. */
export class DrawnShapes {
  /** By commands. */
  private readonly known = new Map<string, { readonly shape: DrawnShape; readonly letter: string }[]>()
  private count = 0

  letterOf(shape: DrawnShape): string {
    const alike = this.known.get(shape.commands) ?? []
    const found = alike.find((one) => isAlike(one.shape, shape))
    if (found) return found.letter
    if (FIRST + this.count >= LAST) return OTHER
    const letter = String.fromCharCode(FIRST + this.count++)
    this.known.set(shape.commands, [...alike, { shape, letter }])
    return letter
  }
}

/** Whether two shapes draw one letter. */
export const isAlike = (a: DrawnShape, b: DrawnShape): boolean =>
  a.commands === b.commands &&
  a.points.length === b.points.length &&
  a.points.every((at, i) => Math.abs(at - (b.points[i] ?? Infinity)) <= ROUNDED)
