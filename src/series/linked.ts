import { groupBy } from '../model/groups.js'
import { headsOf } from '../model/heads.js'
import { nameKey } from '../model/name-key.js'
import type { Alias } from './aliases.js'
import { byDocument, type Point } from './points.js'
import { pathKey, type Series, type SeriesPoint } from './programmes.js'

/** Series of one programme under all its names. */
export type Linked = readonly SeriesPoint[]

/** The alias table with keys of series for names: one that is written below its parent may be that of a series whose bare name
 * is enough. */
export const toKeys = (aliases: readonly Alias[], series: readonly Series[]): Alias[] => {
  const byPath = new Map(series.flatMap(({ key, points }) => points.map((point) => [pathKey(point), key])))
  const keyOf = (name: string): string => byPath.get(nameKey(name)) ?? nameKey(name)
  return aliases.map((alias) => ({ ...alias, from: keyOf(alias.from), to: keyOf(alias.to) }))
}

/** Series whose names the alias table ties together are one. */
export const linkByAlias = (series: readonly Series[], aliases: readonly Alias[]): Linked[] => {
  const headOf = headsOf(aliases)
  return [...groupBy(series, ({ key }) => headOf(key)).values()].map((group) =>
    group.flatMap(({ key, points }) => points.map((point) => ({ ...point, key }))),
  )
}

/** Documents of different bodies share names and no amounts: each body has a series of its own. */
export const apart = (points: Linked, areStrangers: (a: Point, b: Point) => boolean): Linked[] => {
  const clusters: { readonly heads: SeriesPoint[]; readonly points: SeriesPoint[] }[] = []
  const documents = groupBy([...points].sort(byDocument), ({ document_id }) => document_id)
  for (const own of documents.values())
    for (const head of own.slice(0, 1)) {
      const home = clusters.find(({ heads }) => heads.every((other) => !areStrangers(head, other)))
      if (home) {
        home.heads.push(head)
        home.points.push(...own)
      } else clusters.push({ heads: [head], points: [...own] })
    }
  return clusters.map((cluster) => cluster.points)
}

/** The name that nothing was made of later, as its latest document prints it. */
export const newestName = (points: Linked, aliases: readonly Alias[]): string => {
  const old = new Set(aliases.filter(({ from, to }) => from !== to).map(({ from }) => from))
  const young = points.filter(({ key }) => !old.has(key))
  const [last] = [...(young.length > 0 ? young : points)].sort((a, b) => b.fiscal_year - a.fiscal_year)
  return last ? printedName(last) : ''
}

/** The name as printed, below that of its parent where it stands for several programmes alone. */
export const printedName = (point: SeriesPoint): string =>
  point.parent !== null && point.key === pathKey(point) ? `${point.parent} > ${point.programme}` : point.programme
