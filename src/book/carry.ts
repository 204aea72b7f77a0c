import { foldDigits } from './digits.js'
import type { Piece } from './pieces.js'
import type { Spacing } from './spacing.js'
import { isCount, type Told } from './told.js'

/** Where the names of a column end at the latest, and where its widest amount begins. */
export interface Limit {
  readonly names: number
  readonly amounts: number
}

/** A name fills its column when it ends this near (em) to the longest one, and this near to the amounts. */
const FULL = 1.3
const NEAR_AMOUNTS = 6
/** How far (em) a line that carries a name on may begin left or right of where that begins. */
const HANGING = 0.6
/** A line further in than one em, but no further than this, is the second of a name. */
const SET_IN = 1.6
/** A line this far (em) right of a name is set to the right of its column. */
const FAR = 1.8

export const limitOf = (told: readonly Told[]): Limit => ({
  names: Math.max(...told.map(({ name }) => name?.box.x1 ?? -Infinity)),
  amounts: Math.min(...told.map(({ amount }) => amount?.box.x0 ?? Infinity)),
})

/** A count or a basis of calculation at the end of a line is the end of what it says. */
const counted = /[\d%][^\s\d]{0,3}$|[)]$/u

/** Whether there is no more room for the name on its line. */
export const isFull = ({ name, piece: { size } }: Told, limit: Limit): boolean =>
  name !== null &&
  !counted.test(foldDigits(name.text)) &&
  name.box.x1 >= limit.names - FULL * size &&
  name.box.x1 >= limit.amounts - NEAR_AMOUNTS * size

/** A line in brackets that says where money comes from, or how much: no part of a name. */
const aside = /^[(（](?=.*(?:\d,\d{3}|\d[千万]?円|[国県道府都債源金]\s*[:：]?\s*\d{2}))[^)）]*[)）]?$/u

/** Two lines of one column. */
interface Pair {
  readonly first: Told & { readonly name: Piece }
  readonly second: Told & { readonly name: Piece }
  readonly isFull: boolean
  /** Whether lines of one entry stand closer together than entries do. */
  readonly isRoomy: boolean
  /** How far (em) the second begins right of the first. */
  readonly inset: number
}

/** Why a line may carry on the name above. */
const reasons: readonly ((pair: Pair) => boolean)[] = [
  // There was no room for it.
  (pair) => isBeside(pair) && pair.isFull && !(isAlone(pair) && isCounted(pair.second)),
  // It is but a remark in brackets.
  (pair) => isBeside(pair) && isAlone(pair) && isBracketed(pair.second.name),
  // It stands in the cell of the name, as far left.
  (pair) => pair.isRoomy && isAlone(pair) && Math.abs(pair.inset) <= HANGING && !isCounted(pair.second),
  // It stands in the cell of the name, at the right.
  (pair) => pair.isRoomy && isAlone(pair) && pair.inset >= FAR,
  // Its amount stands on its last line, which is set in.
  (pair) => pair.isRoomy && pair.isFull && !pair.first.amount && pair.inset > HANGING && pair.inset <= SET_IN,
]

/** Whether the second line carries on the name of the first. */
export const isCarriedOn = (first: Told, second: Told, limit: Limit, spacing: Spacing): boolean => {
  if (first.isListed || second.isListed) return false
  if (!first.name || !second.name) return second.name === null && first.name !== null
  if (aside.test(foldDigits(second.name.text)) || (isMarked(first.name) && isMarked(second.name))) return false
  if (second.amount === null && isCount(second.words ?? second.name)) return false
  if (!spacing.isTight(first.piece, second.piece)) return false
  const inset = (second.name.box.x0 - first.name.box.x0) / first.piece.size
  const names = { first: { ...first, name: first.name }, second: { ...second, name: second.name } }
  const pair = { ...names, isFull: isFull(first, limit), isRoomy: spacing.isRoomy, inset }
  return reasons.some((isReason) => isReason(pair))
}

/** Whether a line says a count behind its words. */
export const isCounted = ({ piece, words }: Told): boolean => words !== null && words.text !== piece.text

const isAlone = ({ second }: Pair): boolean => second.amount === null

const isBeside = ({ first, second }: Pair): boolean =>
  startsOf(first.name).some((start) => Math.abs(second.name.box.x0 - start) <= HANGING * first.piece.size)

/** Whether a line stands in brackets. */
export const isBracketed = ({ text }: Piece): boolean => /^[(（][^)）]*[)）]$/u.test(text)

/** Whether a line begins with a number or a mark of its own. */
const isMarked = ({ text }: Piece): boolean =>
  /^(?:[(]\d+[)]|\d+(?:[.．)]|\s)|[○◯〇●◎◆■◇□・①-⑳⑴-⒇])/u.test(foldDigits(text))

/** Where a line begins, and where its name does behind a mark, a number or both. */
export const startsOf = ({ text, edges, box }: Piece): number[] => {
  const [both = '', marks = ''] = ahead.exec(foldDigits(text)) ?? []
  return [box.x0, ...[marks, both].map(({ length }) => edges[length]?.[0] ?? box.x0)]
}

const ahead = /^([○◯〇●◎◉◆■◇□▪▫▶▷►▽▼・･•◦＊★☆※①-⑳⑴-⒇]?\s*)(?:[(]?\d+[).]?[\s.]*)?/u
