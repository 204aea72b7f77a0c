import { middleOf } from './column.js'
import type { Sheet } from './facing.js'
import type { Leaf } from './leaf.js'
import { merged } from './stops.js'

/** Edges of columns this close, in points, are the same. */
const SAME = 3

/** A leaf without heads whose upright rules stand where those of an earlier leaf do carries on its last section. */
export const carriedFrom = (leaf: Leaf, earlier: readonly Sheet[]): Sheet | null => {
  const top = Math.min(...leaf.rules.down.map(({ y0 }) => y0))
  const stops = merged(leaf.rules.down.map(middleOf))
  for (const { sections } of earlier.toReversed()) {
    const section = sections.at(-1)
    const edges = section ? [...new Set(section.columns.flatMap(({ x0, x1 }) => [x0, x1]))] : []
    const isSame = edges.length > 2 && edges.every((x) => stops.some((stop) => Math.abs(stop - x) <= SAME))
    if (section && isSame && stops.length <= edges.length + 1)
      return { leaf, sections: [{ ...section, top, head: top, bottom: leaf.height }] }
  }
  return null
}
