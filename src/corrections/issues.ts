import type { Correction } from '../model/correction.js'
import type { Draft } from '../model/draft.js'
import type { Figure } from '../model/figure.js'
import type { Issue } from '../model/issue.js'
import type { Trouble } from '../model/issue-row.js'
import { type IssueRuleId, issueRules } from '../model/issue-rules.js'
import type { Misfit } from './match.js'

const issueOf = (rule: IssueRuleId, raw: string, message: string): Issue => ({
  rule,
  severity: issueRules[rule].severity,
  page: null,
  line: null,
  boxes: [],
  message,
  found: raw,
  expected: null,
})

/** Stands where the row of a rejected figure would. */
export const rejectionIssue = ({ raw, place }: Draft): Issue => ({
  ...issueOf('figure_rejected', raw, rejectionOf(raw)),
  page: place.page,
  line: place.line,
  boxes: place.page === null ? [] : place.boxes,
})

/** The same for a row of `figures`. */
export const rejectionOfRow = ({ raw, page, line, boxes }: Figure): Trouble => ({
  ...issueOf('figure_rejected', raw, rejectionOf(raw)),
  figure_id: null,
  page,
  line,
  boxes,
})

const rejectionOf = (raw: string): string => `A person rejected ${raw} as a figure.`

const reasons: Readonly<Record<Misfit['reason'], string>> = {
  none: 'fits no figure',
  several: 'fits several figures',
  taken: 'fits a figure that another correction speaks of',
  unseen: 'fits a figure that is read otherwise now, with a value that nobody has seen',
}

/** Has no place: where the correction says, the figure is not. */
export const misfitIssue = ({ correction, reason }: Misfit): Issue =>
  issueOf('correction_unmatched', correction.raw, `${misfitBeginning(correction)} ${reasons[reason]}.`)

/** What the message of a correction that was not applied begins with. */
export const misfitBeginning = ({ action, page, line, raw }: Correction): string => {
  const place = page === null ? `line ${line}` : `page ${page}, line ${line}`
  return `The correction to ${action} ${raw} (${place})`
}
