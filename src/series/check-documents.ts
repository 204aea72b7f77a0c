import type { CheckRow } from '../model/check.js'
import { toCheckRows } from '../model/check-rows.js'
import { type Claim, openClaim } from '../model/claim.js'
import type { Dataset } from '../model/dataset.js'
import { groupBy } from '../model/groups.js'
import { claimOf, tell } from './chains.js'
import { byDocument, firstsOf, type Point, printsOf } from './points.js'
import { seriesOf } from './programmes.js'

/** Checks the documents of a data set against each other. Documents come one after another, each whole or in parts, and of
 * each only what the checks need is kept. */
export class DocumentChecks {
  private readonly points: Point[] = []
  /** Of the document whose parts are coming. */
  private prints: Point[] = []
  private isCopy = false

  add({ figures, issues }: Pick<Dataset, 'figures' | 'issues'>): void {
    for (const print of printsOf(figures)) this.prints.push(print)
    this.isCopy ||= issues.some(({ rule }) => rule === 'duplicate_document')
  }

  /** The document is whole. A copy of one proves nothing. */
  end(): void {
    if (!this.isCopy) for (const point of firstsOf(this.prints)) this.points.push(point)
    this.prints = []
    this.isCopy = false
  }

  /** A data set of these checks alone. */
  dataset(): Dataset {
    return { figures: [], programmes: [], documents: [], issues: [], checks: this.rows(), lines: [], grids: [] }
  }

  /** Those of one document after another. */
  private rows(): CheckRow[] {
    const points = [...this.points].sort(byDocument)
    const byId = new Map(points.map((point) => [point.figure_id, point]))
    const { series, ambiguous } = seriesOf(points)
    const { tied, loose } = tell(series)
    const linksBy = groupBy(tied, ({ point }) => point.document_id)
    const looseBy = groupBy(loose, ({ document_id }) => document_id)
    const ambiguousBy = groupBy(ambiguous, ({ document_id }) => document_id)
    const linked = new Set([...tied.map(({ point }) => point), ...loose].map(({ figure_id }) => figure_id))
    const alone = series.flatMap(({ points }) =>
      points.filter(({ role, figure_id }) => role === 'comparison' && !linked.has(figure_id)),
    )
    const aloneBy = groupBy(alone, ({ document_id }) => document_id)
    const documents = [...groupBy(points, ({ document_id }) => document_id).keys()]
    return documents.flatMap((documentId) => {
      const claims = [
        ...(linksBy.get(documentId) ?? []).map(claimOf),
        ...notRun(aloneBy.get(documentId), 'of the previous year that no other document of the data set prints'),
        ...notRun(
          looseBy.get(documentId),
          'whose programmes have other amounts in documents that may be another body’s',
        ),
        ...notRun(ambiguousBy.get(documentId), 'whose names stand for several programmes'),
      ]
      return toCheckRows(claims, (id) => byId.get(id) ?? null, { documentId, letter: 'x' })
    })
  }
}

/** What had nothing to be checked against is counted, not passed over. */
const notRun = (left: readonly unknown[] | undefined, which: string): Claim[] =>
  left === undefined ? [] : [openClaim('year_chain', 'not_run', `Amounts ${which}: ${left.length}.`)]
