import { nameKey } from './names.js'
import type { Resolved } from './resolved.js'

/** A budget figure with its previous year's figure. */
interface Pair {
  readonly budget: Resolved
  readonly comparison: Resolved
}

/** A pair printed under a box's heading although the page's title lacks amounts is the title's when another page prints
 * the same pair under that title. Gives the figures that go to their page's title. */
export const pairsOfTitles = (all: readonly Resolved[]): Set<Resolved> => {
  const pairs = all.flatMap((comparison): Pair[] =>
    comparison.role === 'comparison' && comparison.partner ? [{ budget: comparison.partner, comparison }] : [],
  )
  const moved = new Set<Resolved>()
  for (const { budget, comparison } of pairs) {
    const title = budget.scope.title
    if (!title || !budget.target || nameKey(budget.target.name) === nameKey(title.name) || titleHasAmounts(all, budget))
      continue
    const twin = pairs.some(
      (other) =>
        other.budget !== budget &&
        sameValues(other, { budget, comparison }) &&
        nameKey(other.budget.target?.name ?? '') === nameKey(title.name),
    )
    if (twin) for (const resolved of [budget, comparison]) moved.add(resolved)
  }
  return moved
}

const titleHasAmounts = (all: readonly Resolved[], { scope, entry }: Resolved): boolean =>
  all.some(
    (other) =>
      other.entry.page === entry.page &&
      other.scope.title === scope.title &&
      other.role === 'budget' &&
      nameKey(other.target?.name ?? '') === nameKey(scope.title?.name ?? ''),
  )

const sameValues = (a: Pair, b: Pair): boolean =>
  a.budget.mention.amount.yen === b.budget.mention.amount.yen &&
  a.comparison.mention.amount.yen === b.comparison.mention.amount.yen &&
  a.budget.term.year === b.budget.term.year
