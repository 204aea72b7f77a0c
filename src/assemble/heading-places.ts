import { groupBy } from '../model/groups.js'
import type { Place } from '../model/place.js'
import { type CleanText, placeOf } from '../model/text.js'
import type { Entry } from './entries.js'
import { nameKey } from './names.js'
import type { Resolved } from './resolved.js'
import type { Target } from './target.js'

type Sheet = readonly Entry[]

/**
 * Where the name of a figure's programme is printed: in its table's row, in the heading that it stands under, in its own
 * line, or else in the text of the page that is nearest in front of it. Null where the name is a stand-in or is not printed
 * as one piece.
 */
export const headingPlaces = (entries: readonly Entry[]) => {
  const sheets = groupBy(entries, ({ page }) => page)
  return (target: Target, resolved: Resolved): Place | null =>
    target.missing ? null : placeOfName(target.name, resolved, sheets.get(resolved.entry.page) ?? [])
}

const placeOfName = (name: string, resolved: Resolved, sheet: Sheet): Place | null => {
  for (const entry of nearTo(name, resolved)) {
    const place = printedIn(entry.text.clean, name, resolved)
    if (place) return place
  }
  const alone = elsewhere(resolved, sheet).find((entry) => isWhole(entry, name))
  return alone ? wholeOf([alone]) : stacked(name, sheet)
}

/** The texts that may have given the name, the likeliest first. */
const nearTo = (name: string, { reading, scope, entry }: Resolved): Entry[] => {
  const heads = [scope.head, scope.title, scope.section].flatMap((head) => head ?? [])
  const named = heads.filter((head) => nameKey(head.name) === nameKey(name))
  const row = reading?.row.cell
  const columns = reading?.heads.toReversed() ?? []
  return [...(row ? [row] : []), ...named, ...columns, { entry }, ...heads].map((at) => at.entry)
}

/** The other texts of the page: those in front of the figure, the nearest first, then those behind it. */
const elsewhere = ({ entry }: Resolved, sheet: Sheet): Entry[] => {
  const at = sheet.indexOf(entry)
  return [...sheet.slice(0, Math.max(0, at)).reverse(), ...sheet.slice(at + 1)]
}

const isWhole = (entry: Entry, name: string): boolean => nameKey(printedName(entry)) === nameKey(name)

const wholeOf = (texts: Sheet): Place | null => {
  const places = texts.map(({ text: { clean } }) => placeOf(clean, 0, clean.text.length))
  return places[0] ? { ...places[0], boxes: places.flatMap(({ boxes }) => boxes) } : null
}

/** The last print of the name in a text, and in the figure's own text the last one in front of the figure. */
const printedIn = (clean: CleanText, name: string, { mention }: Resolved): Place | null => {
  const end = clean === mention.text.clean ? mention.amount.from : clean.text.length
  const printed = lettersOf(clean.text.slice(0, end))
  const wanted = lettersOf(name).map(({ letter }) => letter)
  const at = printed
    .map(({ letter }) => letter)
    .join('')
    .lastIndexOf(wanted.join(''))
  const [first, last] = [printed[at], printed[at + wanted.length - 1]]
  if (wanted.length === 0 || !first || !last) return null
  return placeOf(clean, first.from, last.to)
}

/** A title's lines that are texts of their own. */
const stacked = (name: string, sheet: Sheet): Place | null => {
  const titles = sheet.filter(({ text }) => text.clean.kind === 'title')
  const stacks = titles.flatMap((_, from) => lineCounts.map((count) => titles.slice(from, from + count)))
  return wholeOf(stacks.find((lines) => nameKey(lines.map(printedName).join('')) === nameKey(name)) ?? [])
}

/** Of titles in several texts. */
const lineCounts = [2, 3, 4]

const printedName = ({ text, heading }: Entry): string => heading?.name ?? text.clean.text

interface Letter {
  /** One UTF-16 unit. */
  readonly letter: string
  /** Of the character that it stands for, in the text. */
  readonly from: number
  readonly to: number
}

/** The units of a text that make up a name, without spaces and with the widths that matching does not see. */
const lettersOf = (text: string): Letter[] => {
  let to = 0
  return [...text].flatMap((character) => {
    const from = to
    to += character.length
    const letters = character.normalize('NFKC').replace(/\s+/gu, '').split('')
    return letters.map((letter) => ({ letter, from, to }))
  })
}
