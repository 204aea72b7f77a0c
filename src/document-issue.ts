import type { IssueRow } from './model/issue-row.js'
import { type IssueRuleId, issueRules } from './model/issue-rules.js'

interface Trouble {
  readonly documentId: string
  /** How many issues the document has before this one. */
  readonly before: number
  readonly rule: IssueRuleId
  readonly message: string
  readonly found: string | null
}

/** An issue with a document as a whole, which has no place on a page. */
export const documentIssue = ({ documentId, before, rule, message, found }: Trouble): IssueRow => ({
  issue_id: `${documentId}-i${String(before + 1).padStart(4, '0')}`,
  document_id: documentId,
  figure_id: null,
  rule,
  severity: issueRules[rule].severity,
  page: null,
  line: null,
  boxes: null,
  message,
  found,
  expected: null,
})
