import { type Box, overlapX, overlapY } from '../model/place.js'
import type { Entry, Heading } from './entries.js'
import type { Label } from './mentions.js'
import { classify, hasProgrammeEnding, nameKey } from './names.js'

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
  /** The numbered title above the page's (`5. 未来社会の…`): a section whose programmes have pages of their own. */
  readonly section: Head | null
  /** The label that heads the panel around: `令和4年度第2次補正予算額` on a bar of its own. */
  readonly panel: Label | null
  /** Headings in force, nearest last. */
  readonly visible: readonly Head[]
  /** title, heading: set apart; item: a name with amounts before it; line: the noun phrase right above; break: the last
   * heading of the column or page before, which has no amounts yet; none. */
  readonly by: 'title' | 'heading' | 'item' | 'line' | 'break' | 'none'
  readonly sure: boolean
}

/** For each entry the headings it stands under. Headings do not reach beyond their page. */
export const scopesOf = (entries: readonly Entry[]): Scope[] => {
  const scopes: Scope[] = []
  let section: Head | null = null
  let open: Head | null = null
  for (const sheet of sheetsOf(entries)) {
    let heads: Head[] = []
    let panels: Panel[] = []
    const titles = pageTitles(sheet)
    if (titles.length > 0) open = null
    let title: Head | null = titles[0] ?? null
    if (title && isSection(title)) section = title
    const stacked = stackedHeads(sheet)
    for (const entry of sheet) {
      title = titles.findLast((other) => titles.length > 1 && other.entry.index <= entry.index) ?? title
      const one = stacked.get(entry)
      const scope: Omit<Scope, 'section' | 'panel'> = one
        ? { head: one, title, visible: heads, by: 'heading' as const, sure: false }
        : scopeOf(entry, heads, title, sheet, open)
      const panel = panels.findLast((other) => reaches(other, entry))?.label ?? null
      scopes.push({ ...scope, section: section === title ? null : section, panel })
      if (isBar(entry) && entry.text.clean.kind === 'heading')
        panels = panels.filter((other) => !sameOwner(other, entry))
      if (isPanelHead(entry)) panels.push({ label: entry.labels[0] as Label, owner: ownerOf(entry), box: barOf(entry) })
      if (entry.heading?.kind === 'generic' && entry.heading.strength !== 'weak')
        heads = heads.filter((head) => !sameOwner(head, entry))
      const head = headOf(entry, sheet)
      open = scope.by === 'break' && !head ? open : stillOpen(open, entry, head)
      if (!head) continue
      if (title && nameKey(title.name) === nameKey(head.name)) continue
      if (entry.text.clean.source === 'text' && opensPage(entry, sheet)) {
        title = head
        heads = []
        if (isSection(head)) section = head
      } else heads.push(head)
    }
  }
  return scopes
}

/** The last name without amounts so far: they may follow in the next column or on the next page. */
const stillOpen = (open: Head | null, entry: Entry, head: Head | null): Head | null => {
  if (head)
    return entry.mentions.length === 0 && (head.strength === 'strong' || hasProgrammeEnding(head.name)) ? head : open
  const { kind } = entry.text.clean
  const closes =
    (entry.mentions.length > 0 && kind !== 'amounts') ||
    kind === 'title' ||
    (entry.heading?.kind === 'generic' && entry.heading.strength !== 'weak')
  return closes ? null : open
}

interface Panel {
  readonly label: Label
  readonly owner: number | null
  readonly box: Box
}

/** A bar that holds nothing but one label with its year. */
const isPanelHead = (entry: Entry): boolean =>
  entry.isLabelOnly &&
  entry.text.clean.kind === 'heading' &&
  isBar(entry) &&
  entry.labels.length === 1 &&
  entry.labels[0]?.year != null

/** Entries page by page; a text file is one sheet. */
const sheetsOf = (entries: readonly Entry[]): Entry[][] => {
  const sheets: Entry[][] = []
  for (const entry of entries) {
    if (sheets.at(-1)?.[0]?.page === entry.page) sheets.at(-1)?.push(entry)
    else sheets.push([entry])
  }
  return sheets
}

/** Headings with one bullet in a row, none with amounts, and then several groups of amounts: the groups go to the headings
 * in order, the last group to the last heading. Nobody can be sure of that. */
