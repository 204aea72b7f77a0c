import type { CheckRow } from '../model/check.js'
import type { CheckId } from '../model/check-rules.js'
import type { Figure } from '../model/figure.js'
import type { IssueRuleId } from '../model/issue-rules.js'

/** What the checks say of one figure. */
export interface Outcome {
  readonly status: Figure['check_status']
  /** Ids of the checks that hold, and of the issues of those that do not. */
  readonly confirmedBy: readonly CheckId[]
  readonly broken: readonly IssueRuleId[]
}

export const unchecked: Outcome = { status: 'not_checked', confirmedBy: [], broken: [] }

/** The issue that a check of a book makes when it does not hold. */
export const issueOf = (rule: CheckId): IssueRuleId =>
  rule === 'difference'
    ? 'difference_mismatch'
    : rule === 'printings' || rule === 'sides'
      ? 'summary_detail_mismatch'
      : 'column_total_mismatch'

/** What the checks say of each figure that they name. */
export const outcomesOf = (checks: readonly CheckRow[]): ReadonlyMap<string, Outcome> => {
  const outcomes = new Map<string, Outcome>()
  for (const { rule, figure_id, inputs, verdict } of checks) {
    const named = [...(figure_id ? [figure_id] : []), ...(inputs ?? '').split(';').map((input) => input.slice(1))]
    for (const id of named.filter((one) => one !== '')) {
      const before = outcomes.get(id) ?? unchecked
      outcomes.set(id, verdict === 'mismatch' ? broken(before, rule, id === figure_id) : confirmed(before, rule))
    }
  }
  return outcomes
}

const confirmed = (before: Outcome, rule: CheckId): Outcome => ({
  ...before,
  status: before.status === 'not_checked' ? 'ok' : before.status,
  confirmedBy: [...new Set([...before.confirmedBy, rule])].sort(),
})

/** A sum that does not hold puts its total in doubt, and not each of the rows below it. */
const broken = (before: Outcome, rule: CheckId, isFound: boolean): Outcome =>
  isFound ? { ...before, status: 'warning', broken: [...new Set([...before.broken, issueOf(rule)])] } : before
