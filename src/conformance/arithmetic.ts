import { claimOfRow } from '../model/check-rows.js'
import type { Amount } from '../model/claim.js'
import { reckonAgain } from '../model/reckon-again.js'
import type { Problems } from './problems.js'
import type { Table } from './table.js'
import { yosanRows } from './yosan-rows.js'

/** How the checks of a data set come out today. */
export interface Arithmetic {
  readonly checks: number
  /** Checks that come out otherwise than their rows say. */
  readonly differing: number
  readonly verdicts: Readonly<Record<string, number>>
}

/** The figures that checks read: their ids. */
export const figuresOfChecks = async (checks: Table, problems: Problems): Promise<ReadonlySet<string>> => {
  const needed = new Set<string>()
  for await (const { row } of yosanRows(checks, 'checks', problems)) {
    if (!row) continue
    const { figure, inputs } = claimOfRow(row)
    for (const id of [figure, ...inputs.map((input) => input.figure)]) if (id !== null) needed.add(id)
  }
  return needed
}

/** Reckons each row of `checks` again from the amounts of the figures that it names. */
export const reckonChecks = async (
  checks: Table,
  amounts: ReadonlyMap<string, Amount>,
  problems: Problems,
): Promise<Arithmetic> => {
  const verdicts = new Map<string, number>()
  let [count, differing] = [0, 0]
  for await (const { row, place } of yosanRows(checks, 'checks', problems)) {
    if (!row) continue
    const { now, differing: field } = reckonAgain(row, (id) => amounts.get(id) ?? null)
    count += 1
    verdicts.set(now.verdict, (verdicts.get(now.verdict) ?? 0) + 1)
    if (field === null) continue
    differing += 1
    const told = { found: String(row[field] ?? ''), expected: String(now[field] ?? '') }
    problems.report('check_differs', { ...place, field }, told)
  }
  const sorted = [...verdicts].sort(([a], [b]) => (a < b ? -1 : 1))
  return { checks: count, differing, verdicts: Object.fromEntries(sorted) }
}
