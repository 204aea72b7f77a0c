import type { Correction } from '../model/correction.js'
import type { Decision, Draft, ProgrammeNode } from '../model/draft.js'
import { amountOf } from './amount.js'
import { findProgramme } from './programmes.js'

/** A draft as a person decided. One that is rejected stays as it is, to be left out. */
export const decide = (
  draft: Draft,
  correction: Correction | undefined,
  programmes: readonly ProgrammeNode[],
): Draft => {
  if (!correction || correction.action === 'reject') return draft
  const set = fields.filter(({ column }) => correction[column] !== null)
  const values: Partial<Draft>[] = set.map((field) => field.values(correction, draft, programmes))
  const decisions = decidedAnew(draft.decisions, set)
  return {
    ...draft,
    ...Object.assign({}, ...values),
    decisions: correction.action === 'accept' ? [...decisions, accepted] : decisions,
  }
}

/** The decisions with those of some fields in the places of what was decided before. */
const decidedAnew = (decisions: readonly Decision[], set: readonly Field[]): Decision[] => {
  const isSet = (one: Decision): boolean => set.some(({ field }) => field === one.field)
  const isNew = ({ field }: Field): boolean => !decisions.some((decision) => decision.field === field)
  return [
    ...decisions.map((decision) => (isSet(decision) ? corrected(decision.field) : decision)),
    ...set.filter(isNew).map(({ field }) => corrected(field)),
  ]
}

const accepted: Decision = { field: 'review', rule: 'accepted_by_person', sure: true }

const corrected = (field: Decision['field']): Decision => ({ field, rule: 'corrected_by_person', sure: true })

interface Field {
  readonly column: 'new_yen' | 'new_role' | 'new_fiscal_year' | 'new_stage' | 'new_programme'
  readonly field: Decision['field']
  /** What a new value, which is not null, sets. */
  readonly values: (correction: Correction, draft: Draft, programmes: readonly ProgrammeNode[]) => Partial<Draft>
}

const orNull = <T>(value: T): Exclude<T, 'none'> | null => (value === 'none' ? null : (value as Exclude<T, 'none'>))

const fields: readonly Field[] = [
  {
    column: 'new_yen',
    field: 'value',
    values: ({ new_yen }, { amount, raw }) => ({ amount: amountOf(amount, raw, orNull(new_yen)) }),
  },
  {
    column: 'new_role',
    field: 'role',
    values: ({ new_role }, { role, basis }) => ({ role: new_role ?? role, basis: basisOf(new_role ?? role, basis) }),
  },
  {
    column: 'new_fiscal_year',
    field: 'fiscal_year',
    values: ({ new_fiscal_year, new_stage }, { inherited }) => ({
      fiscalYear: orNull(new_fiscal_year),
      inherited: inherited && new_stage === null,
    }),
  },
  {
    column: 'new_stage',
    field: 'stage',
    values: ({ new_stage }, draft) => ({ stage: orNull(new_stage), ...detailsOf(orNull(new_stage), draft) }),
  },
  {
    column: 'new_programme',
    field: 'programme',
    values: ({ new_programme }, { place }, programmes) => ({
      programme: orNull(new_programme) === null ? null : findProgramme(programmes, new_programme ?? '', place.page),
    }),
  },
]

/** A commitment is a limit, and nothing else is. */
const basisOf = (role: Draft['role'], basis: Draft['basis']): Draft['basis'] =>
  role === 'commitment' ? 'commitment_limit' : basis === 'commitment_limit' ? null : basis

/** Supplements and what a budget is after one have numbers, requests have frames. */
const detailsOf = (
  stage: Draft['stage'],
  { supplementaryNo, requestFrame }: Draft,
): Pick<Draft, 'supplementaryNo' | 'requestFrame'> => ({
  supplementaryNo: stage === 'revised' || stage?.startsWith('supplementary') ? supplementaryNo : null,
  requestFrame: stage?.endsWith('request') ? requestFrame : null,
})
