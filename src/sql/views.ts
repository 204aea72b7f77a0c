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
  b.fiscal_year AS to_year, b.stage AS to_stage, b.yen AS to_yen, b.yen - a.yen AS change_yen,
  b.parent, a.needs_review OR b.needs_review AS needs_review,
  CASE WHEN a.breaks IS NULL THEN b.breaks WHEN b.breaks IS NULL THEN a.breaks ELSE a.breaks || ';' || b.breaks END AS breaks
FROM programmes_series a JOIN programmes_series b ON a.series = b.series AND a.fiscal_year < b.fiscal_year
WHERE a.stage IN ${levels} AND b.stage IN ${levels}`,
  },
  {
    name: 'stages',
    reads: ['programmes_series', 'programmes'],
    help: 'Each programme and section in a year: what was asked for, drafted and voted.',
    select: `SELECT s.series, s.programme, min(s.parent) AS parent,
  CASE WHEN min(p.level_type) = max(p.level_type) THEN min(p.level_type) END AS level_type, s.fiscal_year,
  ${amountAt('request', 'requested_yen')},
  ${amountAt('draft', 'drafted_yen')},
  ${amountAt('enacted', 'enacted_yen')},
  max(CASE WHEN s.needs_review THEN 1 ELSE 0 END) = 1 AS needs_review
FROM programmes_series s LEFT JOIN programmes p ON p.programme_row_id = s.programme_row_id
GROUP BY s.series, s.programme, s.fiscal_year`,
  },
  {
    name: 'supplements',
    reads: ['programmes_series', 'programmes'],
    help: 'Supplementary budgets of programmes and sections, asked for, drafted or voted.',
    select: `SELECT s.series, s.programme, s.parent, p.level_type, s.fiscal_year, s.stage, s.supplementary_no, s.yen,
  s.needs_review, s.breaks, s.document_id, s.page, s.figure_id
FROM programmes_series s LEFT JOIN programmes p ON p.programme_row_id = s.programme_row_id
WHERE s.stage IN ('supplementary_request', 'supplementary_draft', 'supplementary')`,
  },
]