const stackedHeads = (sheet: readonly Entry[]): ReadonlyMap<Entry, Head> => {
  const ties = new Map<Entry, Head>()
  sheet.forEach((entry, at) => {
    const last = headOf(entry, sheet)
    const next = sheet.slice(at + 1).find((other) => headOf(other, sheet) !== null || other.mentions.length > 0)
    if (last?.strength !== 'strong' || last.bullet === null || !next || next.mentions.length === 0) return
    const row = rowOfHeads(sheet, at, last)
    const groups = groupsBelow(sheet, at)
    if (row.length < 2 || groups.length < 2 || groups.length > row.length) return
    groups.forEach((group, i) => {
      const head = i === groups.length - 1 ? last : row[i]
      for (const member of group) if (head) ties.set(member, head)
    })
  })
  return ties
}

/** The headings of one bullet above without amounts between them, first to last. */
const rowOfHeads = (sheet: readonly Entry[], at: number, last: Head): Head[] => {
  const row: Head[] = []
  for (const entry of sheet.slice(0, at + 1).reverse()) {
    const head = headOf(entry, sheet)
    if (
      entry.mentions.length > 0 ||
      (head !== null && head.strength === 'strong' && (head.bullet !== last.bullet || head.owner !== last.owner))
    )
      break
    if (head?.strength === 'strong') row.unshift(head)
  }
  return row
}

/** Runs of entries with amounts below, parted by other texts, up to the next heading. */
const groupsBelow = (sheet: readonly Entry[], at: number): Entry[][] => {
  const groups: Entry[][] = []
  let open = false
  for (const entry of sheet.slice(at + 1)) {
    const { kind } = entry.text.clean
    if (kind === 'title' || kind === 'amounts') break
    if (headOf(entry, sheet)?.strength === 'strong' || entry.mentions.some((mention) => mention.name?.kind === 'name'))
      break
    if (entry.mentions.length === 0) open = open && (entry.isLabelOnly || entry.heading?.kind === 'gloss')
    else if (open) groups.at(-1)?.push(entry)
    else {
      groups.push([entry])
      open = true
    }
  }
  return groups
}

