import type { Box } from '../model/place.js'
import { foldDigits, readCell } from './digits.js'
import { type Piece, slice } from './pieces.js'

/** A line of 説明 that prints money, with the lines that carry its name on. */
export interface Description {
  readonly y: number
  /** Left edge of its name in points. */
  readonly indent: number
  readonly size: number
  readonly names: readonly string[]
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

/** An amount stands in this part of its column, counted from the right. */
const AMOUNT_PART = 0.5
/** A name fills its column when it ends this near (em) to the longest one, and this near to the amounts. */
const FULL = 1.3
const NEAR_AMOUNTS = 6
/** How far (em) a line that carries a name on may begin left or right of where that begins. */
const HANGING = 0.6

/** A number at the end of a line, behind a gap or leaders, with its unit or without, its digits apart or together. Whether it
 * is a factor of a basis of calculation (積算) is asked apart. */
const amountAtEnd = /(?:^|[\s…‥])([△▲−-]?\s?(?:\d{1,3}(?:,\d{3})+|\d+|\d(?:[ \u3000][\d,])+)\s?([百十]?[千万]?円)?)$/u
/** Dots that lead from a name to its amount. */
const leaders = /\s*(?:[…‥]+|[.．・･]{3,})[…‥.．・･\s]*$/u
/** A line in brackets that says where money comes from, or how much: no part of a name. */
const aside = /^[(（](?=.*(?:\d,\d{3}|\d[千万]?円|[国県道府都債源金]\s*[:：]?\s*\d{2}))[^)）]*[)）]?$/u
/** The unit of the last amount of a line may stand on the next one. */
const inSentence = /([^\s、。・,\d][^、。\d]*?)([△▲]?\d{1,3}(?:,\d{3})*(千円|$))/gu
const factor = /[×xX*/÷＊＋+＝=@＠~～〜]\s*$/u
/** A basis of calculation behind a name, such as `594,196×0.20885`. */
const basis = /\s+[(]?[\d,.]+\s?[^\d\s]{0,3}\s*[×÷*][^\p{sc=Han}\p{sc=Hiragana}]*.*$/u

interface Told {
  readonly piece: Piece
  readonly name: Piece | null
  readonly amount: Piece | null
  /** Whether it is one of the amounts of a sentence, whose names end before them. */
  readonly isListed: boolean
}

/** The column of 説明, and whether its amounts are in yen each: where they are not, 円 stands behind prices. */
type Ruled = Pick<Box, 'x0' | 'x1'> & { readonly isInYen: boolean }

/** Reads a column of 説明 from top to bottom. */
export const describedIn = (pieces: readonly Piece[], { x0, x1 }: Pick<Box, 'x0' | 'x1'>): Described => {
  const column = { x0, x1, isInYen: isInYen(pieces) }
  const told = pieces.flatMap((piece, i) => toldBy(piece, column, pieces[i + 1] ?? null))
  const limit = limitOf(told)
  const lines: (Description & { names: string[] })[] = []
  const remarks: Remark[] = []
  let last: Told | null = null
  let spare: readonly Told[] = []
  for (const line of told) {
    if (line.amount) {
      const above = spare.at(-1)
      const ahead = above && isCarriedOn(above, line, limit) ? spare : []
      lines.push(toDescription(line, line.amount, ahead, limit))
      last = line
      spare = []
    } else if (last && isCarriedOn(last, line, limit)) {
      const entry = lines.at(-1) as Description & { names: string[] }
      entry.names.push(textOf(line))
      lines[lines.length - 1] = { ...entry, openAt: openAt(line, limit) }
      last = line
    } else {
      const above = spare.at(-1)
      const isOne = above !== undefined && isCarriedOn(above, line, limit)
      if (isWords(line) && !isOne) remarks.push(toRemark(line))
      last = null
      spare = isOne ? [...spare, line] : [line]
    }
  }
  return { lines, remarks, before: carriedBy(told, limit) }
}

/** Whether most amounts of a column have 円 behind them. */
const isInYen = (pieces: readonly Piece[]): boolean => {
  const units = pieces.flatMap(({ text }) => {
    const match = amountAtEnd.exec(foldDigits(text))
    return match ? [match[2] ?? ''] : []
  })
  return 2 * units.filter((unit) => unit === '円').length > units.length
}

const carriedBy = (told: readonly Told[], limit: Limit): Carried[] => {
  const carried: Carried[] = []
  for (const line of told) {
    if (!line.name || line.amount || isCount(line.name)) break
    carried.push({ text: line.name.text, indent: line.name.box.x0 })
    if (!isFull(line, limit)) break
  }
  return carried
}

const openAt = (line: Told, limit: Limit): readonly number[] =>
  line.name && isFull(line, limit) ? startsOf(line.name) : []

const toRemark = ({ piece: { box, size } }: Told): Remark => ({ y: box.y0, indent: box.x0, size })

/** A line with its amount and the lines ahead of it, which begin its name. */
const toDescription = (line: Told, amount: Piece, ahead: readonly Told[], limit: Limit) => {
  const first = ahead[0] ?? line
  return {
    y: first.piece.box.y0,
    indent: (first.name ?? first.piece).box.x0,
    size: line.piece.size,
    names: [...ahead.map((one) => withoutBasis(textOf(one))), textOf(line)],
    amount,
    openAt: openAt(line, limit),
  }
}

const isWords = ({ name }: Told): boolean => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2}/u.test(name?.text ?? '')

