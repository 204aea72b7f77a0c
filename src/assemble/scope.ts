import { type Box, overlapX } from '../model/place.js'
import type { Entry } from './entries.js'
import { barOf, chainOf, type Head, headOf, isBar, isDirect, ownerOf, reaches, sameOwner } from './heads.js'
import type { Label } from './mentions.js'
import { hasProgrammeEnding, nameKey } from './names.js'
import { stackedHeads } from './stacked-heads.js'
import { isLevelWith, isSection, opensPage, pageTitles } from './titles.js'

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
