import type { Correction } from '../model/correction.js'
import type { Decision, Draft } from '../model/draft.js'
import { amountOf, type Value } from './amount.js'

/** What a correction may change of a figure, whose programme is told in one way or another. */
export interface Decidable<Programme>
  extends Pick<
    Draft,
    'raw' | 'role' | 'basis' | 'fiscalYear' | 'inherited' | 'stage' | 'supplementaryNo' | 'requestFrame' | 'decisions'
  > {
  readonly amount: Value
  readonly place: Pick<Draft['place'], 'page'>
  readonly programme: Programme | null
}

/** The programme with a name, for a figure of a page. */
export type FindProgramme<Programme> = (name: string, page: number | null) => Programme | null

/** A figure as a person decided. One that is rejected stays as it is, to be left out. */
export const decide = <Programme, Item extends Decidable<Programme>>(
  item: Item,
  correction: Correction | undefined,
  find: FindProgramme<Programme>,
): Item => {
  if (!correction || correction.action === 'reject') return item
  const set = fields.filter(({ column }) => correction[column] !== null)
  const decisions = decidedAnew(item.decisions, set)
  return {
    ...item,
    ...Object.assign({}, ...set.map((field) => field.values(correction, item))),
    ...programmeOf(correction, item, find),
    decisions: correction.action === 'accept' ? [...decisions, accepted] : decisions,
  }
}

const programmeOf = <Programme>(
  { new_programme: name }: Correction,
  { place }: Decidable<Programme>,
  find: FindProgramme<Programme>,
): { readonly programme?: Programme | null } => {
  if (name === null) return {}
  return { programme: name === 'none' ? null : find(name, place.page) }
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
  readonly values: (correction: Correction, item: Decidable<unknown>) => Partial<Decidable<unknown>>
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
    values: () => ({}),
  },
]

/** A commitment is a limit, and nothing else is. */
const basisOf = (role: Draft['role'], basis: Draft['basis']): Draft['basis'] =>
  role === 'commitment' ? 'commitment_limit' : basis === 'commitment_limit' ? null : basis

/** Supplements and what a budget is after one have numbers, requests have frames. */
const detailsOf = (
  stage: Draft['stage'],
  { supplementaryNo, requestFrame }: Pick<Draft, 'supplementaryNo' | 'requestFrame'>,
): Pick<Draft, 'supplementaryNo' | 'requestFrame'> => ({
  supplementaryNo: stage === 'revised' || stage?.startsWith('supplementary') ? supplementaryNo : null,
  requestFrame: stage?.endsWith('request') ? requestFrame : null,
})
