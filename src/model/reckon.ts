import { proportion, type Reckon, same, size, sum, type Term } from './arithmetic.js'
import type { CheckId } from './check-rules.js'
import type { Amount, Claim, Reckoning } from './claim.js'
import {
  always,
  type IsLike,
  isChanged,
  isCompared,
  isEarlier,
  isOneTerm,
  isOneYear,
  isPrintedTwice,
  isSummed,
} from './likeness.js'
import { judge } from './rounding.js'

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

interface Kind {
  readonly reckon: Reckon
  readonly isLike: IsLike
  /** Sentences for amounts that do not agree, and for figures that should not meet. */
  readonly wrong: string
  readonly unlike: string
}

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
  sides: {
    reckon: same,
    isLike: isOneTerm,
    wrong: 'Revenue and expenditure are not equal.',
    unlike: unlikeTerms,
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
