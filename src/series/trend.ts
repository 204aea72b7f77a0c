import type { Figure } from '../model/figure.js'
import { groupBy } from '../model/groups.js'
import { nameKey } from '../model/name-key.js'
import { percentOfChange } from '../model/percent-of-change.js'
import type { Alias } from './aliases.js'
import { breaksOf } from './breaks.js'
import { type AreStrangers, strangersIn } from './chains.js'
import { apart, type Linked, linkByAlias, newestName, printedName, toKeys } from './linked.js'
import { byDocument, type Point, pointsOf, termOf } from './points.js'
import { printsOf } from './prints.js'
import { type Series, seriesOf } from './programmes.js'

/** A programme in one year and stage. */
export type TrendRow = {
  /** Number of the series, from 1. */
  readonly series: number
  /** The newest name of the programme. */
  readonly programme: string
  /** The enclosing programme or section of its print, or of the first of several. */
  readonly parent: string | null
  /** Its row in `programmes`, or that of the first of several. */
  readonly programme_row_id: string | null
  /** Names printed in this year and stage, joined by ` + `, whose amounts make the row. */
  readonly names: string
  readonly fiscal_year: number
  readonly stage: NonNullable<Figure['stage']>
  readonly supplementary_no: number | null
  readonly yen: number
  readonly precision_yen: number | null
  /** budget: the document is about this year; comparison: printed beside a later year's. */
  readonly role: Point['role']
  /** More than the enacted budget of the year before; null where that is not known, and for supplements. */
  readonly change_yen: number | null
  readonly change_percent: string | null
  readonly document_id: string
  readonly page: number | null
  readonly figures: string
  /** Whether a figure that makes the row asks for review. */
  readonly needs_review: boolean
  /** Ids of breaks, joined by `;`. */
  readonly breaks: string | null
  /** What broke, with the other amounts. */
  readonly break_notes: string | null
}

export const trendColumns = [
  'series',
  'programme',
  'parent',
  'programme_row_id',
  'names',
  'fiscal_year',
  'stage',
  'supplementary_no',
  'yen',
  'precision_yen',
  'role',
  'change_yen',
  'change_percent',
  'document_id',
  'page',
  'figures',
  'needs_review',
  'breaks',
  'break_notes',
] as const satisfies readonly (keyof TrendRow)[]

export interface Trend {
  readonly rows: readonly TrendRow[]
  /** Amounts whose names stand for several programmes, so that they make no series. */
  readonly ambiguous: number
}

export interface TrendOptions {
  readonly aliases: readonly Alias[]
  /** Part of a name that the programmes wanted have or had, '' for all of them; null for all that have amounts of several years
   * or stages. */
  readonly programme: string | null
}

/** The series of programmes over documents, year by year and stage by stage. */
export const trendOf = (figures: readonly Figure[], options: TrendOptions): Trend =>
  trendOfPoints(pointsOf(figures), options)

/** The same from what is kept of each document's figures. */
export const trendOfPoints = (points: readonly Point[], options: TrendOptions): Trend => {
  const set = seriesOf(inOrder(points))
  const rows = [...trendsOf(set.series, options, strangersIn(set.series))].flat()
  return { rows, ambiguous: set.ambiguous.length }
}

/** The order of folders says nothing. */
export const inOrder = (points: readonly Point[]): readonly Point[] => [...points].sort(byDocument)

/** The rows of each programme of a set of names that no alias ties to others. Numbers of series begin after `last`. */
export function* trendsOf(
  series: readonly Series[],
  { aliases: lines, programme }: TrendOptions,
  areStrangers: AreStrangers,
  last = 0,
): Generator<TrendRow[]> {
  const aliases = toKeys(lines, series)
  let number = last
  for (const linked of linkByAlias(series, aliases))
    for (const one of apart(linked, areStrangers)) if (isWanted(one, programme)) yield rowsOf(one, ++number, aliases)
}

const isWanted = (points: Linked, name: string | null): boolean =>
  name === null
    ? new Set(points.map(termOf)).size > 1
    : points.some(({ programme }) => nameKey(programme).includes(nameKey(name)))

const rowsOf = (points: Linked, series: number, aliases: readonly Alias[]): TrendRow[] => {
  const terms = [...groupBy(points, termOf).values()].sort(([a], [b]) => orderOf(a) - orderOf(b))
  const prints = terms.map((group) => ({ group, all: printsOf(group, aliases) }))
  const programme = newestName(points, aliases)
  const rows: TrendRow[] = []
  for (const { group, all } of prints) {
    const [print, ...others] = all
    const [first] = group
    const newest = print?.points[0]
    if (!print || !first || !newest) continue
    const drafts = prints.find(({ group: [one] }) => one?.fiscal_year === first.fiscal_year && one.stage === 'draft')
    const names = [...new Set(print.points.map(printedName))].join(' + ')
    const breaks = breaksOf(print, others, first.stage === 'enacted' ? (drafts?.all[0] ?? null) : null, {
      names,
      before: rows.at(-1)?.names ?? null,
    })
    rows.push({
      series,
      programme,
      parent: newest.parent,
      programme_row_id: newest.programme_row_id,
      names,
      fiscal_year: first.fiscal_year,
      stage: first.stage,
      supplementary_no: first.supplementary_no,
      yen: print.yen,
      precision_yen: print.precision_yen,
      role: print.role,
      ...changeFrom(rows, first, print.yen),
      document_id: print.document_id,
      page: print.page,
      figures: print.points.map(({ figure_id }) => figure_id).join(';'),
      needs_review: print.points.some((point) => point.needs_review),
      breaks: breaks.length === 0 ? null : [...new Set(breaks.map(({ id }) => id))].join(';'),
      break_notes: breaks.length === 0 ? null : breaks.map(({ note }) => note).join(' '),
    })
  }
  return rows
}

const stages: readonly Point['stage'][] = [
  'request',
  'draft',
  'provisional',
  'enacted',
  'supplementary_request',
  'supplementary_draft',
  'supplementary',
  'revised',
  'current_appropriation',
  'executed',
]

const orderOf = (point: Point | undefined): number =>
  point === undefined ? 0 : point.fiscal_year * 1000 + stages.indexOf(point.stage) * 10 + (point.supplementary_no ?? 0)

/** Documents compare each year's budget with the initial budget of the year before. */
const changeFrom = (
  rows: readonly TrendRow[],
  { fiscal_year, stage }: Point,
  yen: number,
): Pick<TrendRow, 'change_yen' | 'change_percent'> => {
  const before = rows.find((row) => row.fiscal_year === fiscal_year - 1 && row.stage === 'enacted')
  // What two documents print differently is no base to reckon from.
  const isSure = before?.breaks?.split(';').includes('restated') !== true
  if (!before || !isSure || !compared.has(stage)) return { change_yen: null, change_percent: null }
  const change = yen - before.yen
  return { change_yen: change, change_percent: percentOfChange(change, before.yen) }
}

const compared: ReadonlySet<Point['stage']> = new Set(['request', 'draft', 'enacted'])