const headOf = (entry: Entry, sheet: readonly Entry[]): Head | null => {
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
const isBar = (entry: Entry): boolean => {
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
const ownerOf = (entry: Entry): number | null => {
  const { frame } = entry.text.clean
  return frame !== null && isBar(entry) ? (entry.page.frames[frame]?.parent ?? null) : frame
}

const barOf = (entry: Entry): Box => {
  const { frame, box } = entry.text.clean
  return frame !== null && isBar(entry) ? (entry.page.frames[frame]?.box ?? box) : box
}

const sameOwner = (head: Pick<Head, 'owner' | 'box'>, entry: Entry): boolean =>
  head.owner === ownerOf(entry) && (entry.text.clean.source === 'text' || overlapX(head.box, entry.text.clean.box) > 0)

/** A page's titles, one for each slide on it: subtitles are left out, and where a title is English only, the name right
 * below it is the title. */
const pageTitles = (sheet: readonly Entry[]): Head[] => {
  const printed = sheet.filter((entry) => entry.text.clean.kind === 'title')
  const names = printed.filter((entry) => entry.heading?.kind === 'name')
  if (names.length > 0) return sideBySide(names).map(titleHead)
  const english = printed.filter((entry) => /^[A-Za-z]/u.test(entry.heading?.name ?? ''))
  if (english.length === 0) return []
  const below = sheet
    .slice(sheet.indexOf(english.at(-1) as Entry) + 1)
    .find((entry) => entry.text.clean.kind !== 'amounts')
  return [titleHead(below?.heading?.kind === 'name' ? [below] : english)]
}

/** Lines above one another are one title, lines beside one another several. */
const sideBySide = (lines: readonly Entry[]): Entry[][] => {
  const titles: Entry[][] = []
  for (const line of lines) {
    const stack = titles.find((others) =>
      others.some((other) => overlapX(other.text.clean.box, line.text.clean.box) > 0),
    )
    if (stack) stack.push(line)
    else titles.push([line])
  }
  return titles
}

const titleHead = (lines: readonly Entry[]): Head => {
  const first = lines[0] as Entry
  return {
    entry: first,
    name: lines.map((entry) => entry.heading?.name ?? '').join(''),
    strength: 'title',
    body: first.heading?.body ?? null,
    numbering: first.heading?.numbering ?? null,
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
  entry.heading?.kind === 'empty' ||
  (entry.heading === null && isWordless(entry.text.clean.text))

/** An arrow between boxes, a ~subtitle~, the head row of a table in a text file. */
const isWordless = (text: string): boolean => /^[~〜～]/u.test(text) || !/\p{L}/u.test(text) || text.includes('\t')

/** The text's block begins beside the title and not below it. */
const isLevelWith = (title: Head | null, entry: Entry): boolean => {
  if (title === null || title.entry.page !== entry.page || entry.text.clean.source === 'text') return false
  const block = entry.page.texts.filter(({ clean }) => clean.block === entry.text.clean.block)
  return Math.min(...block.map(({ clean }) => clean.box.y0)) < title.box.y1
}

/** `5.`, `Ⅱ`, `III.`: numbered as sections are. */
const isSection = (title: Head): boolean => /^(?:[0-9]{1,2}|[Ⅰ-Ⅻ]|[IVX]{1,4})[.．、]?$/u.test(title.numbering ?? '')

const scopeOf = (
  entry: Entry,
  heads: readonly Head[],
  title: Head | null,
  sheet: readonly Entry[],
  open: Head | null,
): Omit<Scope, 'section' | 'panel'> => {
  if (entry.text.clean.kind === 'amounts')
    return { head: title, title, visible: [], by: title ? 'title' : 'none', sure: title !== null }
  const visible = heads.filter((head) => reaches(head, entry))
  const weak = visible.findLast((head) => head.strength === 'weak')
  const firm = visible.findLast((head) => head.strength !== 'weak')
  const near = weak && (!firm || weak.entry.index > firm.entry.index) && isDirect(weak, entry, sheet) ? weak : null
  const head = near ?? firm ?? title
  if (head === title && open && !visible.includes(open) && open.entry !== title?.entry && !isLevelWith(title, entry))
    return {
      head: open,
      title,
      visible,
      by: 'break',
      sure: open.entry.page === entry.page && isDirect(open, entry, sheet),
    }
  if (!head) return { head: null, title, visible, by: 'none', sure: false }
  if (near) return { head, title, visible, by: 'line', sure: hasProgrammeEnding(near.name) }
  if (head === title) return { head, title, visible, by: 'title', sure: !hasDoubtfulHead(entry, sheet) }
  return {
    head,
    title,
    visible,
    by: head.strength === 'item' ? 'item' : 'heading',
    sure: !hasDoubtfulHead(entry, sheet, head),
  }
}

/** Names that may enclose a head, nearest first: by its number (2-1 in 2), by its box, the page's title, the section. */
export const enclosing = (
  head: Pick<Head, 'name' | 'numbering' | 'strength'> & { readonly owner?: number | null },
  { visible, title, section }: Scope,
): string[] => {
  const numbered = visible.findLast((other) => isInside(head.numbering, other.numbering))
  const isLine = head.strength === 'item' || head.strength === 'weak'
  const boxes = visible
    .filter(
      (other) =>
        other.strength === 'strong' &&
        other.bullet === null &&
        (isLine || (other.owner !== null && other.owner !== head.owner)),
    )
    .reverse()
  const chain = [numbered, ...boxes, title, section].flatMap((other) => (other ? [other.name] : []))
  return [...new Set(chain)].filter((name) => nameKey(name) !== nameKey(head.name))
}

/** 2-1 and 2.1 stand inside 2. */
const isInside = (inner: string | null, outer: string | null): boolean => {
  const [a, b] = [digitsOf(inner), digitsOf(outer)]
  return a !== '' && b !== '' && a.startsWith(`${b}-`)
}

const digitsOf = (numbering: string | null): string =>
  (numbering ?? '')
    .replace(/[.．]$/u, '')
    .replace(/[.．]/gu, '-')
    .replace(/[^0-9-]/gu, '')

const reaches = (head: Pick<Head, 'owner' | 'box'>, entry: Entry): boolean => {
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
