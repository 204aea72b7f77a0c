import type { Draft } from '../model/draft.js'

/** Ties comparisons to budgets anew where a person gave one of the two another role: a pair that was read the wrong way round
 * turns round, any other comes apart. */
export const tiePairs = (before: readonly Draft[], after: readonly Draft[]): Draft[] => {
  const isOther = (i: number): boolean => before[i]?.role !== after[i]?.role
  const turned = new Map<number, number>()
  const apart = new Set<number>()
  after.forEach(({ compares, role }, i) => {
    if (compares === null || !(isOther(i) || isOther(compares))) return
    const partner = after[compares]
    if (isCompared(role) && partner?.role === 'budget') return
    apart.add(i)
    if (role === 'budget' && partner && isCompared(partner.role)) turned.set(compares, i)
  })
  return after.map((draft, i) => {
    const compares = turned.get(i) ?? (apart.has(i) ? null : draft.compares)
    return compares === draft.compares ? draft : { ...draft, compares }
  })
}

const isCompared = (role: Draft['role'] | undefined): boolean => role === 'comparison' || role === 'change'
