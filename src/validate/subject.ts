import type { Assembly } from '../model/draft.js'
import { groupBy } from '../model/groups.js'
import type { Table } from '../model/table.js'
import { type Cell, type Checked, isMain, type Subject } from './context.js'

/** What the checks read, with the figures of each programme looked up once: a budget book has 20,000 figures. */
export const toSubject = (
  figures: readonly Checked[],
  { programmes, tables }: Pick<Assembly, 'programmes' | 'tables'>,
): Subject => ({
  figures,
  programmes,
  tables,
  ownOf: groupBy(figures, ({ draft }) => draft.programme),
  partsOf: groupBy(figures.filter(isPart), ({ programme }) => programme?.parent ?? null),
})

/** A total row of a table repeats its rows, so it is no part of the programme above them. */
const isPart = (checked: Checked): boolean =>
  isMain(checked) && checked.figure.reposted === 'none' && (checked.cell?.row.total ?? 'none') === 'none'

/** For each table the first of those that it carries on. */
export const chainsOf = (tables: readonly Table[]): readonly number[] => {
  const chains: number[] = []
  tables.forEach(({ continues }, i) => {
    chains.push(continues !== null && continues < i ? (chains[continues] ?? i) : i)
  })
  return chains
}

/** The row and column of a figure; null outside tables. */
export const cellAt = (
  place: { table: number; row: number; column: number } | null,
  tables: readonly Table[],
  chains: readonly number[],
): Cell | null => {
  if (place === null) return null
  const row = tables[place.table]?.rows[place.row]
  const column = tables[place.table]?.columns[place.column]
  return row && column ? { table: place.table, chain: chains[place.table] ?? place.table, row, column } : null
}
