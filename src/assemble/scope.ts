import { type Box, overlapX, overlapY } from '../model/place.js'
import type { Entry, Heading } from './entries.js'
import { hasProgrammeEnding, nameKey } from './names.js'

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

/** What a text stands under. */
export interface Scope {
  /** The heading that names the programme, or null where none is printed. */
  readonly head: Head | null
  /** The page's title, or in a text file the last heading with amounts of its own. */
  readonly title: Head | null
  /** The heading one level above `head`. */
  readonly parent: Head | null
  /** title, heading: set apart; item: a name with amounts before it; line: the noun phrase right above; none. */
  readonly by: 'title' | 'heading' | 'item' | 'line' | 'none'
  readonly sure: boolean
}

/** For each entry the headings it stands under. Headings do not reach beyond their page. */
export const scopesOf = (entries: readonly Entry[]): Scope[] => {
  const scopes: Scope[] = []
  for (const sheet of sheetsOf(entries)) {
    let heads: Head[] = []
    let title: Head | null = pageTitle(sheet)
    for (const entry of sheet) {
      scopes.push(scopeOf(entry, heads, title, sheet))
      if (entry.heading?.kind === 'generic' && entry.heading.strength !== 'weak')
        heads = heads.filter((head) => !sameOwner(head, entry))
      const head = headOf(entry)
      if (!head) continue
      if (title && nameKey(title.name) === nameKey(head.name)) continue
      if (entry.text.clean.source === 'text' && opensPage(entry, sheet)) {
        title = head
        heads = []
      } else heads.push(head)
    }
  }
  return scopes
}

/** Entries page by page; a text file is one sheet. */
const sheetsOf = (entries: readonly Entry[]): Entry[][] => {
  const sheets: Entry[][] = []
  for (const entry of entries) {
    if (sheets.at(-1)?.[0]?.page === entry.page) sheets.at(-1)?.push(entry)
    else sheets.push([entry])
  }
  return sheets
}

const headOf = (entry: Entry): Head | null => {
  const { clean } = entry.text
  const base = { entry, owner: ownerOf(entry), box: barOf(entry) }
  const { heading } = entry
  if (heading?.kind === 'name' && heading.strength !== 'title')
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

const isBar = (entry: Entry): boolean => {
  const { clean } = entry.text
  return (
    clean.frame !== null &&
    entry.page.texts.every((other) => other.clean === clean || other.clean.frame !== clean.frame)
  )
}

/** A heading alone in its frame is a bar: it heads the frame around the bar. */
const ownerOf = (entry: Entry): number | null => {
  const { frame } = entry.text.clean
  return frame !== null && isBar(entry) ? (entry.page.frames[frame]?.parent ?? null) : frame
}

const barOf = (entry: Entry): Box => {
  const { frame, box } = entry.text.clean
  return frame !== null && isBar(entry) ? (entry.page.frames[frame]?.box ?? box) : box
}

const sameOwner = (head: Head, entry: Entry): boolean =>
  head.owner === ownerOf(entry) && (entry.text.clean.source === 'text' || overlapX(head.box, entry.text.clean.box) > 0)

/** The title's lines joined; English and subtitle lines are left out. */
const pageTitle = (sheet: readonly Entry[]): Head | null => {
  const lines = sheet.filter((entry) => entry.text.clean.kind === 'title' && entry.heading?.kind === 'name')
  const [first] = lines
  if (!first?.heading) return null
  return {
    entry: first,
    name: lines.map((entry) => entry.heading?.name ?? '').join(''),
    strength: 'title',
    body: first.heading.body,
    numbering: first.heading.numbering,
    owner: null,
    box: first.text.clean.box,
    bullet: null,
  }
}

/** In a text file a page begins where a heading has its own labelled amounts right below, or a slide's first generic
 * heading (背景・課題 …) follows it at once. */
const opensPage = (entry: Entry, sheet: readonly Entry[]): boolean => {
  if (entry.heading?.strength !== 'strong') return false
  for (const next of sheet.slice(sheet.indexOf(entry) + 1, sheet.indexOf(entry) + 6)) {
    if (next.labels.some((label) => label.year) || next.mentions.some((mention) => mention.label?.year))
      return next.mentions[0]?.name?.kind !== 'name'
    if (next.heading?.kind === 'generic') return next.heading.strength === 'strong'
    if (!isLink(next)) return false
  }
  return false
}

/** Texts that may stand between a heading and its amounts without parting them. */
const isLink = (entry: Entry): boolean =>
  entry.isLabelOnly ||
  entry.mentions.length > 0 ||
  entry.heading?.kind === 'gloss' ||
  entry.heading?.kind === 'body' ||
  entry.heading?.kind === 'empty'

const scopeOf = (entry: Entry, heads: readonly Head[], title: Head | null, sheet: readonly Entry[]): Scope => {
  if (entry.text.clean.kind === 'amounts')
    return { head: title, title, parent: null, by: title ? 'title' : 'none', sure: title !== null }
  const visible = heads.filter((head) => reaches(head, entry))
  const weak = visible.findLast((head) => head.strength === 'weak')
  const firm = visible.findLast((head) => head.strength !== 'weak')
  const near = weak && (!firm || weak.entry.index > firm.entry.index) && isDirect(weak, entry, sheet) ? weak : null
  const head = near ?? firm ?? title
  if (!head) return { head: null, title, parent: null, by: 'none', sure: false }
  if (near) return { head, title, parent: firm ?? title, by: 'line', sure: hasProgrammeEnding(near.name) }
  if (head === title) return { head, title, parent: null, by: 'title', sure: !hasDoubtfulHead(entry, sheet) }
  return {
    head,
    title,
    parent: enclosing(head, visible) ?? title,
    by: head.strength === 'item' ? 'item' : 'heading',
    sure: !hasDoubtfulHead(entry, sheet, head),
  }
}

const reaches = (head: Head, entry: Entry): boolean => {
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
const chainOf = (entry: Entry): (number | null)[] => {
  const chain: (number | null)[] = []
  let frame = entry.text.clean.frame
  while (frame !== null) {
    chain.push(frame)
    frame = entry.page.frames[frame]?.parent ?? null
  }
  return [...chain, null]
}

const isDirect = (head: Head, entry: Entry, sheet: readonly Entry[]): boolean => {
  const from = sheet.indexOf(head.entry)
  const to = sheet.indexOf(entry)
  return sheet.slice(from + 1, to).every(isLink)
}

/** The nearest visible heading above `head` that is set apart more strongly. */
const enclosing = (head: Head, visible: readonly Head[]): Head | null =>
  visible
    .slice(0, visible.indexOf(head))
    .findLast((other) => (head.strength === 'item' ? other.strength === 'strong' : other.owner !== head.owner)) ?? null

/** A Latin-only heading of a box (`FORCE`) between the heading and the text may be the programme's name after all. */
const hasDoubtfulHead = (entry: Entry, sheet: readonly Entry[], head?: Head): boolean => {
  const after = sheet.slice(head ? sheet.indexOf(head.entry) + 1 : 0, sheet.indexOf(entry))
  return after.some(
    (other) =>
      other.text.clean.kind === 'heading' &&
      other.heading?.kind === 'gloss' &&
      /^[A-Za-z]/u.test(other.heading.name) &&
      other.page === entry.page &&
      other.text.clean.frame !== null &&
      chainOf(entry).includes(ownerOf(other)) &&
      overlapX(other.text.clean.box, entry.text.clean.box) > 0,
  )
}
