import type { Fit } from './relation.js'
import { fitOf } from './relation.js'
import { cellOf, type Tree, top, treeOf } from './row-tree.js'
import type { Sheet, SheetCell, SheetRow } from './sheet.js'

/** Rows that make up the amounts of another row. */
export interface Sum {
  /** total: a row 計 closes rows at its side; children: rows below a row that has amounts itself. */
  readonly kind: 'total' | 'children'
  readonly whole: number
  readonly parts: readonly number[]
  /** By column; null where a cell is not known or the whole prints nothing there. */
  readonly fits: readonly ColumnFit[]
  /** Parts that were read to stand below others, where the sum says that they stand beside them. */
  readonly raised: readonly number[]
  /** Which rows belong to the sum is sure enough to find fault. */
  readonly sure: boolean
}

export interface ColumnFit {
  readonly column: number
  readonly fit: Fit
  /** Sum of the parts in yen. */
  readonly sum: number
  /** Neither blank nor nought: agreement means something. */
  readonly telling: boolean
  /** All cells are sure. */
  readonly sure: boolean
  readonly cells: readonly SheetCell[]
}

/** The sums that a sheet prints: for each row 計, 小計 or 合計 the rows that it closes, and for each row with rows below it
 * those. A subtotal takes the place of its rows, and a row that has amounts itself the place of the rows below it, so that
 * nothing is counted twice; rows inside others (うち …) are left out. Where more than one way to close is possible, the
 * numbers choose. */
export const sumsOf = (sheet: Sheet): Sum[] => {
  const tree = treeOf(sheet)
  const sums: Sum[] = []
  const open = new Map<number | null, Open>()
  const openIn = (scope: number | null): Open => {
    const found = open.get(scope) ?? { rows: [], plain: [] }
    open.set(scope, found)
    return found
  }
  sheet.rows.forEach(({ row }, i) => {
    if (!tree.summed[i]) return
    const scope = tree.scopes[i] ?? null
    if (row.total === 'none') {
      openIn(scope).rows.push(i)
      openIn(scope).plain.push(i)
      return
    }
    const ways = scopesAround(scope, tree).flatMap((outer) => closeAbove(sheet, tree, i, outer, openIn(outer)) ?? [])
    const way = ways.find(({ sum }) => holds(sum)) ?? ways[0]
    if (!way) sums.push(...closeBelow(sheet, tree, i))
    else {
      sums.push(way.sum)
      openIn(way.scope).rows.splice(way.start, Infinity, i)
      if (row.total === 'total') openIn(way.scope).plain = []
    }
  })
  for (const [whole, { rows }] of open)
    if (whole !== null && rows.length > 0) sums.push(toSum(sheet, tree, 'children', whole, rows, true))
  return sums
}

/** Rows of one scope that nothing has closed yet, with subtotals in the place of theirs; and all rows since the last total. */
interface Open {
  readonly rows: number[]
  plain: number[]
}

/** A total may be printed with the indent of a row that it has nothing to do with, so that outer rows come into question. */
const scopesAround = (scope: number | null, tree: Tree): (number | null)[] =>
  scope === null ? [null] : [scope, ...scopesAround(tree.scopes[scope] ?? null, tree)]

interface Closing {
  readonly sum: Sum
  readonly scope: number | null
  /** Where the first of its rows stands among the open ones. */
  readonly start: number
}

/** A total below its rows; null where no row is open. */
const closeAbove = (
  sheet: Sheet,
  tree: Tree,
  total: number,
  scope: number | null,
  { rows, plain }: Open,
): Closing | null => {
  if (rows.length === 0) return null
  const make = (parts: readonly number[]): Closing => {
    const start = rows.findIndex((row) => row >= (parts[0] ?? 0))
    const raised = parts.filter((part) => isPlain(sheet, part) && (tree.scopes[part] ?? null) !== scope)
    const sum = { ...toSum(sheet, tree, 'total', total, parts, true), raised }
    return { scope, start: start < 0 ? rows.length : start, sum }
  }
  const usual = make(rows.slice(usualStart(sheet, total, rows)))
  if (holds(usual.sum)) return usual
  const others = [
    ...suffixesThatFit(sheet, tree, total, rows).map((start) => rows.slice(start)),
    plain,
    raise(sheet, tree, usual.sum.parts),
    groupOf(sheet, tree, total),
  ]
  const better = others.map(make).find(({ sum }) => isClear(sum) && tellingFits(sum) > tellingFits(usual.sum))
  return better ?? usual
}

const isPlain = ({ rows }: Sheet, row: number): boolean => rows[row]?.row.total === 'none'

/** All rows of the total's group, whatever row they were read to stand below. */
const groupOf = ({ rows }: Sheet, { summed }: Tree, total: number): number[] => {
  const own = rows[total]?.row.groups.join('\n') ?? ''
  if (own === '') return []
  return rows.flatMap(({ row }, i) =>
    i < total && summed[i] && row.total === 'none' && row.groups.join('\n') === own ? [i] : [],
  )
}

