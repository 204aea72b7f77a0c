import type { CheckRow } from './check.js'
import { claimOfRow } from './check-rows.js'
import type { Amount, Reckoning } from './claim.js'
import { reckon } from './reckon.js'

/** How a check comes out today. */
export interface Again {
  readonly now: Reckoning
  /** The first column in which that is not what its row says; null where it is. */
  readonly differing: (typeof columns)[number] | null
}

/** Reckons a row of `checks` again from the amounts as they stand. */
export const reckonAgain = (row: CheckRow, amountOf: (figure: string) => Amount | null): Again => {
  const now = reckon(claimOfRow(row), amountOf)
  return { now, differing: columns.find((column) => now[column] !== row[column]) ?? null }
}

/** All that is reckoned but the message, which is only words. */
const columns = ['expected_yen', 'found_yen', 'tolerance_yen', 'verdict'] as const
