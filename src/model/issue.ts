import type { IssueRuleId, Severity } from './issue-rules.js'
import type { Box } from './place.js'

export type { Severity } from './issue-rules.js'

/** Trouble in a document: data with a rule and a place, never thrown. */
export interface Issue {
  readonly rule: IssueRuleId
  readonly severity: Severity
  /** Physical page, 1-based; null where the trouble is the document's or the input has no pages. */
  readonly page: number | null
  readonly line: number | null
  readonly boxes: readonly Box[]
  /** One sentence for a person. */
  readonly message: string
  readonly found: string | null
  readonly expected: string | null
}
