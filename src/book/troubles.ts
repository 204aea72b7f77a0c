import { boxesText } from '../model/boxes.js'
import type { CheckRow } from '../model/check.js'
import type { Figure } from '../model/figure.js'
import type { Trouble } from '../model/issue-row.js'
import { type IssueRuleId, issueRules } from '../model/issue-rules.js'
import { doubtsOf } from './doubts.js'
import type { Item } from './items.js'
import type { Unread } from './unread.js'
import { issueOf } from './verdicts.js'

/** Figures in doubt. */
export const doubtTroubles = (items: readonly Item[]): Trouble[] =>
  items.flatMap((item) => doubtsOf(item).map((rule) => troubleOf(item.figure, rule, issueRules[rule].title, null)))

/** Checks that do not hold. */
export const checkTroubles = (items: readonly Item[], checks: readonly CheckRow[]): Trouble[] => {
  const broken = checks.filter(({ verdict }) => verdict === 'mismatch')
  if (broken.length === 0) return []
  const figures = new Map(items.map(({ figure }) => [figure.figure_id, figure]))
  return broken.flatMap(({ rule, figure_id, expected_yen, message }) => {
    const figure = figures.get(figure_id ?? '')
    return figure ? [troubleOf(figure, issueOf(rule), message ?? '', expected_yen)] : []
  })
}

const troubleOf = (
  { figure_id, page, line, boxes, raw }: Figure,
  rule: IssueRuleId,
  message: string,
  expected: number | null,
): Trouble => ({
  figure_id,
  rule,
  severity: issueRules[rule].severity,
  page,
  line,
  boxes,
  message,
  found: raw,
  expected: expected === null ? null : `${expected.toLocaleString('en-US')}円`,
})

/** Numbers that became no figure. */
export const unreadTroubles = (unread: readonly Unread[]): Trouble[] =>
  unread.map(({ page, line, raw, box }) => ({
    figure_id: null,
    rule: 'amount_without_row',
    severity: issueRules.amount_without_row.severity,
    page,
    line,
    boxes: boxesText([box]),
    message: issueRules.amount_without_row.title,
    found: raw,
    expected: null,
  }))
