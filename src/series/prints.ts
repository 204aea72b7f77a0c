import { groupBy } from '../model/groups.js'
import { nameKey } from '../model/name-key.js'
import type { Point } from './points.js'

/** What one document prints for a year and stage: of one name, or of all that the alias table ties together. */
export interface Print extends Pick<Point, 'document_id' | 'page' | 'role' | 'yen' | 'precision_yen' | 'reclassified'> {
  readonly points: readonly Point[]
}

/** The print to go by first: the budget itself before what a later document compares with, the finer before the coarser. */
export const printsOf = (points: readonly Point[]): Print[] =>
  [...groupBy(points, ({ document_id, role }) => `${document_id} ${role}`).values()]
    .flatMap((own): Print[] => {
      const each = [...groupBy(own, ({ programme }) => nameKey(programme)).values()].flatMap(([first]) => first ?? [])
      const [first] = each
      if (!first) return []
      const { document_id, page, role } = first
      return [
        {
          ...{ document_id, page, role, points: each },
          yen: each.reduce((sum, { yen }) => sum + yen, 0),
          precision_yen: each.reduce<number | null>(
            (most, { precision_yen: p }) => (most === null || (p ?? 0) > most ? p : most),
            null,
          ),
          reclassified: each.some(({ reclassified }) => reclassified),
        },
      ]
    })
    .sort(
      (a, b) =>
        Number(b.role === 'budget') - Number(a.role === 'budget') ||
        (a.precision_yen ?? 0) - (b.precision_yen ?? 0) ||
        (a.document_id < b.document_id ? -1 : 1),
    )
