import type { CheckRow } from './check.js'
import type { Amount, Claim } from './claim.js'
import { reckon } from './reckon.js'

interface Named {
  readonly documentId: string
  /** The letter that ids of these checks have before their number. */
  readonly letter: 'k' | 'x' | 'r'
  /** How many checks of the document there are already; left out, none. */
  readonly before?: number
}

/** A row of `checks` for each claim, numbered in their order. */
export const toCheckRows = (
  claims: readonly Claim[],
  amountOf: (figure: string) => Amount | null,
  { documentId, letter, before = 0 }: Named,
): CheckRow[] =>
  claims.map((claim, i) => ({
    check_id: `${documentId}-${letter}${String(before + i + 1).padStart(4, '0')}`,
    document_id: documentId,
    rule: claim.rule,
    figure_id: claim.figure,
    inputs:
      claim.inputs.length === 0
        ? null
        : claim.inputs.map(({ figure, sign }) => `${sign === 1 ? '+' : '-'}${figure}`).join(';'),
    percent: claim.percent === null ? null : `${claim.percent.meaning} ${claim.percent.printed}`,
    ...reckon(claim, amountOf),
  }))

/** The claim that a row was made of. */
export const claimOfRow = (row: CheckRow): Claim => {
  const { rule, figure_id, inputs, percent, verdict, message, expected_yen, tolerance_yen } = row
  const [meaning, printed = ''] = percent?.split(' ') ?? []
  return {
    rule,
    figure: figure_id,
    inputs: (inputs?.split(';') ?? []).map((input) => ({
      figure: input.slice(1),
      sign: input.startsWith('-') ? -1 : 1,
    })),
    percent: isMeaning(meaning) ? { meaning, printed } : null,
    given:
      inputs === null && expected_yen !== null
        ? {
            expected: expected_yen,
            tolerance: tolerance_yen ?? 0,
            message: message ?? 'The outside source has another amount.',
          }
        : null,
    // Where nothing was reckoned, figures alone could not tell.
    stated: expected_yen === null && message !== null ? { verdict, message } : null,
  }
}

const isMeaning = (text: string | undefined): text is 'growth' | 'ratio' | 'share' =>
  text === 'growth' || text === 'ratio' || text === 'share'
