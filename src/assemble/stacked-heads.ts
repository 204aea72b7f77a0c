import type { Entry } from './entries.js'
import { type Head, headOf } from './heads.js'

/** Headings with one bullet in a row, none with amounts, and then several groups of amounts: the groups go to the headings
 * in order, the last group to the last heading. Nobody can be sure of that. */
export const stackedHeads = (sheet: readonly Entry[]): ReadonlyMap<Entry, Head> => {
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
