import type { PrintedColumn } from './column-kinds.js'
import type { Band } from './head-rows.js'

/** Columns of a band whose amounts one column of names names: most tables have one such run, a budget book's has a second
 * one (節 with its own names and amounts) behind the first. */
export interface ColumnGroup {
  readonly from: number
  /** Behind the last column. */
  readonly to: number
  /** Its first column of amounts, or `to`. */
  readonly money: number
}

/** Fewer names than this are stray words and begin no group. */
const FEWEST_NAMES = 2

export const columnGroupsOf = ({ table }: Band, columns: readonly PrintedColumn[]): ColumnGroup[] => {
  const starts = [0]
  let hasMoney = false
  columns.forEach(({ kind, filled }, at) => {
    const leads = columns.slice(at + 1).some(({ kind: next }) => next === 'money')
    if (kind === 'name' && hasMoney && filled >= FEWEST_NAMES && leads) {
      starts.push(at)
      hasMoney = false
    }
    if (kind === 'money') hasMoney = true
  })
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? table.columns
    const money = columns.findIndex(({ kind }, at) => at >= from && at < to && kind === 'money')
    return { from, to, money: money < 0 ? to : money }
  })
}
