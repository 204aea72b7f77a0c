import type { Amount, Claim } from '../../src/model/claim.js'

/** Hundred million yen of the enacted budget of FY2025. */
export const amount = (oku: number, more: Partial<Amount> = {}): Amount => ({
  yen: Math.round(oku * 100_000_000),
  precision_yen: 100_000_000,
  role: 'budget',
  fiscal_year: 2025,
  stage: 'enacted',
  supplementary_no: null,
  programme_row_id: 'slides-0001',
  part_of: false,
  ...more,
})

/** The amount of the year before. */
export const previous = (oku: number, more: Partial<Amount> = {}): Amount =>
  amount(oku, { role: 'comparison', fiscal_year: 2024, ...more })

export const change = (oku: number, more: Partial<Amount> = {}): Amount =>
  amount(oku, { role: 'change', stage: null, ...more })

export const supplement = (oku: number, no: number, more: Partial<Amount> = {}): Amount =>
  amount(oku, { stage: 'supplementary', supplementary_no: no, ...more })

export const revised = (oku: number): Amount => amount(oku, { stage: 'revised' })

/** Printed to the yen. */
export const exact = (yen: number, more: Partial<Amount> = {}): Amount => amount(0, { yen, precision_yen: 1, ...more })

/** A claim of one figure with the amounts that its ids stand for. */
export interface Told {
  readonly claim: Claim
  readonly amountOf: (figure: string) => Amount | null
}

/** Claims that amounts, each with its sign, make another one. */
export const tell = (
  rule: Claim['rule'],
  found: Amount | null,
  inputs: readonly (readonly ['+' | '-', Amount | null])[],
  more: Partial<Pick<Claim, 'percent' | 'given' | 'stated'>> = {},
): Told => {
  const amounts = new Map([['found', found], ...inputs.map(([, input], i) => [`input${i}`, input] as const)])
  return {
    claim: {
      rule,
      figure: found === null ? null : 'found',
      inputs: inputs.map(([sign], i) => ({ figure: `input${i}`, sign: sign === '+' ? 1 : -1 })),
      percent: null,
      given: null,
      stated: null,
      ...more,
    },
    amountOf: (figure) => amounts.get(figure) ?? null,
  }
}
