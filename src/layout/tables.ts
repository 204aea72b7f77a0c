import type { Frame } from '../model/block.js'
import type { Shape } from '../model/page.js'
import { type Box, overlapX, overlapY } from '../model/place.js'
import { type Rules, rulesOf, sidesOfFills } from '../model/rulings.js'
import { cellOf, type Grid, gridsOf } from './grid.js'
import { jointsOf } from './joints.js'
import { withLastRow } from './last-row.js'
import { looseNumbersOf } from './loose-numbers.js'
import { isNumber, textOf } from './numbers.js'
import type { Segment } from './segments.js'
import { splitRows } from './split-rows.js'
import { stackedTablesOf } from './stacks.js'
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
  const ruled = gridsOf(rules)
  const first = cut(ruled)
  const sure = ruled.filter((grid) => isTable(grid, first))
  const pieced = tablesOfFills(apart(sure, gridsOfPieces(shapes, rules, sure, first)), cut)
  const drawn = [...sure, ...pieced.map((grid) => withLastRow(grid, rules.across, first))]
  const tables = [...drawn, ...stackedTables(rules, drawn, first)]
  const segments = tables.length === ruled.length && sure.length === ruled.length ? first : cut(tables)
  const outside = segments.filter(({ box }) => !tables.some(({ cells }) => cellOf(cells, box)))
  const parted = new Map(outside.map((segment) => [segment, looseNumbersOf(segment)]))
  const open = apart(tables, whitespaceTablesOf([...parted.values()].flat(), frames))
  const isInside = ({ box }: Segment): boolean => open.some(({ cells }) => cellOf(cells, box))
  return {
    tables: [...tables.map((grid) => splitRows(grid, segments)), ...open],
    segments: segments.flatMap((segment) => {
      const parts = parted.get(segment) ?? []
      return parts.length > 1 && parts.every(isInside) ? parts : [segment]
    }),
  }
}

/** Cells without rules show by their filling, or by level rules in pieces; the other rules may help them. */
const gridsOfPieces = (
  shapes: readonly Shape[],
  rules: Rules,
  sure: readonly Grid[],
  segments: readonly Segment[],
): Grid[] => {
  const isFree = (box: Box): boolean => isOutside(sure, box)
  const fills = sidesOfFills(shapes.filter(({ box }) => isFree(box)))
  const across = [...rules.across.filter(isFree), ...fills.across]
  const numbers = segments.filter((segment) => isNumber(textOf(segment)))
  const joints = jointsOf(
    across,
    numbers.map(({ box }) => box),
  )
  if (fills.across.length + joints.length === 0) return []
  return gridsOf({ across, down: [...rules.down.filter(isFree), ...fills.down, ...joints] })
}

const tablesOfFills = (fills: readonly Grid[], cut: (grids: readonly Grid[]) => Segment[]): Grid[] => {
  if (fills.length === 0) return []
  const segments = cut(fills)
  return fills.filter((grid) => isTableOfFills(grid, segments))
}

/** Tables of level rules alone. */
const stackedTables = ({ across }: Rules, tables: readonly Grid[], segments: readonly Segment[]): Grid[] =>
  apart(
    tables,
    stackedTablesOf(
      across.filter((box) => isOutside(tables, box)),
      segments,
    ).filter((grid) => isTableOfFills(grid, segments)),
  )

const isOutside = (tables: readonly Grid[], box: Box): boolean =>
  !tables.some((grid) => overlapX(grid.box, box) >= 0 && overlapY(grid.box, box) >= 0)

/** Those of some more tables that overlap neither the first ones nor each other. */
const apart = (tables: readonly Grid[], more: readonly Grid[]): Grid[] => {
  const free: Grid[] = []
  for (const grid of more) if (![...tables, ...free].some(({ box }) => overlaps(box, grid.box))) free.push(grid)
  return free
}
