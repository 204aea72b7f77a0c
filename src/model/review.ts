import type { DecisionRuleId } from './decision-rules.js'
import type { Decision } from './draft.js'
import type { Figure } from './figure.js'

const byPerson: ReadonlySet<string> = new Set<DecisionRuleId>(['accepted_by_person', 'corrected_by_person'])

/** Whether a person has looked at what was decided: then nobody else needs to. */
export const isReviewed = (decisions: readonly Decision[]): boolean => decisions.some(({ rule }) => byPerson.has(rule))

type Decided = Pick<Figure, 'decided_by'>

/** What a person made of a figure; null where nobody looked. */
export const reviewOf = ({ decided_by }: Decided): 'accepted' | 'corrected' | null => {
  if (decided_by?.includes('=accepted_by_person')) return 'accepted'
  return decided_by?.includes('=corrected_by_person') ? 'corrected' : null
}

/** Whether the amount is a person's and not that of the printed digits. */
export const isValueCorrected = ({ decided_by }: Decided): boolean =>
  decided_by?.includes('value=corrected_by_person') ?? false
