import { type Box, heightOf, overlapX, widthOf } from '../model/place.js'
import { placeOf } from '../model/text.js'
import type { Mention } from './mentions.js'
import type { Resolved, Situation } from './resolved.js'

/** The budget figure right above an amount that stands alone in a bracket: `(5,885億円)` below `6,893億円`. */
export const budgetRightAbove = ({ entry, mention, all, inText }: Situation): Resolved | null => {
  if (entry.text.clean.source === 'text' || entry.text.clean.cell !== null || !isAloneInBracket(mention)) return null
  const box = boxOf(mention)
  if (!box) return null
  const above = all.findLast(
    (other) =>
      other.entry.page === entry.page &&
      entry.index - other.entry.index <= 4 &&
      !inText.includes(other) &&
      isRightAbove(boxOf(other.mention), box),
  )
  const isMain = above?.role === 'budget' && !above.term.stage?.startsWith('supplementary')
  return isMain && all.every((other) => other.partner !== above || other.role !== 'comparison') ? above : null
}

/** The two are of one order of size, as budgets of two years are. */
export const isOfSize = ({ mention: { amount } }: Situation, budget: Resolved): boolean => {
  const ratio = (amount.yen ?? 0) / (budget.mention.amount.yen || 1)
  return ratio > 0.25 && ratio < 4
}

const isAloneInBracket = ({ before, after, text, amount }: Mention): boolean =>
  /(?:^|\t)\s*[(（]\s*$/u.test(before) &&
  /^(?:の内数)?\s*[)）]\s*$/u.test(after) &&
  text.clean.text.slice(amount.to) === after

const boxOf = ({ text, amount }: Mention): Box | null => placeOf(text.clean, amount.from, amount.to).boxes[0] ?? null

const isRightAbove = (upper: Box | null, lower: Box): boolean =>
  upper !== null &&
  upper.y0 < lower.y0 &&
  lower.y0 - upper.y1 < heightOf(lower) &&
  overlapX(upper, lower) > 0.5 * Math.min(widthOf(upper), widthOf(lower))
