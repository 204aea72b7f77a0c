import { correctedReading } from '../model/corrected-reading.js'
import type { Correction } from '../model/correction.js'
import { textKey } from '../model/correction-identity.js'
import type { Figure } from '../model/figure.js'
import { groupBy } from '../model/groups.js'
import type { IssueRow } from '../model/issue-row.js'
import { nameKey } from '../model/name-key.js'
import { reviewOf } from '../model/review.js'
import { misfitBeginning } from './issues.js'
import { pairUp } from './pair-up.js'

/** The rows of a document that tell which corrections it was made with. */
export interface Traces {
  /** Those that people accepted or corrected. */
  readonly figures: readonly Figure[]
  /** Those of rejected figures, and of corrections that were not applied. */
  readonly issues: readonly IssueRow[]
  /** The pages that were surely read, both ends included; null for all. */
  readonly pages: { readonly from: number; readonly to: number } | null
}

/** Whether a document was made with these corrections of it, and no others: each has left its trace, and no trace is of another.
 * Those of pages that were not read, and those of other bytes where one of these bytes counts, leave none. */
export const areApplied = (
  corrections: readonly Correction[],
  sha256: string | null,
  { figures, issues, pages }: Traces,
): boolean => {
  const traces = [
    ...figures.map((figure): Trace => ({ raw: figure.raw, isOf: (one) => isMadeBy(figure, one, sha256) })),
    ...issues.map((issue): Trace => ({ raw: issue.found ?? '', isOf: (one) => isToldOf(issue, one, sha256) })),
  ]
  const byRaw = groupBy(traces, ({ raw }) => textKey(raw))
  const own = new Set(corrections.filter((one) => one.sha256 === sha256).map(({ raw }) => textKey(raw)))
  const mayLack = ({ sha256: of, raw, page }: Correction): boolean =>
    (of !== sha256 && own.has(textKey(raw))) ||
    (pages !== null && page !== null && (page < pages.from || page > pages.to))
  const tracesOf = (one: Correction) => (byRaw.get(textKey(one.raw)) ?? []).filter(({ isOf }) => isOf(one))
  // Those that have to leave one come first: whoever has a partner keeps one.
  const sorted = [...corrections.filter((one) => !mayLack(one)), ...corrections.filter(mayLack)]
  const paired = pairUp(sorted, tracesOf)
  const alone = sorted.filter((one) => !paired.has(one))
  return paired.size === traces.length && alone.every(mayLack)
}

interface Trace {
  readonly raw: string
  readonly isOf: (correction: Correction) => boolean
}

const isMadeBy = (figure: Figure, correction: Correction, sha256: string | null): boolean => {
  const { action, sha256: of, page } = correction
  const right = correctedReading(correction)
  return (
    actions[reviewOf(figure) ?? 'accepted'] === action &&
    (of !== sha256 || page === figure.page) &&
    figure.role === right.role &&
    figure.yen === right.yen &&
    figure.fiscal_year === right.fiscal_year &&
    figure.stage === right.stage &&
    nameKey(figure.programme ?? '') === nameKey(right.programme ?? '')
  )
}

const actions = { accepted: 'accept', corrected: 'correct' } as const

const isToldOf = (issue: IssueRow, correction: Correction, sha256: string | null): boolean =>
  issue.rule === 'figure_rejected'
    ? correction.action === 'reject' && (correction.sha256 !== sha256 || correction.page === issue.page)
    : textKey(issue.message).startsWith(`${textKey(misfitBeginning(correction))} `)
