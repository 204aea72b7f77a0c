import type { Band } from './bands.js'
import { columnsOf, type Section } from './column.js'
import { headingsIn } from './headings.js'
import type { Leaf } from './leaf.js'
import type { Print } from './print.js'

/** Upright rules of one table stand this close above each other. */
const GAP = 4

/** The tables of a section from top to bottom: where upright rules stand, or between its headings. */
export const tablesIn = (leaf: Leaf, section: Section): Band[] => {
  const { rules } = leaf
  const [x0, x1] = [section.columns[0]?.x0 ?? 0, section.columns.at(-1)?.x1 ?? 0]
  const down = rules.down
    .filter(
      (rule) => rule.x1 >= x0 - GAP && rule.x0 <= x1 + GAP && rule.y1 > section.head + 2 && rule.y0 < section.bottom,
    )
    .sort((a, b) => a.y0 - b.y0)
  if (down.length === 0) return betweenHeadings(leaf, section)
  const tables: { y0: number; y1: number }[] = []
  for (const rule of down) {
    const last = tables.at(-1)
    if (last && rule.y0 - last.y1 <= GAP) last.y1 = Math.max(last.y1, rule.y1)
    else tables.push({ y0: Math.max(rule.y0, section.head), y1: rule.y1 })
  }
  return tables.map(({ y0, y1 }) => ({ y0, y1: Math.min(y1, section.bottom) })).filter(({ y0, y1 }) => y1 - y0 > GAP)
}

/** Names of levels above those that a table has columns for stand between the tables. */
const betweenHeadings = ({ prints }: Leaf, section: Section): Band[] => {
  const own = columnsOf(section, 'names').flatMap(({ meaning }) => meaning.levels)
  const isHeading = ({ text, box }: Print): boolean =>
    box.y0 > section.head && box.y1 < section.bottom && headingsIn(text).some(({ level }) => !own.includes(level))
  const headings = own.length === 0 ? [] : prints.filter(isHeading).map(({ box }) => box)
  const tops = [section.head, ...headings.map(({ y1 }) => y1)]
  return tops.map((y0, i) => ({ y0, y1: headings[i]?.y0 ?? section.bottom })).filter(({ y0, y1 }) => y1 - y0 > GAP)
}
