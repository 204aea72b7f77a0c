import type { Amount, Claim, Reckoning } from './claim.js'
import { fitPercent, type Percent, readPercent } from './percent.js'
import { grainOf, judge, roundingBetween, roundingOf } from './rounding.js'

/** An amount in a sum. */
export interface Term {
  readonly amount: Amount
  readonly yen: number
  readonly sign: 1 | -1
}

export type Outcome = Pick<Reckoning, 'expected_yen' | 'tolerance_yen' | 'verdict'>

/** What terms make, and whether the amount found is that. */
export type Reckon = (found: Term, terms: readonly Term[], percent: Claim['percent']) => Outcome

const unknown: Outcome = { expected_yen: null, tolerance_yen: null, verdict: 'not_run' }

export const sum: Reckon = (found, terms) => {
  const expected = terms.reduce((total, { yen, sign }) => total + sign * yen, 0)
  const tolerance = roundingOf([found, ...terms].map(({ amount }) => amount))
  return { expected_yen: expected, tolerance_yen: tolerance, verdict: judge(expected, found.yen, tolerance) }
}

/** One amount printed twice. */
export const same: Reckon = (found, [term]) => {
  const other = term as Term
  const tolerance = roundingBetween(found.amount, other.amount)
  return { expected_yen: other.yen, tolerance_yen: tolerance, verdict: judge(other.yen, found.yen, tolerance) }
}

export const proportion: Reckon = (found, [term], claimed) => {
  const percent = claimed === null ? null : readPercent(claimed.printed)
  if (percent === null || typeof percent !== 'object') return unknown
  const base = term as Term
  const plus = claimed?.meaning === 'growth' ? 100 : 0
  const fit = fitPercent(percent, printed(found), printed(base), plus)
  if (fit === null) return unknown
  return {
    expected_yen: percentOf(percent, base.yen, plus),
    tolerance_yen: slackOf(percent, plus, found, base),
    verdict: fit,
  }
}

const printed = ({ yen, amount }: Term) => ({ yen, grain: grainOf(amount) })

/** The percent, more `plus` hundred, of an amount: to the nearest yen, halves up. */
const percentOf = ({ digits, decimals }: Percent, yen: number, plus: 0 | 100): number => {
  const scale = 10n ** BigInt(decimals)
  const hundredfold = (digits + BigInt(plus) * scale) * BigInt(yen)
  return Number(floorOf(hundredfold * 2n + 100n * scale, 200n * scale))
}

const floorOf = (a: bigint, b: bigint): bigint => a / b - (a < 0n && a % b !== 0n ? 1n : 0n)

/** The last digit of the percent, which may be mended so that a column makes 100, half of that of both amounts, and what the
 * roundings of the percent and of its base make of each other. */
const slackOf = ({ digits, decimals }: Percent, plus: 0 | 100, found: Term, base: Term): number => {
  const scale = 10n ** BigInt(decimals)
  const ofPercent = absolute(BigInt(base.yen)) * 2n
  const ofBase = (absolute(digits + BigInt(plus) * scale) + 1n) * BigInt(grainOf(base.amount))
  const ofFound = BigInt(grainOf(found.amount)) * 100n * scale
  return Number((ofPercent + ofBase + ofFound) / (200n * scale)) + 1
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n)

/** A factor about 1,000 between two years is a unit read wrong. */
const LEAST = 300
const MOST = 3000

/** Whether one amount is about a thousand times the other. */
export const isFactorThousand = (a: number, b: number): boolean => {
  if (a === 0 || b === 0) return false
  const factor = Math.max(Math.abs(a / b), Math.abs(b / a))
  return LEAST <= factor && factor <= MOST
}

export const size: Reckon = (found, [term]) => {
  const { yen } = term as Term
  return { expected_yen: yen, tolerance_yen: null, verdict: isFactorThousand(found.yen, yen) ? 'mismatch' : 'ok' }
}
