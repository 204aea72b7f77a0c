import type { Dataset } from '../model/dataset.js'
import { percentOfChange } from '../model/percent-of-change.js'
import { roundingOf } from '../model/rounding.js'
import type { Alias } from '../series/aliases.js'
import { type Group, groupsOf } from './links.js'
import { propose } from './proposals.js'
import { type Item, printOf, type Side, sideOf, type Term } from './side.js'
import type { Cut } from './similarity.js'

/** What became of a programme. With `?` a guess by its name, for a person to look at: nothing is linked by it.
 * unknown: it has no printed amount on one side (事項要求); ambiguous: its name stands for several programmes. */
export const outcomes = [
  'grown',
  'cut',
  'unchanged',
  'new',
  'ended',
  'renamed?',
  'merged?',
  'split?',
  'unknown',
  'ambiguous',
] as const

export type Outcome = (typeof outcomes)[number]

/** A line of a comparison. */
export type DiffRow = {
  readonly outcome: Outcome
  /** What links both sides: the exact name, the name below the same parent, the alias table, a guess, or nothing. */
  readonly link: Group['link'] | 'proposed'
  /** Names as printed; several are joined by ` + `. Null where the programme is on the other side alone. */
  readonly from_programme: string | null
  readonly to_programme: string | null
  /** Amounts in yen, of several programmes their sum. */
  readonly from_yen: number | null
  readonly to_yen: number | null
  readonly change_yen: number | null
  /** To one decimal, halves away from nought. */
  readonly change_percent: string | null
  /** Whether rounding of the prints alone could make the change. */
  readonly within_rounding: boolean
  /** Whether the document says that the programme is new (新規). */
  readonly printed_as_new: boolean
  /** Ids of the figures, joined by `;`. */
  readonly from_figures: string | null
  readonly to_figures: string | null
  /** How much the names have in common, from 0 to 1; of proposals alone. */
  readonly similarity: number | null
  /** Dates and notes of the lines of the alias table, joined by `;`. */
  readonly alias_dates: string | null
  readonly alias_notes: string | null
}

export const diffColumns = [
  'outcome',
  'link',
  'from_programme',
  'to_programme',
  'from_yen',
  'to_yen',
  'change_yen',
  'change_percent',
  'within_rounding',
  'printed_as_new',
  'from_figures',
  'to_figures',
  'similarity',
  'alias_dates',
  'alias_notes',
] as const satisfies readonly (keyof DiffRow)[]

export interface Diff {
  readonly from: SideSummary
  readonly to: SideSummary
  readonly rows: readonly DiffRow[]
  /** Lines of the alias table that link nothing here, such as those of other years or with a name that is written otherwise. */
  readonly unused_aliases: readonly Alias[]
}

interface SideSummary {
  readonly term: Term | null
  readonly programmes: number
  /** Programmes that have amounts in other years or stages alone and are left out. */
  readonly left: number
}

export interface DiffOptions {
  readonly aliases: readonly Alias[]
  /** Year and stage of each side; null for the one that most of its programmes have. */
  readonly from: Term | null
  readonly to: Term | null
  readonly cut: Cut
}

/** Compares the programmes of two data sets: two editions, request and draft, two years. */
export const diffOf = async (
  a: Pick<Dataset, 'figures'>,
  b: Pick<Dataset, 'figures'>,
  { aliases, from, to, cut }: DiffOptions,
): Promise<Diff> => {
  const [left, right] = [sideOf(a, from), sideOf(b, to)]
  const groups = groupsOf(left.items, right.items, aliases)
  const ended = groups.filter((group) => group.to.length === 0)
  const begun = groups.filter((group) => group.from.length === 0)
  const linked = new Set(groups.filter(isLinked).flatMap((group) => [...group.from, ...group.to]))
  const used = new Set(groups.flatMap((group) => group.aliases))
  const proposals = await propose(
    ended.flatMap((group) => group.from),
    begun.flatMap((group) => group.to),
    { others: [...left.items, ...right.items].filter((item) => linked.has(item)), cut },
  )
  const proposed = new Set(proposals.flatMap((proposal) => [...proposal.from, ...proposal.to]))
  const isOpen = (group: Group): boolean => [...group.from, ...group.to].every((item) => !proposed.has(item))
  const rows = [
    ...groups.filter(isOpen).map(rowOfGroup),
    ...proposals.map(({ kind, similarity, ...items }) => ({
      ...baseRow(items.from, items.to),
      outcome: kind,
      link: 'proposed' as const,
      similarity: Math.round(similarity * 100) / 100,
    })),
    ...left.ambiguous.map((item) => ({ ...baseRow([item], []), outcome: 'ambiguous' as const })),
    ...right.ambiguous.map((item) => ({ ...baseRow([], [item]), outcome: 'ambiguous' as const })),
  ]
  return {
    from: summaryOf(left),
    to: summaryOf(right),
    rows: rows.sort(byOutcome),
    unused_aliases: aliases.filter((alias) => !used.has(alias)),
  }
}

