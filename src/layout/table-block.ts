import type { Block, Cell, Line } from '../model/block.js'
import { type Box, unionOf } from '../model/place.js'
import { cellOf, type Grid, type GridCell } from './grid.js'
import { levelsOf } from './levels.js'
import { lineOf } from './lines.js'
import type { Segment } from './segments.js'

/** A table with what stands in its cells; empty ones are left out. */
export interface FilledTable {
  readonly grid: Grid
  readonly cells: readonly FilledCell[]
  /** Around its filled cells: rules may reach beyond them, to a bar above. */
  readonly box: Box
  readonly size: number
}

interface Texts {
  readonly segments: Segment[]
  readonly verticals: Line[]
}

interface FilledCell extends Texts {
  readonly cell: GridCell
}

/** The tables that hold anything, and what stands in none of them. */
export const fillTables = (
  tables: readonly Grid[],
  { segments, verticals }: { readonly segments: readonly Segment[]; readonly verticals: readonly Line[] },
): { readonly filled: readonly FilledTable[]; readonly outside: Texts } => {
  const outside: Texts = { segments: [], verticals: [] }
  const homes = new Map<GridCell, FilledCell>()
  const homeOf = (box: Box): Texts => {
    for (const { cells } of tables) {
      const cell = cellOf(cells, box)
      if (!cell) continue
      const home = homes.get(cell) ?? { cell, segments: [], verticals: [] }
      homes.set(cell, home)
      return home
    }
    return outside
  }
  for (const segment of segments) homeOf(segment.box).segments.push(segment)
  for (const line of verticals) homeOf(line.box).verticals.push(line)
  const filled = tables.map((grid) => filledOf(grid, homes)).filter(({ cells }) => cells.length > 0)
  return { filled, outside }
}

const filledOf = (grid: Grid, homes: ReadonlyMap<GridCell, FilledCell>): FilledTable => {
  const cells = grid.cells.flatMap((cell) => homes.get(cell) ?? [])
  const first = cells.flatMap(({ segments, verticals }) => [...segments, ...verticals])[0]
  return { grid, cells, box: unionOf(cells.map(({ cell }) => cell.box)), size: first?.size ?? 10 }
}

/** The table as a block, its filled cells row by row. `next` numbers the page's lines. */
export const blockOfTable = (
  { cells, box }: FilledTable,
  frame: number | null,
  column: number,
  next: () => number,
): Block => ({
  kind: 'table',
  box,
  frame,
  column,
  lines: [],
  cells: cells.map(({ cell, segments, verticals }): Cell => {
    const inset = Math.min(...segments.map((segment) => segment.box.x0 - cell.box.x0), 6)
    const right = cell.box.x1 - Math.max(0, inset)
    const level = levelsOf(segments).map((row) => lineOf(row.segments, right, next()))
    return { ...cell, lines: [...level, ...verticals.map((line) => ({ ...line, number: next() }))] }
  }),
})
