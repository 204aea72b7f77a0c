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

/** What the checks say of each figure that they name. A sum that does not hold puts its total in doubt, and those of the values
 * that make it which no other check confirms. */
export const outcomesOf = (checks: readonly CheckRow[]): ReadonlyMap<string, Outcome> => {
  const outcomes = new Map<string, Outcome>()
  const change = (id: string, by: (before: Outcome) => Outcome): void => {
    outcomes.set(id, by(outcomes.get(id) ?? unchecked))
  }
  for (const check of checks.filter(holds))
    for (const id of figuresOf(check)) change(id, (before) => confirmed(before, check.rule))
  for (const check of checks.filter(({ verdict }) => verdict === 'mismatch'))
    for (const id of figuresOf(check))
      if (id === check.figure_id || isAlone(outcomes.get(id))) change(id, (before) => broken(before, check.rule))
  return outcomes
}

const holds = ({ verdict }: CheckRow): boolean => verdict === 'ok' || verdict === 'rounding'

/** Ids of the figures that a check names. */
export const figuresOf = ({ figure_id, inputs }: CheckRow): string[] => [
  ...(figure_id === null ? [] : [figure_id]),
  ...(inputs === null ? [] : inputs.split(';').map((input) => input.slice(1))),
]

/** Whether no check confirms a figure. */
const isAlone = (outcome: Outcome | undefined): boolean => (outcome ?? unchecked).confirmedBy.length === 0

const confirmed = (before: Outcome, rule: CheckId): Outcome => ({
  ...before,
  status: 'ok',
  confirmedBy: [...new Set([...before.confirmedBy, rule])].sort(),
})

const broken = (before: Outcome, rule: CheckId): Outcome => ({
  ...before,
  status: 'warning',
  broken: [...new Set([...before.broken, issueOf(rule)])],
})
