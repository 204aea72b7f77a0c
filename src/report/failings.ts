import { kindOf } from './issue-kinds.js'
import type { DocumentRows } from './to-review-data.js'

/** How much of a document does not add up or was not read. */
export interface Failings {
  readonly checksFailed: number
  readonly leftovers: number
}

export const failingsOf = ({ checks, issues }: Pick<DocumentRows, 'checks' | 'issues'>): Failings => ({
  checksFailed: checks.filter(({ verdict }) => verdict === 'mismatch').length,
  leftovers: issues.filter(({ rule }) => kindOf(rule) === 'leftover').length,
})
