import { groupBy } from '../model/groups.js'
import { areOneAmount, grainOf, roundingOf } from '../model/rounding.js'
import { type Alias, successorsOf } from './aliases.js'
import type { Point } from './points.js'
import type { SeriesPoint } from './programmes.js'

/** What is printed for a programme in a year and stage: by one document, or, of programmes that were merged or split, by those
 * that print the parts. */
export interface Print extends Pick<Point, 'page' | 'role' | 'yen' | 'precision_yen' | 'reclassified'> {
  /** Joined by `;`. */
  readonly document_id: string
  readonly points: readonly SeriesPoint[]
  /** Keys of series. */
  readonly names: ReadonlySet<string>
}

/** The print to go by first: the budget itself before what a later document compares with, then the one that holds the most
 * parts, then the finest. Names before and after a renaming are never added up over documents; those that one document prints
 * side by side are different money. */
export const printsOf = (points: readonly SeriesPoint[], aliases: readonly Alias[]): Print[] => {
  const names = new Set(points.map(({ key }) => key))
  // How many renamings lead on from a name to others that are printed too.
  const depthOf = ({ key: own }: SeriesPoint): number =>
    [...successorsOf(own, aliases).keys()].filter((key) => names.has(key)).length
  const documents = groupBy(points, ({ document_id, role }) => `${document_id} ${role}`)
  const levels = groupBy([...documents.values()], (own) => `${own[0]?.role} ${Math.max(...own.map(depthOf))}`)
  return [...levels.values()].flatMap((own) => printsOfLevel(own.flat())).sort(byRank)
}

const printsOfLevel = (points: readonly SeriesPoint[]): Print[] => {
  const prints = [...groupBy(points, ({ document_id }) => document_id).values()].map(printOf)
  const all = printOf([...points].sort((a, b) => grainOf(a) - grainOf(b) || (a.document_id < b.document_id ? -1 : 1)))
  const whole = prints.filter(({ names }) => names.size === all.names.size)
  return whole.length > 0 ? whole : [all]
}

/** The first point of each series, added up. */
const printOf = (points: readonly SeriesPoint[]): Print => {
  const each = [...groupBy(points, ({ key }) => key).values()].flatMap(([first]) => first ?? [])
  const [first] = each as [SeriesPoint, ...SeriesPoint[]]
  return {
    document_id: [...new Set(each.map(({ document_id }) => document_id))].join(';'),
    page: first.page,
    role: first.role,
    yen: each.reduce((sum, { yen }) => sum + yen, 0),
    precision_yen: Math.max(...each.map(({ precision_yen }) => precision_yen ?? 0)) || null,
    reclassified: each.some(({ reclassified }) => reclassified),
    points: each,
    names: new Set(each.map(({ key }) => key)),
  }
}

const byRank = (a: Print, b: Print): number =>
  Number(b.role === 'budget') - Number(a.role === 'budget') ||
  b.names.size - a.names.size ||
  grainOf(a) - grainOf(b) ||
  (a.document_id < b.document_id ? -1 : 1)

/** Whether two prints may be one amount: sums carry the rounding of each of their parts. */
export const areOneSum = (a: Print, b: Print): boolean => {
  if (a.points.length === 1 && b.points.length === 1) return areOneAmount(a, b)
  return Math.abs(a.yen - b.yen) <= roundingOf([...a.points, ...b.points])
}
