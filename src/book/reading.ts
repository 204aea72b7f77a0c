import type { Entry } from './entry.js'
import type { Unread } from './unread.js'

/** What was read of a book. */
export interface Reading {
  readonly entries: readonly Entry[]
  readonly unread: readonly Unread[]
  readonly fiscalYear: number | null
}