/** The parts with the rows below those that do not make them: they may stand beside them. */
const raise = (sheet: Sheet, tree: Tree, parts: readonly number[]): number[] =>
  parts.flatMap((part) => {
    const children = tree.below.get(part) ?? []
    const own = toSum(sheet, tree, 'children', part, children, true)
    return children.length === 0 || tellingFits(own) > 0 ? [part] : [part, ...raise(sheet, tree, children)]
  })

/** A total above its rows: what follows up to the next total, when it agrees. */
const closeBelow = (sheet: Sheet, tree: Tree, row: number): Sum[] => {
  const next = sheet.rows.findIndex((other, i) => i > row && tree.summed[i] && other.row.total !== 'none')
  const siblings = tree.below.get(tree.scopes[row] ?? top) ?? []
  const parts = siblings.filter((other) => other > row && (next < 0 || other < next))
  const sum = parts.length > 1 ? toSum(sheet, tree, 'total', row, parts, false) : null
  return sum && holds(sum) ? [sum] : []
}

/** Where the rows of a total begin if the numbers do not object: at the first row of its group; for a subtotal behind the
 * last total of any kind, for a total behind the last total of its own. */
const usualStart = ({ rows }: Sheet, total: number, open: readonly number[]): number => {
  const { row } = rows[total] as SheetRow
  const group = row.groups.length > 0 || row.parent !== null ? groupStart(rows, total, open) : open.length
  if (group < open.length) return group
  const stops = (other: number): boolean => {
    const kind = rows[other]?.row.total
    return row.total === 'total' ? kind === 'total' : kind !== 'none'
  }
  const last = open.findLastIndex(stops)
  return last + 1 < open.length ? last + 1 : 0
}

const groupStart = (rows: Sheet['rows'], total: number, open: readonly number[]): number => {
  const own = rows[total] as SheetRow
  const isBeside = (other: number): boolean => {
    const row = rows[other] as SheetRow
    return row.parent === own.parent && own.row.groups.every((name, i) => row.row.groups[i] === name)
  }
  return open.findLastIndex((other) => !isBeside(other)) + 1
}

/** Where else the rows of a total may begin: the sums of the open rows from below, in the first column that tells. */
const suffixesThatFit = (sheet: Sheet, tree: Tree, row: number, open: readonly number[]): number[] => {
  const column = sheet.money.find((other) => {
    const cell = sheet.rows[row]?.cells[other]
    return cell?.state === 'amount' && cell.yen !== 0
  })
  if (column === undefined) return []
  const whole = sheet.rows[row]?.cells[column] as SheetCell
  const starts: number[] = []
  const cells: SheetCell[] = [whole]
  let sum = 0
  for (let start = open.length - 1; start >= 0; start--) {
    const cell = cellOf(sheet, tree, open[start] as number, column)
    if (cell.state === 'unknown') break
    cells.push(cell)
    sum += cell.yen
    if (sum === whole.yen) starts.push(start)
  }
  return starts.reverse()
}

const toSum = (
  sheet: Sheet,
  tree: Tree,
  kind: Sum['kind'],
  whole: number,
  parts: readonly number[],
  sure: boolean,
): Sum => ({
  kind,
  whole,
  parts,
  raised: [],
  sure,
  fits: sheet.money.flatMap((column): ColumnFit[] => {
    const total = sheet.rows[whole]?.cells[column]
    const cells = parts.map((part) => cellOf(sheet, tree, part, column))
    if (total?.state !== 'amount' || cells.some(({ state }) => state === 'unknown')) return []
    if (cells.every(({ state }) => state === 'nil')) return []
    const sum = cells.reduce((yen, cell) => yen + cell.yen, 0)
    if (isPartial(sheet, column) && Math.abs(sum) < Math.abs(total.yen)) return []
    const all = [total, ...cells]
    return [
      {
        column,
        sum,
        cells: all,
        fit: fitOf(sum - total.yen, all),
        telling: total.yen !== 0,
        sure: all.every((cell) => cell.state === 'nil' || cell.sure),
      },
    ]
  }),
})

/** A supplementary budget prints only the rows that it changes, so amounts before and after it need not add up. */
const isPartial = ({ columns }: Sheet, column: number): boolean =>
  columns[column]?.stage === 'revised' &&
  columns.some(({ role, stage, isPart }) => role === 'budget' && !isPart && stage?.startsWith('supplementary') === true)

export const tellingFits = ({ fits }: Sum): number =>
  fits.filter(({ telling, fit }) => telling && fit !== 'mismatch').length

/** It agrees in some column and nowhere disagrees. */
const holds = (sum: Sum): boolean => tellingFits(sum) > 0 && sum.fits.every(({ fit }) => fit !== 'mismatch')

/** It agrees to the yen in nearly all columns. */
const isClear = (sum: Sum): boolean => {
  const telling = sum.fits.filter((fit) => fit.telling)
  const exact = telling.filter(({ fit }) => fit === 'ok').length
  return sum.parts.length > 0 && exact > 0 && exact * 5 >= telling.length * 4
}