const withoutBasis = (text: string): string => text.slice(0, basis.exec(foldDigits(text))?.index)

const textOf = ({ name }: Told): string => name?.text ?? ''

const toldBy = (piece: Piece, column: Ruled, next: Piece | null): Told[] => {
  const text = foldDigits(piece.text)
  const isCut = next?.text.startsWith('千円') === true
  const listed = [...text.matchAll(inSentence)].filter(({ 3: unit }) => isCut || unit !== '')
  const isOne = listed.length <= 1 && amountAtEnd.test(text)
  if (listed.length > 0 && !isOne) return listed.map((match) => partOf(piece, match))
  return [ending(piece, text, column)]
}

/** An amount in a sentence that lists what the money is for: `報酬1,234千円、給料567千円を計上`. */
const partOf = (piece: Piece, { index, 0: whole, 1: name = '' }: RegExpMatchArray): Told => {
  const from = index ?? 0
  return {
    piece,
    isListed: true,
    name: slice(piece, from, from + name.length),
    amount: slice(piece, from + name.length, from + whole.length),
  }
}

const ending = (piece: Piece, text: string, { x0, x1, isInYen }: Ruled): Told => {
  const match = amountAtEnd.exec(text)
  const from = match ? match.index + match[0].length - (match[1]?.length ?? 0) : 0
  const amount = match && (match[2] !== '円' || isInYen) ? slice(piece, from, text.length) : null
  const isBehind = amount !== null && amount.box.x1 >= x1 - AMOUNT_PART * (x1 - x0)
  if (!amount || !isBehind || factor.test(text.slice(0, from)) || !isNumber(amount))
    return { piece, isListed: false, name: piece, amount: null }
  const to = basis.exec(text.slice(0, from))?.index ?? from
  const name = slice(piece, 0, text.slice(0, to).replace(leaders, '').length)
  return { piece, isListed: false, name: name.text === '' ? null : name, amount }
}

const isNumber = ({ text }: Piece): boolean =>
  readCell(foldDigits(text).replace(/[百十]?[千万]?円$/u, '')).kind === 'number'

/** Where names end at the latest, and where the widest amount begins. */
interface Limit {
  readonly names: number
  readonly amounts: number
}

const limitOf = (told: readonly Told[]): Limit => ({
  names: Math.max(...told.map(({ name }) => name?.box.x1 ?? -Infinity)),
  amounts: Math.min(...told.map(({ amount }) => amount?.box.x0 ?? Infinity)),
})

/** A count or a basis of calculation at the end of a line is the end of what it says. */
const counted = /[\d%][^\s\d]{0,3}$|[)]$/u

const isFull = ({ name, piece: { size } }: Told, limit: Limit): boolean =>
  name !== null &&
  !counted.test(foldDigits(name.text)) &&
  name.box.x1 >= limit.names - FULL * size &&
  name.box.x1 >= limit.amounts - NEAR_AMOUNTS * size

/** Whether the second line carries on the name of the first: there was no room for it, or it is but a remark in brackets. */
const isCarriedOn = (first: Told, second: Told, limit: Limit): boolean => {
  if (first.isListed || second.isListed) return false
  if (!first.name || !second.name) return second.name === null && first.name !== null
  if (aside.test(foldDigits(second.name.text)) || (isMarked(first) && isMarked(second))) return false
  const { size } = first.piece
  const from = second.name.box.x0
  const isBeside = startsOf(first.name).some((start) => Math.abs(from - start) <= HANGING * size)
  if (second.amount === null && isCount(second.name)) return false
  return isBeside && (isFull(first, limit) || (second.amount === null && /^[(（][^)）]*[)）]$/u.test(second.name.text)))
}

/** Whether a line begins with a number or a mark of its own. */
const isMarked = ({ name }: Told): boolean =>
  /^(?:[(]\d+[)]|\d+(?:[.．)]|\s)|[○◯〇●◎◆■◇□・①-⑳⑴-⒇])/u.test(foldDigits(name?.text ?? ''))

/** A line that ends in a count or in a basis of calculation says how an amount came about. */
const isCount = ({ text }: Piece): boolean => /[\d%][^\s\d()（）]{0,3}$/u.test(foldDigits(text))

/** Where a line begins, and where its name does behind a mark, a number or both. */
const startsOf = ({ text, edges, box }: Piece): number[] => {
  const [both = '', marks = ''] = ahead.exec(foldDigits(text)) ?? []
  return [box.x0, ...[marks, both].map(({ length }) => edges[length]?.[0] ?? box.x0)]
}

const ahead = /^([○◯〇●◎◉◆■◇□▪▫▶▷►▽▼・･•◦＊★☆※①-⑳⑴-⒇]?\s*)(?:[(]?\d+[).]?[\s.]*)?/u
