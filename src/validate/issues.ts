import { printBoxes } from '../model/boxes.js'
import type { Leftover } from '../model/draft.js'
import type { Issue } from '../model/issue.js'
import type { Trouble } from '../model/issue-row.js'
import { type IssueRuleId, issueRules } from '../model/issue-rules.js'
import type { Verdict } from './context.js'

export const ofPage = ({ rule, severity, page, line, boxes, message, found, expected }: Issue): Trouble => ({
  figure_id: null,
  rule,
  severity,
  page,
  line,
  boxes: printBoxes(boxes),
  message,
  found,
  expected,
})

export const ofVerdict = ({ rule, figures, at = figures.at(-1), message, found, expected }: Verdict): Trouble[] => {
  if (!rule || !at) return []
  const place = 'draft' in at ? at.draft.place : at
  return [
    {
      figure_id: 'draft' in at ? at.figure.figure_id : null,
      rule,
      severity: issueRules[rule].severity,
      page: place.page,
      line: place.line,
      boxes: place.page === null ? null : printBoxes(place.boxes),
      message,
      found,
      expected,
    },
  ]
}

/** Numbers without a unit are named page by page, or a budget book would report each of its cells. */
export const leftoverIssues = (leftovers: readonly Leftover[]): Trouble[] => {
  const byPage = new Map<number | null, Leftover[]>()
  for (const leftover of leftovers) {
    const group = byPage.get(leftover.place.page) ?? []
    byPage.set(leftover.place.page, group)
    group.push(leftover)
  }
  const rule: IssueRuleId = 'unit_missing'
  return [...byPage].map(([page, group]) => ({
    figure_id: null,
    rule,
    severity: issueRules[rule].severity,
    page,
    line: group[0]?.place.line ?? null,
    boxes: page === null ? null : printBoxes(group.flatMap(({ place }) => place.boxes)),
    message: `${group.length} numbers of a table have no unit beside them and were not read as money.`,
    found: group
      .slice(0, 5)
      .map(({ raw }) => raw)
      .join(' '),
    expected: null,
  }))
}
