import { byMoney } from './carried-money.js'
import { middleOf } from './column.js'
import type { Sheet } from './facing.js'
import type { Leaf } from './leaf.js'
import { merged } from './stops.js'

/** Edges of columns this close, in points, are the same. */
const SAME = 3
/** A leaf with more upright rules than these is told by them alone. */
const MOST_RULES = 3

/** What a leaf without heads carries on: the last section of an earlier leaf, whose columns stand where its own do by their
 * rules, or by their money where hardly any rules part them. */
export const carriedFrom = (leaf: Leaf, earlier: readonly Sheet[]): Sheet | null => {
  const stops = merged(leaf.rules.down.map(middleOf))
  return byRules(leaf, stops, earlier) ?? (stops.length <= MOST_RULES ? byMoney(leaf, earlier) : null)
}

const byRules = (leaf: Leaf, stops: readonly number[], earlier: readonly Sheet[]): Sheet | null => {
  const top = Math.min(...leaf.rules.down.map(({ y0 }) => y0))
  for (const { sections } of earlier.toReversed()) {
    const section = sections.at(-1)
    const edges = section ? [...new Set(section.columns.flatMap(({ x0, x1 }) => [x0, x1]))] : []
    const isSame = edges.length > 2 && edges.every((x) => stops.some((stop) => Math.abs(stop - x) <= SAME))
    if (section && isSame && stops.length <= edges.length + 1)
      return { leaf, sections: [{ ...section, top, head: top, bottom: leaf.height }] }
  }
  return null
}
