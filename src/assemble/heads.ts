import { type Box, overlapX, overlapY } from '../model/place.js'
import type { Entry, Heading } from './entries.js'
import { classify } from './names.js'

/** A heading in force, with the frame that it heads. */
export interface Head {
  readonly entry: Entry
  readonly name: string
  readonly strength: Heading['strength'] | 'item'
  readonly body: string | null
  readonly numbering: string | null
  /** Frame whose texts it heads; null for the page. */
  readonly owner: number | null
  readonly box: Box
  readonly bullet: string | null
}

export const headOf = (entry: Entry, sheet: readonly Entry[]): Head | null => {
  if (entry.text.clean.cell !== null) return null
  const { clean } = entry.text
  const base = { entry, owner: ownerOf(entry), box: barOf(entry) }
  const { heading } = entry
  if (heading && heading.strength !== 'title' && (heading.kind === 'name' || isLatinName(entry, sheet)))
    return {
      ...base,
      name: heading.name,
      strength: heading.strength,
      body: heading.body,
      numbering: heading.numbering,
      bullet: heading.bullet,
    }
  const item = entry.mentions[0]?.name
  if (item?.kind === 'name' && entry.mentions[0]?.bracketed === 'none' && clean.cell === null)
    return { ...base, name: item.name, strength: 'item', body: item.body, numbering: item.numbering, bullet: null }
  return null
}

/** `CREST`, `ERATO` on a bar: a name where the page's title has amounts of its own; else the amounts may be the title's. */
const isLatinName = ({ heading, text }: Entry, sheet: readonly Entry[]): boolean =>
  heading?.kind === 'gloss' &&
  /^[A-Z][A-Za-z0-9\s\-:&]{1,40}$/u.test(heading.name) &&
  text.clean.kind === 'heading' &&
  text.clean.frame !== null &&
  sheet.some((entry) => entry.text.clean.kind === 'amounts' && entry.mentions.length > 0)

/** A heading's bar: its frame holds nothing but the heading, bodies and glosses. */
export const isBar = (entry: Entry): boolean => {
  const { clean } = entry.text
  if (clean.frame === null) return false
  const others = entry.page.texts.filter((other) => other.clean !== clean && other.clean.frame === clean.frame)
  return (
    others.length <= 2 &&
    others.every(
      (other) =>
        ['body', 'gloss', 'empty'].includes(classify(other.clean.text)) &&
        other.findings.every(({ kind }) => kind !== 'amount' && kind !== 'stage'),
    )
  )
}

/** A heading alone in its frame is a bar: it heads the frame around the bar. */
export const ownerOf = (entry: Entry): number | null => {
  const { frame } = entry.text.clean
  return frame !== null && isBar(entry) ? (entry.page.frames[frame]?.parent ?? null) : frame
}

export const barOf = (entry: Entry): Box => {
  const { frame, box } = entry.text.clean
  return frame !== null && isBar(entry) ? (entry.page.frames[frame]?.box ?? box) : box
}

export const sameOwner = (head: Pick<Head, 'owner' | 'box'>, entry: Entry): boolean =>
  head.owner === ownerOf(entry) && (entry.text.clean.source === 'text' || overlapX(head.box, entry.text.clean.box) > 0)

export const reaches = (head: Pick<Head, 'owner' | 'box'>, entry: Entry): boolean => {
  const { clean } = entry.text
  if (clean.source === 'text') return true
  const chain = chainOf(entry)
  if (!chain.includes(head.owner)) return false
  const box =
    clean.frame !== null && clean.frame !== head.owner
      ? (entry.page.frames[chain[chain.indexOf(head.owner) - 1] ?? clean.frame]?.box ?? clean.box)
      : clean.box
  return overlapX(head.box, box) > 0 || (overlapY(head.box, box) > 0 && head.box.x1 <= box.x0)
}

/** The frames around an entry, innermost first, ending in null for the page. */
export const chainOf = (entry: Entry): (number | null)[] => {
  const chain: (number | null)[] = []
  let frame = entry.text.clean.frame
  while (frame !== null) {
    chain.push(frame)
    frame = entry.page.frames[frame]?.parent ?? null
  }
  return [...chain, null]
}

export const isDirect = (head: Head, entry: Entry, sheet: readonly Entry[]): boolean => {
  const from = sheet.indexOf(head.entry)
  const to = sheet.indexOf(entry)
  return sheet.slice(from + 1, to).every(isLink)
}

/** Texts that may stand between a heading and its amounts without parting them. */
export const isLink = (entry: Entry): boolean =>
  entry.isLabelOnly ||
  entry.mentions.length > 0 ||
  entry.heading?.kind === 'gloss' ||
  entry.heading?.kind === 'body' ||
  entry.heading?.kind === 'empty' ||
  (entry.heading === null && isWordless(entry.text.clean.text))

/** An arrow between boxes, a ~subtitle~, the head row of a table in a text file. */
const isWordless = (text: string): boolean => /^[~〜～]/u.test(text) || !/\p{L}/u.test(text) || text.includes('\t')
