import type { Frame } from '../model/block.js'
import type { Shape } from '../model/page.js'
import { cellOf, type Grid, gridsOf } from './grid.js'
import { looseNumbersOf } from './loose-numbers.js'
import { type Rules, rulesOf, sidesOfFills } from './rulings.js'
import type { Segment } from './segments.js'
import { splitRows } from './split-rows.js'
import { isTable, isTableOfFills, overlaps } from './table-evidence.js'
import { whitespaceTablesOf } from './whitespace.js'

/** A page's tables and its segments, which no rule of a table crosses. `cut` makes the segments, parted at the rules of
 * some grids. */
export const tablesOf = (
  shapes: readonly Shape[],
  frames: readonly Frame[],
  cut: (grids: readonly Grid[]) => Segment[],
): { tables: Grid[]; segments: Segment[] } => {
  const rules = rulesOf(shapes)
  const [ruled, fills] = [gridsOf(rules), gridsOfFills(shapes, rules)]
  const first = cut(ruled)
  const sure = ruled.filter((grid) => isTable(grid, first))
  const tables = [...sure, ...tablesOfFills(apart(sure, fills), cut)]
  const segments = tables.length === ruled.length && sure.length === ruled.length ? first : cut(tables)
  const outside = segments.filter(({ box }) => !tables.some(({ cells }) => cellOf(cells, box)))
  const pieces = new Map(outside.map((segment) => [segment, looseNumbersOf(segment)]))
  const open = apart(tables, whitespaceTablesOf([...pieces.values()].flat(), frames))
  const isInside = ({ box }: Segment): boolean => open.some(({ cells }) => cellOf(cells, box))
  return {
    tables: [...tables.map((grid) => splitRows(grid, segments)), ...open],
    segments: segments.flatMap((segment) => {
      const parts = pieces.get(segment) ?? []
      return parts.length > 1 && parts.every(isInside) ? parts : [segment]
    }),
  }
}

/** Cells without rules show by their filling; rules may help them. */
const gridsOfFills = (shapes: readonly Shape[], rules: Rules): Grid[] => {
  const { across, down } = sidesOfFills(shapes)
  return across.length === 0 ? [] : gridsOf({ across: [...rules.across, ...across], down: [...rules.down, ...down] })
}

const tablesOfFills = (fills: readonly Grid[], cut: (grids: readonly Grid[]) => Segment[]): Grid[] => {
  if (fills.length === 0) return []
  const segments = cut(fills)
  return fills.filter((grid) => isTableOfFills(grid, segments))
}

/** Those of some more tables that overlap neither the first ones nor each other. */
const apart = (tables: readonly Grid[], more: readonly Grid[]): Grid[] => {
  const free: Grid[] = []
  for (const grid of more) if (![...tables, ...free].some(({ box }) => overlaps(box, grid.box))) free.push(grid)
  return free
}
