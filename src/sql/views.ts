/** A question that many ask of the tables, ready to be queried. */
export interface SqlView {
  readonly name: string
  /** The tables that it reads. */
  readonly reads: readonly string[]
  /** One sentence for people. */
  readonly help: string
  /** A SELECT that both SQLite and DuckDB understand. */
  readonly select: string
}

/** Amounts of a year that stand for the year's whole budget of a programme, and no delta of it. */
const levels = "('request', 'draft', 'provisional', 'enacted', 'revised', 'current_appropriation', 'executed')"

const amountAt = (stage: string, column: string): string =>
  `max(CASE WHEN s.stage = '${stage}' THEN s.yen END) AS ${column}`

export const sqlViews: readonly SqlView[] = [
  {
    name: 'growth',
    reads: ['programmes_series'],
    help: 'Each programme from one year and stage to a later year, with what it gained or lost in yen.',
    select: `SELECT b.series, b.programme, a.fiscal_year AS from_year, a.stage AS from_stage, a.yen AS from_yen,
  b.fiscal_year AS to_year, b.stage AS to_stage, b.yen AS to_yen, b.yen - a.yen AS change_yen, b.breaks
FROM programmes_series a JOIN programmes_series b ON a.series = b.series AND a.fiscal_year < b.fiscal_year
WHERE a.stage IN ${levels} AND b.stage IN ${levels}`,
  },
  {
    name: 'stages',
    reads: ['programmes_series', 'figures', 'programmes'],
    help: 'Each programme and section in a year: what was asked for, drafted and voted.',
    select: `SELECT s.series, s.programme, min(p.level_type) AS level_type, s.fiscal_year,
  ${amountAt('request', 'requested_yen')},
  ${amountAt('draft', 'drafted_yen')},
  ${amountAt('enacted', 'enacted_yen')}
FROM programmes_series s
  JOIN figures f ON f.figure_id = s.figure_id
  JOIN programmes p ON p.programme_row_id = f.programme_row_id
GROUP BY s.series, s.programme, s.fiscal_year`,
  },
  {
    name: 'supplements',
    reads: ['figures'],
    help: 'Supplementary budgets, asked for, drafted or voted, as the documents print them.',
    select: `SELECT f.programme, f.fiscal_year, f.stage, f.supplementary_no, f.yen, f.needs_review, f.document_id, f.page, f.figure_id
FROM figures f
WHERE f.stage IN ('supplementary_request', 'supplementary_draft', 'supplementary') AND f.role = 'budget'
  AND f.yen IS NOT NULL AND NOT f.part_of AND f.reposted = 'none' AND f.duplicate_of_figure_id IS NULL`,
  },
]
