import type { Band } from './bands.js'
import type { Section } from './column.js'
import type { Leaf } from './leaf.js'

/** Upright rules of one table stand this close above each other. */
const GAP = 4

/** The tables of a section from top to bottom: where upright rules stand. Without any, all of the section is one. */
export const tablesIn = ({ rules }: Leaf, section: Section): Band[] => {
  const [x0, x1] = [section.columns[0]?.x0 ?? 0, section.columns.at(-1)?.x1 ?? 0]
  const down = rules.down
    .filter(
      (rule) => rule.x1 >= x0 - GAP && rule.x0 <= x1 + GAP && rule.y1 > section.head + 2 && rule.y0 < section.bottom,
    )
    .sort((a, b) => a.y0 - b.y0)
  if (down.length === 0) return [{ y0: section.head, y1: section.bottom }]
  const tables: { y0: number; y1: number }[] = []
  for (const rule of down) {
    const last = tables.at(-1)
    if (last && rule.y0 - last.y1 <= GAP) last.y1 = Math.max(last.y1, rule.y1)
    else tables.push({ y0: Math.max(rule.y0, section.head), y1: rule.y1 })
  }
  return tables
}
