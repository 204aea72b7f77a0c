import { groupBy } from '../../model/groups.js'

import type { Sheet, SheetCell } from './sheet.js'

/** Which rows of a sheet stand below which, for adding up. */
export interface Tree {
  /** The rows that sums are made of: they print amounts and lie inside no other row. */
  readonly summed: readonly boolean[]
  /** For each row the nearest row with amounts that encloses it; a row of words alone encloses nothing. */
  readonly scopes: readonly (number | null)[]
  /** The summed rows right below a row that are no totals; those below no row under `top`. */
  readonly below: ReadonlyMap<number, readonly number[]>
}

/** The key of the rows that stand below no other. */
export const top = -1

export const treeOf = ({ rows, money }: Sheet): Tree => {
  const printed = rows.map(({ cells }) => money.some((column) => cells[column]?.state === 'amount'))
  const scopes: (number | null)[] = []
  // A parent stands above its rows, so its own scope is known by then.
  for (const { parent } of rows)
    scopes.push(parent === null ? null : printed[parent] ? parent : (scopes[parent] ?? null))
  const summed = rows.map(({ inside }, i) => printed[i] === true && !inside)
  const plain = rows.flatMap(({ row }, i) => (summed[i] && row.total === 'none' ? [i] : []))
  return { summed, scopes, below: groupBy(plain, (i) => scopes[i] ?? top) }
}

/** The cell of a row; where a row that has rows below it leaves a column blank, what these rows make. */
export const cellOf = (sheet: Sheet, tree: Tree, row: number, column: number): SheetCell => {
  const cell = sheet.rows[row]?.cells[column] as SheetCell
  const children = tree.below.get(row) ?? []
  if (cell.state !== 'nil' || children.length === 0) return cell
  const cells = children.map((child) => cellOf(sheet, tree, child, column))
  const has = (state: SheetCell['state']): boolean => cells.some((child) => child.state === state)
  return {
    state: has('unknown') ? 'unknown' : has('amount') ? 'amount' : 'nil',
    yen: cells.reduce((yen, child) => yen + child.yen, 0),
    grain: cells.reduce((grain, child) => grain + child.grain, 0),
    sure: false,
    figures: cells.flatMap(({ figures }) => figures),
  }
}