const isLinked = ({ from, to }: Group): boolean => from.length > 0 && to.length > 0

const summaryOf = ({ term, items, left }: Side): SideSummary => ({ term, programmes: items.length, left })

const rowOfGroup = (group: Group): DiffRow => {
  const { from, to, link, aliases } = group
  const row = baseRow(from, to)
  return {
    ...row,
    outcome: outcomeOf(group, row),
    link,
    alias_dates: joined([...new Set(aliases.flatMap(({ date }) => date ?? []))]),
    alias_notes: joined([...new Set(aliases.flatMap(({ note }) => note ?? []))]),
  }
}

const outcomeOf = ({ from, to }: Group, { change_yen, within_rounding }: DiffRow): Outcome => {
  if (from.length === 0) return 'new'
  if (to.length === 0) return 'ended'
  if (change_yen === null) return 'unknown'
  if (change_yen === 0 || within_rounding) return 'unchanged'
  return change_yen > 0 ? 'grown' : 'cut'
}

const baseRow = (from: readonly Item[], to: readonly Item[]): DiffRow => {
  const [before, after] = [sumOf(from), sumOf(to)]
  const change = before === null || after === null ? null : after - before
  const slack = roundingOf([...from, ...to].map(printOf))
  return {
    outcome: 'unknown',
    link: 'none',
    from_programme: namesOf(from),
    to_programme: namesOf(to),
    from_yen: before,
    to_yen: after,
    change_yen: change,
    change_percent: change === null || before === null ? null : percentOfChange(change, before),
    within_rounding: change !== null && change !== 0 && Math.abs(change) <= slack && !areOfOneGrain(from, to),
    printed_as_new: to.length > 0 && to.every(({ isNew }) => isNew),
    from_figures: joined(from.map(({ figure }) => figure.figure_id)),
    to_figures: joined(to.map(({ figure }) => figure.figure_id)),
    similarity: null,
    alias_dates: null,
    alias_notes: null,
  }
}

/** Between two prints to the same digit a change is a change, even the smallest; sums of several carry the rounding of each. */
const areOfOneGrain = (from: readonly Item[], to: readonly Item[]): boolean =>
  from.length === 1 && to.length === 1 && new Set([...from, ...to].map(({ precisionYen }) => precisionYen)).size === 1

const sumOf = (items: readonly Item[]): number | null =>
  items.length === 0 || items.some(({ yen }) => yen === null)
    ? null
    : items.reduce((sum, { yen }) => sum + (yen ?? 0), 0)

const namesOf = (items: readonly Item[]): string | null => joined(items.map(nameOf), ' + ')

/** With its parent, where the name alone stands for several. */
const nameOf = ({ name, path, programme, parent }: Item): string =>
  name === path && parent !== null ? `${parent} > ${programme}` : programme

const joined = (texts: readonly string[], mark = ';'): string | null => (texts.length === 0 ? null : texts.join(mark))

const byOutcome = (a: DiffRow, b: DiffRow): number =>
  outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
  sizeOf(b) - sizeOf(a) ||
  compareText(`${a.from_programme} ${a.to_programme}`, `${b.from_programme} ${b.to_programme}`)

const sizeOf = ({ change_yen, from_yen, to_yen }: DiffRow): number => Math.abs(change_yen ?? to_yen ?? from_yen ?? 0)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
