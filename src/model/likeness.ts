import type { Term } from './arithmetic.js'
import type { Amount, Claim } from './claim.js'

/** Whether programmes, years, stages and roles allow figures to be reckoned with each other. */
export type IsLike = (found: Amount, terms: readonly Term[], percent: Claim['percent']) => boolean

const termOf = ({ fiscal_year, stage, supplementary_no }: Amount): string =>
  [fiscal_year, stage, supplementary_no].join(' ')

export const isOneTerm: IsLike = (found, terms) => terms.every(({ amount }) => termOf(amount) === termOf(found))

export const isOneYear: IsLike = (found, terms) => terms.every(({ amount }) => amount.fiscal_year === found.fiscal_year)

const isOneProgramme = (found: Amount, terms: readonly Term[]): boolean =>
  terms.every(({ amount }) => amount.programme_row_id === found.programme_row_id)

export const always: IsLike = () => true

/** Parts are of the term and the role of their whole; what lies inside other figures (うち) is not added up with what does not. */
export const isSummed: IsLike = (found, terms) =>
  isOneTerm(found, terms, null) &&
  terms.every(({ amount }) => amount.role === found.role) &&
  new Set(terms.map(({ amount }) => amount.part_of)).size === 1

export const isPrintedTwice: IsLike = (found, terms) => isSummed(found, terms, null) && isOneProgramme(found, terms)

/** A share is of its own term, growth and ratio of another one. */
export const isCompared: IsLike = (found, terms, percent) =>
  percent?.meaning === 'share'
    ? isOneTerm(found, terms, null)
    : terms.every(({ amount }) => sideOf(amount) !== sideOf(found)) && isOneProgramme(found, terms)

/** A printed change is between two years or stages, so that no amount of the one side is of a term of the other; a supplement
 * is between amounts of one year. Balances (現在高) and the like are of no budget. */
export const isChanged: IsLike = (found, terms) => {
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

export const isEarlier: IsLike = (found, terms) =>
  isOneProgramme(found, terms) &&
  terms.every(
    ({ amount }) => amount.fiscal_year === null || found.fiscal_year === null || amount.fiscal_year < found.fiscal_year,
  )
