import type { CheckId } from './check-rules.js'
import type { Amount, Claim, Reckoning } from './claim.js'
import { fitPercent, type Percent, readPercent } from './percent.js'

interface Term {
  readonly amount: Amount
  readonly yen: number
  readonly sign: 1 | -1
}

/** Reckons a claim with the figures as they are. It is the same when a document is checked, when documents are checked against
 * each other and when a data set is checked again, so rows of `checks` can always be proved from `figures`. */
export const reckon = (claim: Claim, amountOf: (figure: string) => Amount | null): Reckoning => {
  const found = claim.figure === null ? null : amountOf(claim.figure)
  const terms = claim.inputs.map(({ figure, sign }) => ({ amount: amountOf(figure), sign }))
  if (claim.stated) return { ...nothing, found_yen: found?.yen ?? null, ...claim.stated }
  if (claim.given && found !== null && found.yen !== null) return reckonGiven(claim.given, found.yen)
  const priced = terms.flatMap(({ amount, sign }): Term[] =>
    amount === null || amount.yen === null ? [] : [{ amount, yen: amount.yen, sign }],
  )
  if (found === null || found.yen === null || priced.length < terms.length || priced.length === 0) return notRun(found)
  const kind = kinds[claim.rule]
  const outcome = kind.reckon({ amount: found, yen: found.yen, sign: 1 }, priced, claim.percent)
  if (outcome.verdict === 'not_run') return notRun(found)
  const strange = kind.isLike(found, priced, claim.percent) ? null : kind.unlike
  const verdict = strange === null ? outcome.verdict : 'mismatch'
  const holds = verdict === 'ok' || verdict === 'rounding'
  return { ...outcome, found_yen: found.yen, verdict, message: holds ? null : (strange ?? kind.wrong) }
}

const reckonGiven = ({ expected, tolerance, message }: NonNullable<Claim['given']>, found: number): Reckoning => {
  const verdict = judge(expected, found, tolerance)
  return {
    expected_yen: expected,
    found_yen: found,
    tolerance_yen: tolerance,
    verdict,
    message: verdict === 'mismatch' ? message : null,
  }
}

const nothing = { expected_yen: null, found_yen: null, tolerance_yen: null } as const

const notRun = (found: Amount | null): Reckoning => ({
  ...nothing,
  found_yen: found?.yen ?? null,
  verdict: 'not_run',
  message: 'An amount that the check needs is not there.',
})

type Outcome = Pick<Reckoning, 'expected_yen' | 'tolerance_yen' | 'verdict'>

interface Kind {
  readonly reckon: (found: Term, terms: readonly Term[], percent: Claim['percent']) => Outcome
  /** Whether years, stages and roles allow the figures to be reckoned with each other. */
  readonly isLike: (found: Amount, terms: readonly Term[], percent: Claim['percent']) => boolean
  /** Sentences for amounts that do not agree, and for figures that should not meet. */
  readonly wrong: string
  readonly unlike: string
}

/** Yen are not rounded, so an amount printed in yen is exact; of any other the last printed digit may be. */
export const grainOf = ({ precision_yen }: Pick<Amount, 'precision_yen'>): number =>
  precision_yen === null || precision_yen === 1 ? 0 : precision_yen

/** Amounts rounded to their last digits miss a sum by at most half of these digits' values (四捨五入). */
export const judge = (expected: number, found: number, tolerance: number): 'ok' | 'rounding' | 'mismatch' =>
  expected === found ? 'ok' : Math.abs(expected - found) <= tolerance ? 'rounding' : 'mismatch'

const sum: Kind['reckon'] = (found, terms) => {
  const expected = terms.reduce((total, { yen, sign }) => total + sign * yen, 0)
  const tolerance = Math.floor([found, ...terms].reduce((total, { amount }) => total + grainOf(amount), 0) / 2)
  return { expected_yen: expected, tolerance_yen: tolerance, verdict: judge(expected, found.yen, tolerance) }
}

/** One amount printed twice. */
const same: Kind['reckon'] = (found, [term]) => {
  const other = term as Term
  const tolerance = roundingBetween(found.amount, other.amount)
  return { expected_yen: other.yen, tolerance_yen: tolerance, verdict: judge(other.yen, found.yen, tolerance) }
}

/** Whether two prints may be one amount, of which one is rounded. */
export const areOneAmount = (
  a: { readonly yen: number; readonly precision_yen: number | null },
  b: { readonly yen: number; readonly precision_yen: number | null },
): boolean => judge(a.yen, b.yen, roundingBetween(a, b)) !== 'mismatch'

/** Two prints to the same digit are equal; of a finer and a coarser one the coarser may be rounded. */
export const roundingBetween = (a: Pick<Amount, 'precision_yen'>, b: Pick<Amount, 'precision_yen'>): number =>
  grainOf(a) === grainOf(b) ? 0 : Math.floor(Math.max(grainOf(a), grainOf(b)) / 2)

