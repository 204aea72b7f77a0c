import type { Figure } from '../model/figure.js'
import type { IssueRuleId } from '../model/issue-rules.js'
import { reviewOf } from '../model/review.js'
import type { Entry } from './entry.js'
import type { Item } from './items.js'
import { holdsMoney } from './names.js'
import type { Outcome } from './verdicts.js'

/** Why a person should look at a figure, whatever the checks say. */
export const doubtsOf = ({ entry, value, figure }: Item): IssueRuleId[] => [
  ...(figure.yen !== null ? [] : [value.value === null ? ('amount_unreadable' as const) : ('unit_missing' as const)]),
  ...(isPlaced(figure) ? [] : placeDoubts(entry)),
]

const placeDoubts = (entry: Entry): IssueRuleId[] => {
  if (entry.doubt !== null) return [entry.doubt]
  return namesOf(entry).some(holdsMoney) ? ['programme_missing'] : []
}

/** All names of a row but those of 説明, which may speak of money. */
const namesOf = ({ level, named, path }: Entry): string[] => [
  ...[path.kan, path.kou, path.moku, path.setsu].flatMap((one) => (one ? [one.name] : [])),
  ...(level === 'part' ? [named.name] : []),
]

/** Whether a person has said what the money is for. */
const isPlaced = ({ decided_by }: Figure): boolean => decided_by?.includes('programme=corrected_by_person') ?? false

/** The figure of an item with what the checks say of it. Whoever has looked at it does not need to look again. */
export const judged = (item: Item, outcome: Outcome): Figure => {
  const { figure } = item
  const reasons = reviewOf(figure) !== null ? [] : [...doubtsOf(item), ...outcome.broken]
  return {
    ...figure,
    check_status: outcome.status,
    checked_by: outcome.confirmedBy.length > 0 ? outcome.confirmedBy.join(';') : null,
    needs_review: reasons.length > 0,
    review_reasons: reasons.length > 0 ? reasons.join(';') : null,
  }
}
