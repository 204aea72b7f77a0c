import type { CheckVerdict } from '../model/check.js'
import type { CheckId } from '../model/check-rules.js'
import { type Claim, claimThat } from '../model/claim.js'
import type { Checked, Verdict } from './context.js'

/** A verdict that reports nothing. */
const quiet = { rule: null, review: false, message: '', found: null, expected: null } as const

/** A verdict that confirms. */
export const confirms = (figures: readonly Checked[], status: 'ok' | 'rounding', claim: Claim): Verdict => ({
  ...quiet,
  figures,
  status,
  check: claim.rule,
  claim,
})

/** A verdict that says nothing of its figures: the claim alone goes on record. */
export const records = (claim: Claim): Verdict => ({ ...quiet, figures: [], status: 'ok', check: null, claim })

/** Figures on one side of a sum. */
export interface Side {
  readonly sign: 1 | -1
  readonly figures: readonly Checked[]
}

/** The claim that sides add up to nothing, told of the figure `closer` among them: the others make it. */
export const claimOfSum = (rule: CheckId, closer: Checked, sides: readonly Side[]): Claim => {
  const own = sides.find(({ figures }) => figures.includes(closer))?.sign ?? 1
  const inputs = sides.flatMap(({ sign, figures }) =>
    figures
      .filter((checked) => checked !== closer)
      .map(({ figure }) => ({ figure: figure.figure_id, sign: sign === own ? (-1 as const) : (1 as const) })),
  )
  return claimThat(rule, closer.figure.figure_id, inputs)
}

/** The claim that two figures are one amount, or of one size. */
export const claimOfPair = (rule: CheckId, { figure }: Checked, other: Checked): Claim =>
  claimThat(rule, figure.figure_id, [{ figure: other.figure.figure_id, sign: 1 }])

/** A claim that figures alone cannot settle. */
export const stated = (claim: Claim, verdict: CheckVerdict, message: string): Claim => ({
  ...claim,
  stated: { verdict, message },
})
