import { type Box, overlapY, unionOf } from '../model/place.js'
import { type Rules, turned } from '../model/rulings.js'

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

/** Rules this close are one; ends this close touch. */
const TOUCH = 3
/** More rules than this on a page are a drawing. */
const MOST = 6000
/** Rules that reach this far beyond the last rule across them enclose a row or column without an outer rule. */
const OPEN_SIDE = 9

/** Ruled tables of two columns or more; whether there is enough in them to be tables is for others to say. */
export const gridsOf = (rules: Rules): Grid[] =>
  rules.across.length < 2 || rules.down.length < 1 || rules.across.length + rules.down.length > MOST
    ? []
    : connected(rules).flatMap((group) => gridOf(withOpenSides(group)))

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

/** Tables often go without their left and right, or top and bottom, outer rules. */
const withOpenSides = ({ across, down }: Rules): Rules => ({
  across: [...across, ...endsOf(down.map(turned), across.map(turned)).map(turned)],
  down: [...down, ...endsOf(across, down)],
})

/** Upright rules where at least two level ones end together, beyond every upright one. */
const endsOf = (across: readonly Box[], down: readonly Box[]): Box[] => {
  const ends = [Math.min(...across.map(({ x0 }) => x0)), Math.max(...across.map(({ x1 }) => x1))]
  const outer = [Math.min(...down.map(({ x0 }) => x0)), Math.max(...down.map(({ x1 }) => x1))]
  return ends.flatMap((x, side) => {
    const ending = across.filter((rule) => Math.abs((side === 0 ? rule.x0 : rule.x1) - x) <= TOUCH)
    if (Math.abs(x - (outer[side] ?? x)) < OPEN_SIDE || ending.length < 2) return []
    return [{ ...unionOf(ending), x0: x, x1: x }]
  })
}

const gridOf = (rules: Rules): Grid[] => {
  const xs = stops(rules.down.map((rule) => (rule.x0 + rule.x1) / 2))
  const ys = stops(rules.across.map((rule) => (rule.y0 + rule.y1) / 2))
  if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > 20_000) return []
  const cells = spannedCells(xs, ys, rules)
  return new Set(cells.map((cell) => cell.column)).size < 2
    ? []
    : [{ box: unionOf([...rules.across, ...rules.down]), cells }]
}

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
export const holdsMiddle = (cell: Box, { x0, y0, x1, y1 }: Box): boolean => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return x >= cell.x0 && x <= cell.x1 && y >= cell.y0 && y <= cell.y1
}

/** The cell that holds the middle of the box; what stands right on a rule is in the first of its cells. */
export const cellOf = (cells: readonly GridCell[], box: Box): GridCell | undefined =>
  cells.find((cell) => holdsMiddle(cell.box, box))

/** Whether two neighbouring boxes stand in different cells of one table, or one of them outside of it. */
export const isParted = (grids: readonly Grid[], left: Box, right: Box): boolean =>
  grids.some(({ cells }) => cellOf(cells, left) !== cellOf(cells, right))
