import { groupBy } from '../../model/groups.js'
import { stageLabel, termLabel } from '../../model/labels.js'
import type { TrendRow } from '../../series/trend.js'

/** A bar with what stands before it. */
export interface Bar {
  readonly label: string
  readonly yen: number
  readonly needsReview: boolean
  readonly figureId: string
  readonly documentId: string
}

/** The bars of one programme. */
export interface BarGroup {
  readonly name: string
  readonly bars: readonly Bar[]
}

/** How many programmes a chart shows, the largest of them. */
const many = 12

/** Request, draft, enacted and supplementary budget of a year, for programmes that have several of them in the newest year in
 * which any has. */
export const stageGroups = (
  rows: readonly TrendRow[],
): { readonly year: number | null; readonly groups: readonly BarGroup[] } => {
  const bySeriesAndYear = grouped(rows, ({ series, fiscal_year }) => `${series} ${fiscal_year}`)
  const several = bySeriesAndYear.filter((group) => group.length > 1)
  const year = several.reduce<number | null>((newest, [row]) => Math.max(newest ?? 0, row?.fiscal_year ?? 0), null)
  const wanted = several.filter(([row]) => row?.fiscal_year === year)
  return { year, groups: largest(wanted).map((group) => groupOf(group, stageLabel)) }
}

/** Year over year at one stage: of each programme the stage that it has most years of, the enacted budget before others. */
export const yearGroups = (rows: readonly TrendRow[]): readonly BarGroup[] => {
  const level = rows.filter(({ stage }) => levels.includes(stage))
  const lines = grouped(level, ({ series }) => String(series)).map(longestLine)
  return largest(lines.filter((line) => line.length > 1)).map((line) => groupOf(line, termLabel))
}

/** Stages whose amounts are a whole year's; supplements are only a change. */
const levels: readonly TrendRow['stage'][] = ['enacted', 'draft', 'request', 'executed']

const longestLine = (rows: readonly TrendRow[]): readonly TrendRow[] =>
  levels
    .map((stage) => rows.filter((row) => row.stage === stage))
    .reduce((longest, line) => (line.length > longest.length ? line : longest))

const grouped = (rows: readonly TrendRow[], keyOf: (row: TrendRow) => string): readonly (readonly TrendRow[])[] => [
  ...groupBy(rows, keyOf).values(),
]

const largest = (groups: readonly (readonly TrendRow[])[]): readonly (readonly TrendRow[])[] =>
  [...groups].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, many)

const sizeOf = (rows: readonly TrendRow[]): number => Math.max(...rows.map(({ yen }) => Math.abs(yen)))

const groupOf = (rows: readonly TrendRow[], labelOf: (row: TrendRow) => string): BarGroup => ({
  name: rows[0]?.programme ?? '',
  bars: rows.map((row) => ({
    label: labelOf(row),
    yen: row.yen,
    needsReview: row.needs_review,
    figureId: row.figures.split(';')[0] ?? '',
    documentId: row.document_id,
  })),
})
