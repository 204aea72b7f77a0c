import { type Box, heightOf, overlapX, widthOf } from '../model/place.js'
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

const share = /^[\s(（]*\d{1,3}(?:\.\d+)?%[\s)）]*$/u

const partOf = (entry: Entry, sheet: readonly Entry[]): Part | null => {
  const [mention, second] = entry.mentions
  if (!mention || second || mention.label || entry.text.clean.cell !== null) return null
  const rest = mention.after.trim()
  if (rest !== '' && !share.test(rest)) return null
  const own = tidyName(mention.before)
  const above =
    own === '' ? sheet.filter((other) => isRightAbove(other, entry) && isName(other.text.clean.text)).at(-1) : null
  const name = own === '' ? tidyName((above?.text.clean.text ?? '').replace(/\s*\d+(?:\.\d+)?%$/u, '')) : own
  if (name === '' || name.length > 20 || /[。、:：]/u.test(name)) return null
  const hasShare = rest !== '' || sheet.some((other) => share.test(other.text.clean.text) && isRightAbove(entry, other))
  return { mention, name, hasShare }
}

const isName = (text: string): boolean => /\p{L}/u.test(text) && !/円|\d(?!\d*(?:\.\d+)?%$)/u.test(text)

/** One text stands right above the other, with less than a line between. */
const isRightAbove = ({ text: { clean: upper } }: Entry, { text: { clean: lower } }: Entry): boolean =>
  upper !== lower && centred(upper.box, lower.box) && near(upper.box, lower.box)

const centred = (a: Box, b: Box): boolean => overlapX(a, b) > 0.5 * Math.min(widthOf(a), widthOf(b))

const near = (upper: Box, lower: Box): boolean => {
  const gap = lower.y0 - upper.y1
  return upper.y0 < lower.y0 && Math.abs(gap) < 0.8 * Math.min(heightOf(upper), heightOf(lower))
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
