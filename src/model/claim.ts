import type { CheckRow, CheckVerdict, PercentMeaning } from './check.js'
import type { CheckId } from './check-rules.js'
import type { Figure } from './figure.js'

/** What figures should make of each other, before it is reckoned. */
export interface Claim {
  readonly rule: CheckId
  /** The figure that is checked; null for several at once. */
  readonly figure: string | null
  /** The figures that should make it. */
  readonly inputs: readonly { readonly figure: string; readonly sign: 1 | -1 }[]
  /** The printed percent that leads from the one input to the figure; null for sums. */
  readonly percent: { readonly meaning: PercentMeaning; readonly printed: string } | null
  /** An amount from outside that the figure should have; null where inputs make it. */
  readonly given: { readonly expected: number; readonly tolerance: number; readonly message: string } | null
  /** The outcome where figures alone cannot tell it: a blank cell, a part that is not printed. Null where they can. */
  readonly stated: { readonly verdict: CheckVerdict; readonly message: string } | null
}

/** What a check reads of a figure. */
export type Amount = Pick<
  Figure,
  'yen' | 'precision_yen' | 'role' | 'fiscal_year' | 'stage' | 'supplementary_no' | 'programme_row_id' | 'part_of'
>

/** How a claim came out, with all that a reader needs to reckon it again; amounts in yen. */
export type Reckoning = Pick<CheckRow, 'expected_yen' | 'found_yen' | 'tolerance_yen' | 'verdict' | 'message'>

/** The claim that inputs make a figure. */
export const claimThat = (rule: CheckId, figure: string, inputs: Claim['inputs']): Claim => ({
  rule,
  figure,
  inputs,
  percent: null,
  given: null,
  stated: null,
})

/** What is known of several figures at once, or of one that has nothing to be reckoned with. */
export const openClaim = (rule: CheckId, verdict: CheckVerdict, message: string): Claim => ({
  rule,
  figure: null,
  inputs: [],
  percent: null,
  given: null,
  stated: { verdict, message },
})
