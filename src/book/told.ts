import type { Box } from '../model/place.js'
import { foldDigits, readCell } from './digits.js'
import { type Piece, slice } from './pieces.js'
import { isOfSources } from './sources.js'

/** What a line of 説明 tells: a name, an amount or both. */
export interface Told {
  readonly piece: Piece
  readonly name: Piece | null
  readonly amount: Piece | null
  /** The name without a count that stands nearer behind it, as a line that carries a name on may print one. */
  readonly words: Piece | null
  /** Whether it is one of the amounts of a sentence, whose names end before them. */
  readonly isListed: boolean
}

/** The column of 説明, and whether its amounts are in yen each: where they are not, 円 stands behind prices. */
type Ruled = Pick<Box, 'x0' | 'x1'> & { readonly isInYen: boolean }

/** An amount stands in this part of its column, counted from the right. */
const AMOUNT_PART = 0.5
/** Blank (em) before what is no part of a name: a count, or the amount and the next name of several on one line. */
const GAP = 1.4
const NARROW_GAP = 0.8
const WIDE_GAP = 2

/** A number at the end of a line, behind a gap or leaders, with its unit or without, its digits apart or together. Whether it
 * is a factor of a basis of calculation (積算) is asked apart. */
const amountAtEnd = /(?:^|[\s…‥])([△▲−-]?\s?(?:\d{1,3}(?:,\d{3})+|\d+|\d(?:[ \u3000][\d,])+)\s?([百十]?[千万]?円)?)$/u
/** Dots that lead from a name to its amount. */
const leaders = /\s*(?:[…‥]+|[.．・･]{3,})[…‥.．・･\s]*$/u
/** The unit of the last amount of a line may stand on the next one. */
const inSentence = /([^\s、。・,\d][^、。\d]*?)([△▲]?\d{1,3}(?:,\d{3})*(千円|$))/gu
/** A name and its amount, where a line prints several. */
const pair = /\s*(\p{L}[^\d]*?)\s+([△▲]?\d{1,3}(?:,\d{3})*)(?=\s|$)/gu
const factor = /[×xX*/÷＊＋+＝=@＠~～〜]\s*$/u
/** A basis of calculation behind a name, such as `594,196×0.20885`. */
const basis = /\s+[(]?[\d,.]+\s?[^\d\s]{0,3}\s*[×÷*][^\p{sc=Han}\p{sc=Hiragana}]*.*$/u

/** What a line of a column tells; several things where it lists names with their amounts, none where it says but where money
 * comes from.
 * @param next the line below */
export const toldBy = (piece: Piece, column: Ruled, next: Piece | null): Told[] => {
  const text = foldDigits(piece.text)
  if (isOfSources(text)) return []
  const isCut = next?.text.startsWith('千円') === true
  const listed = [...text.matchAll(inSentence)].filter(({ 3: unit }) => isCut || unit !== '')
  const isOne = listed.length <= 1 && amountAtEnd.test(text)
  if (listed.length > 0 && !isOne) return listed.map((match) => partOf(piece, match))
  const pairs = pairsIn(piece, text)
  if (pairs.length > 1) return pairs
  return [ending(piece, text, column)]
}

/** An amount in a sentence that lists what the money is for: `報酬1,234千円、給料567千円を計上`. */
const partOf = (piece: Piece, { index, 0: whole, 1: text = '' }: RegExpMatchArray): Told => {
  const from = index ?? 0
  const name = slice(piece, from, from + text.length)
  const amount = slice(piece, from + text.length, from + whole.length)
  return { piece, name, words: name, amount, isListed: true }
}

/** Names with their amounts side by side: `小学校　　1,234　　中学校　　567`. */
const pairsIn = (piece: Piece, text: string): Told[] => {
  const matches = [...text.matchAll(pair)]
  if (matches.map(([whole]) => whole).join('') !== text) return []
  const pairs = matches.map(({ index, 0: whole, 2: digits = '' }): Told => {
    const [from, to] = [index + whole.length - digits.length, index + whole.length]
    const [name, amount] = [slice(piece, index, from), slice(piece, from, to)]
    return { piece, name, words: name, amount, isListed: false }
  })
  const areApart = pairs.every((one, i) => i === 0 || isApart(pairs[i - 1]?.amount, one.name, WIDE_GAP))
  return areApart && pairs.every(({ name, amount }) => isApart(name, amount, GAP)) ? pairs : []
}

const isApart = (left: Piece | null | undefined, right: Piece | null, em: number): boolean =>
  !!left && !!right && right.box.x0 - left.box.x1 >= em * left.size

const ending = (piece: Piece, text: string, { x0, x1, isInYen }: Ruled): Told => {
  const match = amountAtEnd.exec(text)
  const from = match ? match.index + match[0].length - (match[1]?.length ?? 0) : 0
  const amount = match && (match[2] !== '円' || isInYen) ? slice(piece, from, text.length) : null
  const isBehind = amount !== null && amount.box.x1 >= x1 - AMOUNT_PART * (x1 - x0)
  if (!amount || !isBehind || factor.test(text.slice(0, from)) || !isNumber(amount)) return named(piece, piece, null)
  const to = basis.exec(text.slice(0, from))?.index ?? from
  return named(piece, slice(piece, 0, text.slice(0, to).replace(leaders, '').length), amount)
}

const named = (piece: Piece, whole: Piece, amount: Piece | null): Told => {
  if (whole.text === '') return { piece, name: null, words: null, amount, isListed: false }
  const [name, words] = [withoutCount(whole, GAP), withoutCount(whole, NARROW_GAP)]
  return { piece, name, words, amount, isListed: false }
}

const isNumber = ({ text }: Piece): boolean =>
  readCell(foldDigits(text).replace(/[百十]?[千万]?円$/u, '')).kind === 'number'

/** Whether most amounts of a column have 円 behind them. */
export const isInYen = (pieces: readonly Piece[]): boolean => {
  const units = pieces.flatMap(({ text }) => {
    const match = amountAtEnd.exec(foldDigits(text))
    return match ? [match[2] ?? ''] : []
  })
  return 2 * units.filter((unit) => unit === '円').length > units.length
}

export const withoutBasis = (text: string): string => text.slice(0, basis.exec(foldDigits(text))?.index)

/** A line that ends in a count or in a basis of calculation says how an amount came about; `第2回` is no count. */
export const isCount = ({ text }: Piece): boolean =>
  /(?:(?<![第\d.,])\d[\d.,]*|%)[^\s\d()（）]{0,3}$/u.test(foldDigits(text))

/** A count far behind a name is no part of it. */
const withoutCount = (name: Piece, gap: number): Piece => {
  for (const { index } of name.text.matchAll(/(?<=\S\S.*\S)\s+/gu)) {
    const [before, behind] = [slice(name, 0, index), slice(name, index, name.text.length)]
    if (isCount(behind) && isApart(before, behind, gap)) return before
  }
  return name
}
