import type { Figure } from '../model/figure.js'
import type { Term } from '../model/labels.js'
import type { PublishedTable } from '../model/published-table.js'
import type { Row } from '../model/row.js'
import type { Alias } from '../series/aliases.js'
import { type AreStrangers, StrangerTally } from '../series/chains.js'
import { pointsOf, unclearIn } from '../series/points.js'
import { seriesOf } from '../series/programmes.js'
import { seriesTable, toSeriesRow, wideName, wideRow, wideTable } from '../series/series-table.js'
import { inOrder, type TrendRow, trendsOf } from '../series/trend.js'
import { PointStore } from './point-store.js'

/** A table with its rows, some at a time. */
export interface Filled {
  readonly table: PublishedTable
  readonly rows: AsyncIterable<readonly Row[]>
}

/** Follows programmes over the documents of a package. Of all figures only those that stand for a whole programme are kept, and
 * of many of them few in memory. */
export class SeriesMaker {
  private readonly store: PointStore
  private readonly terms = new Map<string, Term>()
  private areStrangers: AreStrangers | null = null
  /** Amounts that make no series, since nothing tells which of several programmes or prints they are. */
  ambiguous = 0

  constructor(
    folder: string,
    private readonly aliases: readonly Alias[],
  ) {
    this.store = new PointStore(folder, aliases)
  }

  /** Takes all figures of one document. */
  add(figures: readonly Figure[]): Promise<void> {
    this.ambiguous += unclearIn(figures)
    return this.store.add(pointsOf(figures))
  }

  /** The series as rows of a year and stage each. */
  series(): Filled {
    return { table: seriesTable, rows: this.seriesRows() }
  }

  /** The same as a row a programme; its columns are known when `series` is through. */
  wide(): Filled {
    return { table: wideTable([...this.terms.values()]), rows: this.wideRows() }
  }

  private async *seriesRows(): AsyncGenerator<readonly Row[]> {
    for await (const rows of this.trends()) {
      for (const row of rows) this.terms.set(wideName(row), row)
      yield rows.map(toSeriesRow)
    }
  }

  private async *wideRows(): AsyncGenerator<readonly Row[]> {
    for await (const rows of this.trends()) yield [wideRow(rows)]
  }

  /** The rows of one programme after another. */
  private async *trends(): AsyncGenerator<readonly TrendRow[]> {
    this.areStrangers ??= await this.tallied()
    let last = 0
    for await (const points of this.store.groups()) {
      const { series } = seriesOf(inOrder(points))
      for (const rows of trendsOf(series, { aliases: this.aliases, programme: '' }, this.areStrangers, last)) {
        last = rows[0]?.series ?? last
        yield rows
      }
    }
  }

  /** What tells documents of different bodies apart hangs on all programmes. */
  private async tallied(): Promise<AreStrangers> {
    const tally = new StrangerTally()
    for await (const points of this.store.groups()) {
      const { series, ambiguous } = seriesOf(inOrder(points))
      tally.add(series)
      this.ambiguous += ambiguous.length
    }
    return tally.areStrangers
  }
}

/** The tables that are made of other tables. */
export const derived: readonly string[] = [seriesTable.name, wideTable([]).name]
