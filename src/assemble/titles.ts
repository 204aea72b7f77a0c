import { overlapX } from '../model/place.js'
import type { Entry } from './entries.js'
import { type Head, isLink } from './heads.js'

/** A page's titles, one for each slide on it: subtitles are left out, and where a title is English only, the name right
 * below it is the title. */
export const pageTitles = (sheet: readonly Entry[]): Head[] => {
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
export const opensPage = (entry: Entry, sheet: readonly Entry[]): boolean => {
  if (entry.heading?.strength !== 'strong') return false
  for (const next of sheet.slice(sheet.indexOf(entry) + 1, sheet.indexOf(entry) + 6)) {
    if (next.labels.some((label) => label.year) || next.mentions.some((mention) => mention.label?.year))
      return next.mentions[0]?.name?.kind !== 'name'
    if (next.heading?.kind === 'generic') return next.heading.strength === 'strong'
    if (!isLink(next)) return false
  }
  return false
}

/** `5.`, `Ⅱ`, `III.`: numbered as sections are. */
export const isSection = (title: Head): boolean =>
  /^(?:[0-9]{1,2}|[Ⅰ-Ⅻ]|[IVX]{1,4})[.．、]?$/u.test(title.numbering ?? '')

/** The text's block begins beside the title and not below it. */
export const isLevelWith = (title: Head | null, entry: Entry): boolean => {
  if (title === null || title.entry.page !== entry.page || entry.text.clean.source === 'text') return false
  const block = entry.page.texts.filter(({ clean }) => clean.block === entry.text.clean.block)
  return Math.min(...block.map(({ clean }) => clean.box.y0)) < title.box.y1
}
