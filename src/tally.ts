import type { CheckVerdict } from './model/check.js'
import type { CheckId } from './model/check-rules.js'
import { type Correction, isDecision } from './model/correction.js'
import { isCorrectionOf } from './model/correction-identity.js'
import type { Dataset } from './model/dataset.js'
import type { DocumentRow } from './model/document.js'
import type { Figure } from './model/figure.js'
import { reviewOf } from './model/review.js'
import type { Failure } from './options.js'

/** How many of the figures that ask for review are shown. */
const shown = 10

export type Review = Pick<Figure, 'figure_id' | 'page' | 'line' | 'raw' | 'programme' | 'review_reasons'>

/** How many figures people accepted, corrected and rejected, and how many of their decisions were not applied. */
export interface CorrectionCounts {
  readonly accepted: number
  readonly corrected: number
  readonly rejected: number
  /** Those that fit no figure. */
  readonly unmatched: number
  /** Those of documents that are not here, with the ids of these. */
  readonly elsewhere: number
  readonly elsewhere_documents: readonly string[]
}

/** What `--json` prints. */
export interface Summary {
  readonly documents: readonly {
    readonly document_id: string
    readonly file_name: string
    readonly document_type: DocumentRow['document_type']
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
  /** Printed values of budget books. */
  readonly lines: number
  /** Checks of amounts of these books against each other that were made, and those among them that hold. */
  readonly balance_checks: number
  readonly balance_checks_holding: number
  /** Printed tables that were read cell by cell. */
  readonly tables: number
  readonly issues: number
  readonly issues_by_rule: Readonly<Record<string, number>>
  readonly corrections: CorrectionCounts
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
    lines: 0,
    tables: 0,
    issues: 0,
    needs_review: 0,
    accepted: 0,
    corrected: 0,
  }
  private readonly named: DocumentKey[] = []
  private readonly books = new Set<string>()
  /** Balance checks of each document that were made, and those that hold. */
  private readonly balances = new Map<string, { made: number; hold: number }>()

  add({ figures, programmes, documents, issues, checks, lines, grids }: Dataset): void {
    for (const { sha256, ...document } of documents) {
      const { document_id, file_name, document_type, pages_read, pages_unreadable, status } = document
      this.documents.push({ document_id, file_name, document_type, pages_read, pages_unreadable, status })
      this.named.push({ document_id, sha256 })
    }
    for (const review of figures.map(reviewOf)) if (review) this.sums[review]++
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
    this.sums.lines += lines.length
    for (const { document_type, document_id } of documents)
      if (document_type === 'budget_book') this.books.add(document_id)
    for (const { document_id, rule, verdict } of checks)
      if (balancing.has(rule) && made.has(verdict)) this.balance(document_id, verdict !== 'mismatch')
    this.sums.tables += grids.length
    this.sums.issues += issues.length
    this.sums.needs_review += doubtful.length
  }

  /** @param corrections all that there were, whatever their documents */
  summary(failures: readonly Failure[], files: readonly string[], corrections: readonly Correction[] = []): Summary {
    return {
      documents: this.documents,
      figures: this.sums.figures,
      figures_by_role: mostFirst(this.roles),
      figures_confirmed: this.sums.figures_confirmed,
      programmes: this.sums.programmes,
      checks: this.sums.checks,
      checks_by_verdict: mostFirst(this.verdicts),
      lines: this.sums.lines,
      ...this.balancesOfBooks(),
      tables: this.sums.tables,
      issues: this.sums.issues,
      issues_by_rule: mostFirst(this.rules),
      corrections: this.corrections(corrections),
      needs_review: this.sums.needs_review,
      review: this.review,
      failures,
      files,
    }
  }

  private balance(document: string, holds: boolean): void {
    const { made, hold } = this.balances.get(document) ?? { made: 0, hold: 0 }
    this.balances.set(document, { made: made + 1, hold: hold + (holds ? 1 : 0) })
  }

  private balancesOfBooks(): Pick<Summary, 'balance_checks' | 'balance_checks_holding'> {
    const own = [...this.balances].flatMap(([document, counts]) => (this.books.has(document) ? [counts] : []))
    return {
      balance_checks: own.reduce((sum, { made }) => sum + made, 0),
      balance_checks_holding: own.reduce((sum, { hold }) => sum + hold, 0),
    }
  }

  private corrections(all: readonly Correction[]): CorrectionCounts {
    const { accepted, corrected } = this.sums
    const elsewhere = all.filter(
      (one) => isDecision(one) && !this.named.some((document) => isCorrectionOf(one, document)),
    )
    return {
      accepted,
      corrected,
      rejected: this.rules.get('figure_rejected') ?? 0,
      unmatched: this.rules.get('correction_unmatched') ?? 0,
      elsewhere: elsewhere.length,
      elsewhere_documents: [...new Set(elsewhere.map(({ document_id }) => document_id))].sort(),
    }
  }
}

const made: ReadonlySet<CheckVerdict> = new Set(['ok', 'rounding', 'mismatch'])

/** Those that hold the money of one document against itself. */
const balancing: ReadonlySet<CheckId> = new Set([
  'difference',
  'row_parts',
  'column_total',
  'parent_total',
  'printings',
  'sides',
])

type DocumentKey = Pick<DocumentRow, 'document_id' | 'sha256'>

const increment = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

const mostFirst = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)))
