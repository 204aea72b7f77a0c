import type { Box } from '../model/place.js'
import { isBracketed, isCarriedOn, isCounted, isFull, type Limit, limitOf, startsOf } from './carry.js'
import type { Piece } from './pieces.js'
import type { Spacing } from './spacing.js'
import { isCount, isInYen, type Told, toldBy, withoutBasis } from './told.js'

/** A line of 説明 that prints money, with the lines that carry its name on. */
export interface Description {
  readonly y: number
  /** Left edge of its name in points. */
  readonly indent: number
  readonly size: number
  readonly names: readonly string[]
  /** The same as printed. */
  readonly printed: readonly Piece[]
  readonly amount: Piece
  /** Where the next page may carry on its name, which fills its column to the end: left edges in points; none where it does not. */
  readonly openAt: readonly number[]
}

/** A line of 説明 without money, which may be the head of those that stand further in. */
export interface Remark {
  readonly y: number
  readonly indent: number
  readonly size: number
}

/** A line that may carry on another one. */
export interface Carried {
  readonly text: string
  /** Left edge in points. */
  readonly indent: number
}

/** What a section's column of 説明 prints. */
export interface Described {
  readonly lines: readonly Description[]
  readonly remarks: readonly Remark[]
  /** The first lines, when they have no amount: they may carry on the name of the last line of the page before. */
  readonly before: readonly Carried[]
}

/** A line of 説明 whose name may go on. */
interface Growing extends Description {
  readonly names: string[]
  readonly printed: Piece[]
}

/** Reads a column of 説明 from top to bottom, and learns how far apart its book sets lines. */
export const describedIn = (
  pieces: readonly Piece[],
  { x0, x1 }: Pick<Box, 'x0' | 'x1'>,
  spacing: Spacing,
): Described => {
  spacing.add(pieces)
  const column = { x0, x1, isInYen: isInYen(pieces) }
  const told = pieces.flatMap((piece, i) => toldBy(piece, column, pieces[i + 1] ?? null))
  const limit = limitOf(told)
  const lines: Growing[] = []
  const remarks: Remark[] = []
  let last: Told | null = null
  let spare: readonly Told[] = []
  for (const line of told) {
    if (line.amount) {
      const above = spare.at(-1)
      const ahead = above && isCarriedOn(above, line, limit, spacing) ? spare : []
      lines.push(toDescription(line, line.amount, ahead, limit))
      last = line
      spare = []
    } else if (last && isCarriedOn(last, line, limit, spacing)) {
      const entry = lines.at(-1) as Growing
      if (line.words) {
        entry.names.push(line.words.text)
        entry.printed.push(line.words)
      }
      lines[lines.length - 1] = { ...entry, openAt: openAt(line, limit) }
      last = line
    } else {
      const above = spare.at(-1)
      const isOne = above !== undefined && isCarriedOn(above, line, limit, spacing)
      if (isWords(line) && !isOne) remarks.push(toRemark(line))
      last = null
      spare = isOne ? [...spare, line] : [line]
    }
  }
  return { lines, remarks, before: carriedBy(told, limit) }
}

const carriedBy = (told: readonly Told[], limit: Limit): Carried[] => {
  const carried: Carried[] = []
  for (const line of told) {
    if (!line.name || line.amount || isCounted(line) || isCount(line.name)) break
    carried.push({ text: line.name.text, indent: line.name.box.x0 })
    if (!isFull(line, limit)) break
  }
  return carried
}

const openAt = (line: Told, limit: Limit): readonly number[] =>
  line.name && isFull(line, limit) ? startsOf(line.name) : []

const toRemark = ({ piece: { box, size } }: Told): Remark => ({ y: box.y0, indent: box.x0, size })

/** A line with its amount and the lines ahead of it, which begin its name. */
const toDescription = (line: Told, amount: Piece, ahead: readonly Told[], limit: Limit): Growing => {
  const first = ahead[0] ?? line
  return {
    y: first.piece.box.y0,
    indent: first.piece.box.x0,
    size: line.piece.size,
    names: [...ahead.map((one) => withoutBasis(textOf(one))), textOf(line)],
    printed: [...ahead, line].flatMap(piecesOf),
    amount,
    openAt: openAt(line, limit),
  }
}

/** Words without money; those in brackets are but said of others. */
const isWords = ({ name }: Told): boolean =>
  name !== null && /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2}/u.test(name.text) && !isBracketed(name)

const piecesOf = ({ name }: Told): Piece[] => (name ? [name] : [])

const textOf = ({ name }: Told): string => name?.text ?? ''