const proportion: Kind['reckon'] = (found, [term], claimed) => {
  const percent = claimed === null ? null : readPercent(claimed.printed)
  if (percent === null || typeof percent !== 'object') return { ...nothing, verdict: 'not_run' }
  const base = term as Term
  const plus = claimed?.meaning === 'growth' ? 100 : 0
  const fit = fitPercent(percent, printed(found), printed(base), plus)
  if (fit === null) return { ...nothing, verdict: 'not_run' }
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

/** The last digit of the percent, which may be mended so that a column makes 100, and half of that of both amounts. */
const slackOf = ({ digits, decimals }: Percent, plus: 0 | 100, found: Term, base: Term): number => {
  const scale = 10n ** BigInt(decimals)
  const ofPercent = absolute(BigInt(base.yen)) * 2n
  const ofBase = absolute(digits + BigInt(plus) * scale) * BigInt(grainOf(base.amount))
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

const size: Kind['reckon'] = (found, [term]) => {
  const { yen } = term as Term
  return { expected_yen: yen, tolerance_yen: null, verdict: isFactorThousand(found.yen, yen) ? 'mismatch' : 'ok' }
}

const termOf = ({ fiscal_year, stage, supplementary_no }: Amount): string =>
  [fiscal_year, stage, supplementary_no].join(' ')

const isOneTerm: Kind['isLike'] = (found, terms) => terms.every(({ amount }) => termOf(amount) === termOf(found))

const isOneYear: Kind['isLike'] = (found, terms) =>
  terms.every(({ amount }) => amount.fiscal_year === found.fiscal_year)

const isOneProgramme = (found: Amount, terms: readonly Term[]): boolean =>
  terms.every(({ amount }) => amount.programme_row_id === found.programme_row_id)

const always: Kind['isLike'] = () => true

/** Parts are of the term and the role of their whole; what lies inside other figures (うち) is not added up with what does not. */
const isSummed: Kind['isLike'] = (found, terms) =>
  isOneTerm(found, terms, null) &&
  terms.every(({ amount }) => amount.role === found.role) &&
  new Set(terms.map(({ amount }) => amount.part_of)).size === 1

const isPrintedTwice: Kind['isLike'] = (found, terms) => isSummed(found, terms, null) && isOneProgramme(found, terms)

/** A share is of its own term, growth and ratio of another one. */
const isCompared: Kind['isLike'] = (found, terms, percent) =>
  percent?.meaning === 'share'
    ? isOneTerm(found, terms, null)
    : terms.every(({ amount }) => sideOf(amount) !== sideOf(found)) && isOneProgramme(found, terms)

/** A printed change is between two years or stages, so that no amount of the one side is of a term of the other; a supplement
 * is between amounts of one year. Balances (現在高) and the like are of no budget. */
const isChanged: Kind['isLike'] = (found, terms) => {
  if (!isOneProgramme(found, terms)) return false
  const all = [{ amount: found, sign: 1 }, ...terms.map(({ amount, sign }) => ({ amount, sign: -sign }))]
  const roles = all.map(({ amount }) => amount.role)
  if (roles.includes('context')) return true
  if (!roles.includes('change') && all.some(({ amount }) => isSupplement(amount))) return isOneYear(found, terms, null)
  const sides = all.filter(({ amount }) => amount.role !== 'change')
  const [one, other] = [1, -1].map(
    (sign) => new Set(sides.filter((side) => side.sign === sign).map(({ amount }) => sideOf(amount))),
  )
  return [...(one ?? [])].every((side) => !other?.has(side)) || isOneRevision(all.map(({ amount }) => amount))
}

const sideOf = (amount: Amount): string => `${amount.role} ${termOf(amount)}`

const isSupplement = ({ stage }: Amount): boolean => (stage ?? '').startsWith('supplementary')

/** Amounts before and after a later supplement are both after earlier ones. */
const isOneRevision = (all: readonly Amount[]): boolean =>
  all.every(({ role, stage }) => role === 'change' || stage === 'revised')

const isEarlier: Kind['isLike'] = (found, terms) =>
  isOneProgramme(found, terms) &&
  terms.every(
    ({ amount }) => amount.fiscal_year === null || found.fiscal_year === null || amount.fiscal_year < found.fiscal_year,
  )

const unlikeTerms = 'The figures are of different years or stages.'

const total: Kind = {
  reckon: sum,
  isLike: isSummed,
  wrong: 'The parts do not add up to the amount.',
  unlike: 'Figures of different years, stages or roles are added up.',
}

const kinds: Readonly<Record<CheckId, Kind>> = {
  difference: {
    reckon: sum,
    isLike: isChanged,
    wrong: 'The amounts do not differ by the printed change.',
    unlike: 'The figures are not of one programme, or not of the years and stages that the change is between.',
  },
  percent: {
    reckon: proportion,
    isLike: isCompared,
    wrong: 'The printed percent does not fit the amounts.',
    unlike: 'The figures are not of one programme, or not of the years and stages that the percent compares.',
  },
  column_total: total,
  parent_total: total,
  row_parts: total,
  programme_parts: total,
  supplementary: {
    ...total,
    isLike: isOneYear,
    wrong: 'The initial budget and its supplements do not make the amount.',
  },
  printings: {
    reckon: same,
    isLike: isPrintedTwice,
    wrong: 'The same programme, year and stage have another amount on another page.',
    unlike: unlikeTerms,
  },
  unit_size: {
    reckon: size,
    isLike: isEarlier,
    wrong: 'One amount is about a thousand times the other: a unit may be wrong.',
    unlike: 'The figures are not of one programme, or the previous year’s amount is of no earlier year.',
  },
  year_chain: {
    reckon: same,
    isLike: isOneYear,
    wrong: 'The document of that year prints another amount than the one compared with here.',
    unlike: unlikeTerms,
  },
  stage_chain: {
    reckon: same,
    isLike: isOneYear,
    wrong: 'The enacted amount is not that of the draft.',
    unlike: unlikeTerms,
  },
  editions: {
    reckon: same,
    isLike: isOneTerm,
    wrong: 'Another document prints another amount for the same programme, year and stage.',
    unlike: unlikeTerms,
  },
  outside: { reckon: same, isLike: always, wrong: 'The outside source has another amount.', unlike: unlikeTerms },
}
