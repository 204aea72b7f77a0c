import { type Box, heightOf, overlapX, unionOf, widthOf } from '../model/place.js'
import { placeOf } from '../model/text.js'
import type { Entry } from './entries.js'
import type { Mention } from './mentions.js'
import { tidyName } from './names.js'
import type { SentenceReading } from './sentences/index.js'

/** A page with this many shares is a chart. */
const LEAST = 3

/** Amounts of pie and bar charts: the name of a part, its amount below (or behind) and its share in per cent below that. */
export const chartReadings = (entries: readonly Entry[]): ReadonlyMap<Mention, SentenceReading> => {
  const readings = new Map<Mention, SentenceReading>()
  for (const sheet of sheetsOf(entries)) {
    const parts = sheet.flatMap((entry) => partOf(entry, sheet) ?? [])
    if (parts.filter(({ hasShare }) => hasShare).length < LEAST) continue
    for (const { mention, name, hasShare } of parts) readings.set(mention, readingOf(name, hasShare))
  }
  return readings
}

interface Part {
  readonly mention: Mention
  readonly name: string
  readonly hasShare: boolean
}

/** A run of a text that stands for itself: labels of a chart side by side are one text with gaps. */
interface Piece {
  readonly entry: Entry
  readonly text: string
  readonly box: Box
}

const share = /^[\s(（]*\d{1,3}(?:\.\d+)?%[\s)）]*$/u

const partOf = (entry: Entry, sheet: readonly Entry[]): Part | null => {
  const [mention, second] = entry.mentions
  if (!mention || second || mention.label || entry.text.clean.cell !== null) return null
  const { before, after } = ownWords(mention)
  if (after !== '' && !share.test(after)) return null
  const money = moneyOf(entry, mention)
  const pieces = sheet.flatMap((other) => (isClose(other, entry) ? piecesOf(other) : []))
  const own = tidyName(before)
  const above =
    own === '' ? pieces.filter(({ box, text }) => isRightAbove(box, money.box) && isName(text)).at(-1) : null
  const name = own === '' ? tidyName((above?.text ?? '').replace(/\s*\d+(?:\.\d+)?%$/u, '')) : own
  if (name === '' || name.length > 20 || /[。、:：]/u.test(name)) return null
  const hasShare = after !== '' || pieces.some(({ text, box }) => share.test(text) && isRightAbove(money.box, box))
  return { mention, name, hasShare }
}

/** The words around an amount without those behind a gap, which belong to its neighbours. */
const ownWords = ({ before, after }: Mention): { before: string; after: string } => {
  const left = before.slice(before.lastIndexOf('\t') + 1).trim()
  return { before: share.test(left) ? '' : left, after: after.split('\t')[0]?.trim() ?? '' }
}

const moneyOf = (entry: Entry, { amount }: Mention): Piece => pieceOf(entry, amount.from, amount.to)

/** The runs between gaps. */
const piecesOf = (entry: Entry): Piece[] =>
  [...entry.text.clean.text.matchAll(/[^\t]+/gu)].map(({ index, 0: run }) => pieceOf(entry, index, index + run.length))

const pieceOf = (entry: Entry, from: number, to: number): Piece => {
  const { clean } = entry.text
  const { boxes } = placeOf(clean, from, to)
  return { entry, text: clean.text.slice(from, to), box: boxes.length === 0 ? clean.box : unionOf(boxes) }
}

/** Right above or below, give or take a line. */
const isClose = ({ text: { clean: a } }: Entry, { text: { clean: b } }: Entry): boolean =>
  a.cell === null &&
  a !== b &&
  overlapX(a.box, b.box) > 0 &&
  a.box.y1 > b.box.y0 - 2 * b.size &&
  a.box.y0 < b.box.y1 + 2 * b.size

const isName = (text: string): boolean =>
  /\p{L}/u.test(text) && !share.test(text) && !/円|\d(?!\d*(?:\.\d+)?%$)/u.test(text)

/** One stands right above the other, with less than a line between. */
const isRightAbove = (upper: Box, lower: Box): boolean => {
  const isCentred = overlapX(upper, lower) > 0.5 * Math.min(widthOf(upper), widthOf(lower))
  const gap = lower.y0 - upper.y1
  return isCentred && upper.y0 < lower.y0 && Math.abs(gap) < 0.8 * Math.min(heightOf(upper), heightOf(lower))
}

const readingOf = (name: string, hasShare: boolean): SentenceReading => ({
  role: 'budget',
  rule: 'part_of_chart',
  sure: hasShare,
  name,
  ofPrevious: false,
  other: null,
  isPart: false,
  isFund: false,
})

const sheetsOf = (entries: readonly Entry[]): Entry[][] => {
  const sheets = new Map<number, Entry[]>()
  for (const entry of entries)
    if (entry.page.source === 'pdf') sheets.set(entry.page.page, [...(sheets.get(entry.page.page) ?? []), entry])
  return [...sheets.values()]
}
