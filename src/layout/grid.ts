import type { Shape } from '../model/page.js'
import { type Box, heightOf, overlapX, overlapY, unionOf, widthOf } from '../model/place.js'

/** A ruled table: where its rules stand and which neighbouring cells no rule parts. */
export interface Grid {
  readonly box: Box
  readonly cells: readonly GridCell[]
}

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly box: Box
}

/** A rule is no thicker than this and no shorter than SHORTEST (points). */
const THICKEST = 2.5
const SHORTEST = 6
/** Rules this close are one; ends this close touch. */
const TOUCH = 3
/** A cell that covers more of the whole than this is a box with bars in it. */
const LARGEST_CELL = 0.6
/** More rules than this on a page are a drawing. */
const MOST = 6000

interface Rules {
  readonly across: readonly Box[]
  readonly down: readonly Box[]
}

/** Ruled tables of two rows and two columns or more, from thin rectangles, stroked lines and stroked boxes' sides. */
export const gridsOf = (shapes: readonly Shape[]): Grid[] => {
  const rules = rulesOf(shapes)
  if (rules.across.length < 3 || rules.down.length < 3 || rules.across.length + rules.down.length > MOST) return []
  return connected(rules).flatMap(gridOf)
}

const rulesOf = (shapes: readonly Shape[]): Rules => {
  const across: Box[] = []
  const down: Box[] = []
  for (const { box, fill, stroke } of shapes) {
    if (fill === null && stroke === null) continue
    if (heightOf(box) <= THICKEST && widthOf(box) >= SHORTEST) across.push(box)
    else if (widthOf(box) <= THICKEST && heightOf(box) >= SHORTEST) down.push(box)
    else if (stroke !== null && widthOf(box) >= SHORTEST && heightOf(box) >= SHORTEST) {
      across.push({ ...box, y1: box.y0 }, { ...box, y0: box.y1 })
      down.push({ ...box, x1: box.x0 }, { ...box, x0: box.x1 })
    }
  }
  return { across, down }
}

/** Sets of rules that touch one another. */
const connected = ({ across, down }: Rules): Rules[] => {
  const all = [...across, ...down]
  const root = all.map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (root[at] !== at) at = root[at] = root[root[at] as number] as number
    return at
  }
  const order = all.map((_, i) => i).sort((a, b) => (all[a] as Box).x0 - (all[b] as Box).x0)
  order.forEach((i, at) => {
    for (let k = at + 1; k < order.length; k++) {
      const j = order[k] as number
      const [a, b] = [all[i] as Box, all[j] as Box]
      if (b.x0 > a.x1 + TOUCH) break
      if (overlapY(a, b) >= -TOUCH) root[find(i)] = find(j)
    }
  })
  const groups = new Map<number, Rules & { across: Box[]; down: Box[] }>()
  all.forEach((box, i) => {
    const group = groups.get(find(i)) ?? { across: [], down: [] }
    groups.set(find(i), group)
    if (i < across.length) group.across.push(box)
    else group.down.push(box)
  })
  return [...groups.values()]
}

const gridOf = (rules: Rules): Grid[] => {
  const xs = stops(rules.down.map((rule) => (rule.x0 + rule.x1) / 2))
  const ys = stops(rules.across.map((rule) => (rule.y0 + rule.y1) / 2))
  if (xs.length < 3 || ys.length < 3 || xs.length * ys.length > 20_000) return []
  const cells = spannedCells(xs, ys, rules)
  const rows = new Set(cells.map((cell) => cell.row))
  const columns = new Set(cells.map((cell) => cell.column))
  const box = unionOf([...rules.across, ...rules.down])
  const isBox = cells.some((cell) => areaOf(cell.box) > LARGEST_CELL * areaOf(box))
  return rows.size < 2 || columns.size < 2 || isBox ? [] : [{ box, cells }]
}

const areaOf = (box: Box): number => widthOf(box) * heightOf(box)

/** Positions closer than TOUCH are one. */
const stops = (values: readonly number[]): number[] => {
  const result: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (result.at(-1) ?? -Infinity) > TOUCH) result.push(value)
  return result
}

/** Unit cells joined where no rule stands between them; only rectangles are kept joined. */
const spannedCells = (xs: readonly number[], ys: readonly number[], rules: Rules): GridCell[] => {
  const taken = new Set<string>()
  const cells: GridCell[] = []
  for (let row = 0; row + 1 < ys.length; row++)
    for (let column = 0; column + 1 < xs.length; column++) {
      if (taken.has(`${row},${column}`)) continue
      let columnSpan = 1
      while (column + columnSpan + 1 < xs.length && !isRuledDown(xs, ys, rules, row, column + columnSpan)) columnSpan++
      let rowSpan = 1
      while (row + rowSpan + 1 < ys.length && isOpenBelow(xs, ys, rules, row + rowSpan, column, columnSpan)) rowSpan++
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`)
      const box = {
        x0: xs[column] as number,
        y0: ys[row] as number,
        x1: xs[column + columnSpan] as number,
        y1: ys[row + rowSpan] as number,
      }
      cells.push({ row, column, rowSpan, columnSpan, box })
    }
  return cells
}

const isRuledDown = (xs: readonly number[], ys: readonly number[], rules: Rules, row: number, at: number): boolean => {
  const [x, y] = [xs[at] as number, ((ys[row] as number) + (ys[row + 1] as number)) / 2]
  return rules.down.some(
    (rule) => Math.abs((rule.x0 + rule.x1) / 2 - x) <= TOUCH && rule.y0 - TOUCH <= y && rule.y1 + TOUCH >= y,
  )
}

const isRuledAcross = (
  xs: readonly number[],
  ys: readonly number[],
  rules: Rules,
  at: number,
  column: number,
): boolean => {
  const [x, y] = [((xs[column] as number) + (xs[column + 1] as number)) / 2, ys[at] as number]
  return rules.across.some(
    (rule) => Math.abs((rule.y0 + rule.y1) / 2 - y) <= TOUCH && rule.x0 - TOUCH <= x && rule.x1 + TOUCH >= x,
  )
}

/** Whether the unit cells below the cell's current last row continue it across its whole width. */
const isOpenBelow = (
  xs: readonly number[],
  ys: readonly number[],
  rules: Rules,
  row: number,
  column: number,
  span: number,
): boolean => {
  for (let c = column; c < column + span; c++) {
    if (isRuledAcross(xs, ys, rules, row, c)) return false
    if (c > column && isRuledDown(xs, ys, rules, row, c)) return false
  }
  return true
}

/** Whether a box lies in the cell by its middle. */
export const holdsMiddle = (cell: Box, box: Box): boolean =>
  overlapX(cell, { ...box, x0: (box.x0 + box.x1) / 2, x1: (box.x0 + box.x1) / 2 }) >= 0 &&
  overlapY(cell, { ...box, y0: (box.y0 + box.y1) / 2, y1: (box.y0 + box.y1) / 2 }) >= 0

/** The cell that holds the middle of the box; what stands right on a rule is in the first of its cells. */
export const cellOf = (cells: readonly GridCell[], box: Box): GridCell | undefined =>
  cells.find((cell) => holdsMiddle(cell.box, box))

/** Whether two neighbouring boxes stand in different cells of one table, or one of them outside of it. */
export const isParted = (grids: readonly Grid[], left: Box, right: Box): boolean =>
  grids.some(({ cells }) => cellOf(cells, left) !== cellOf(cells, right))
