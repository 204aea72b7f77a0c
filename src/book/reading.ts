import type { Entry } from './entry.js'

/** What was read of a book. */
export interface Reading {
  readonly entries: readonly Entry[]
  readonly fiscalYear: number | null
}
