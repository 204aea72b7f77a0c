import { groupBy } from '../model/groups.js'
import { nameKey } from '../model/name-key.js'
import { areOneAmount } from '../model/rounding.js'
import { type Point, termOf } from './points.js'

/** The points of one programme over all documents. */
export interface Series {
  /** Names for matching: that of the programme, before it that of its parent where the name alone stands for several. */
  readonly key: string
  readonly points: readonly Point[]
}

/** A point that knows its series, also where the alias table ties several together. */
export interface SeriesPoint extends Point {
  readonly key: string
}

export interface SeriesSet {
  readonly series: readonly Series[]
  /** Points whose name stands for several programmes even with that of its parent, so that nothing ties them together. */
  readonly ambiguous: readonly Point[]
}

/** Ties the points of programmes together by their exact names. A name for which some document prints two amounts of one year
 * and stage stands for several programmes: its parents tell them apart, or nothing does. */
export const seriesOf = (points: readonly Point[]): SeriesSet => {
  const names = groupBy(points, ({ programme }) => nameKey(programme))
  const series: Series[] = []
  const ambiguous: Point[] = []
  for (const [key, group] of names) {
    if (!isAmbiguous(group)) series.push({ key, points: group })
    else
      for (const [path, own] of groupBy(group, pathKey))
        if (isAmbiguous(own)) ambiguous.push(...own)
        else series.push({ key: path, points: own })
  }
  return { series, ambiguous }
}

/** The name for matching below that of its parent. */
export const pathKey = ({ programme, parent }: Pick<Point, 'programme' | 'parent'>): string =>
  nameKey(`${parent ?? ''} > ${programme}`)

const isAmbiguous = (points: readonly Point[]): boolean =>
  [...groupBy(points, (point) => `${point.document_id} ${point.role} ${termOf(point)}`).values()].some(
    ([first, ...rest]) => first !== undefined && rest.some((other) => !areOneAmount(first, other)),
  )
