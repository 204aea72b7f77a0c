import type { Dataset } from './model/dataset.js'
import type { Figure } from './model/figure.js'
import type { Failure } from './options.js'

/** How many of the figures that ask for review are shown. */
const shown = 10

export type Review = Pick<Figure, 'figure_id' | 'page' | 'line' | 'raw' | 'programme' | 'review_reasons'>

/** What `--json` prints. */
export interface Summary {
  readonly documents: readonly {
    readonly document_id: string
    readonly file_name: string
    readonly pages_read: number | null
    readonly pages_unreadable: string | null
    readonly status: 'complete' | 'partial' | 'failed'
  }[]
  readonly figures: number
  readonly figures_by_role: Readonly<Record<string, number>>
  /** Figures that a check confirms. */
  readonly figures_confirmed: number
  readonly programmes: number
  /** Checks of figures against each other. */
  readonly checks: number
  readonly checks_by_verdict: Readonly<Record<string, number>>
  /** Printed tables that were read cell by cell. */
  readonly tables: number
  readonly issues: number
  readonly issues_by_rule: Readonly<Record<string, number>>
  readonly needs_review: number
  /** The first of them. */
  readonly review: readonly Review[]
  readonly failures: readonly Failure[]
  readonly files: readonly string[]
}

/** Counts data sets that come one after another. */
export class Tally {
  private readonly documents: Summary['documents'][number][] = []
  private readonly roles = new Map<string, number>()
  private readonly rules = new Map<string, number>()
  private readonly verdicts = new Map<string, number>()
  private readonly review: Review[] = []
  private readonly sums = {
    figures: 0,
    figures_confirmed: 0,
    programmes: 0,
    checks: 0,
    tables: 0,
    issues: 0,
    needs_review: 0,
  }

  add({ figures, programmes, documents, issues, checks, grids }: Dataset): void {
    for (const { document_id, file_name, pages_read, pages_unreadable, status } of documents)
      this.documents.push({ document_id, file_name, pages_read, pages_unreadable, status })
    for (const { role } of figures) increment(this.roles, role)
    for (const { rule } of issues) increment(this.rules, rule)
    for (const { verdict } of checks) increment(this.verdicts, verdict)
    const doubtful = figures.filter(({ needs_review }) => needs_review)
    for (const { figure_id, page, line, raw, programme, review_reasons } of doubtful.slice(
      0,
      shown - this.review.length,
    ))
      this.review.push({ figure_id, page, line, raw, programme, review_reasons })
    this.sums.figures += figures.length
    this.sums.figures_confirmed += figures.filter(({ checked_by }) => checked_by !== null).length
    this.sums.programmes += programmes.length
    this.sums.checks += checks.length
    this.sums.tables += grids.length
    this.sums.issues += issues.length
    this.sums.needs_review += doubtful.length
  }

  summary(failures: readonly Failure[], files: readonly string[]): Summary {
    return {
      documents: this.documents,
      figures: this.sums.figures,
      figures_by_role: mostFirst(this.roles),
      figures_confirmed: this.sums.figures_confirmed,
      programmes: this.sums.programmes,
      checks: this.sums.checks,
      checks_by_verdict: mostFirst(this.verdicts),
      tables: this.sums.tables,
      issues: this.sums.issues,
      issues_by_rule: mostFirst(this.rules),
      needs_review: this.sums.needs_review,
      review: this.review,
      failures,
      files,
    }
  }
}

const increment = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

const mostFirst = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)))
