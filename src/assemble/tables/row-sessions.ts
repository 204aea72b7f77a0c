import type { Stage } from '../../model/finding.js'
import type { PrintedColumn } from './column-kinds.js'
import type { Band } from './head-rows.js'
import { coversRow } from './printed.js'

/** Heads of columns that say in which budgets of the year a row stands. */
const sessionHeads = /^(?:予算|補正|計上|議決)(?:区分|時期|月|年月)?$/u
const session = '(?:\\d{1,2}月(?:補正|専決)?|専決|補正)'
const sessions = new RegExp(`^(?:当初|${session})(?:[・、,]?${session})*$`, 'u')

/** The stage of a row by the budgets that it names: 当初 alone is the initial one, `3月`, `12月専決` a supplementary one, several
 * are what came of them. */
export const sessionOf = ({ table }: Band, columns: readonly PrintedColumn[], row: number): Stage | null => {
  const cell = table.cells.find(
    (other) =>
      coversRow(other, row) &&
      sessionHeads.test(columns[other.column]?.path.at(-1) ?? '') &&
      sessions.test(other.squeezed),
  )
  if (!cell) return null
  const named = cell.squeezed.match(new RegExp(`当初|${session}`, 'gu')) ?? []
  if (named.length > 1) return 'revised'
  return named[0] === '当初' ? 'enacted' : 'supplementary'
}
