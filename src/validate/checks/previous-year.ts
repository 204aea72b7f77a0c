import { isFactorThousand } from '../../model/arithmetic.js'
import type { Claim } from '../../model/claim.js'
import { groupBy } from '../../model/groups.js'
import { yenText } from '../../model/yen-text.js'
import { claimOfPair, records, stated } from '../claims.js'
import { type Check, type Checked, placeOfAll, type Subject, type Verdict } from '../context.js'

/** A previous year's amount beside a budget: the factor between them must not smell of a wrong unit. The cells of a column
 * have one unit, so a single row of a table with such a factor is a small item that grew; most rows of it are a unit. */
export const previousYear: Check = ({ figures }) => {
  const pairs = figures.flatMap((checked): Pair[] => {
    const budget = checked.draft.compares === null ? undefined : figures[checked.draft.compares]
    return checked.figure.role === 'comparison' && budget?.figure.yen && checked.figure.yen
      ? [{ budget, checked, isFar: isFactorThousand(budget.figure.yen, checked.figure.yen) }]
      : []
  })
  const apart = pairs.filter(({ checked, isFar }) => isFar && checked.cell === null)
  const columns = groupBy(pairs, ({ checked: { cell }, budget }) =>
    cell === null ? null : `${cell.table} ${cell.column.path.join(' ')} ${budget.cell?.column.path.join(' ')}`,
  )
  const inColumns = [...columns.values()].filter(
    (pairs) => 2 * pairs.filter(({ isFar }) => isFar).length > pairs.length,
  )
  const far = new Set([...apart, ...inColumns.flatMap((pairs) => pairs.filter(({ isFar }) => isFar))])
  return pairs.map((pair) => (far.has(pair) ? farApart(pair) : near(pair)))
}

interface Pair {
  readonly budget: Checked
  readonly checked: Checked
  readonly isFar: boolean
}

const claimOf = ({ budget, checked }: Pair): Claim => claimOfPair('unit_size', budget, checked)

/** A single far row of a table is on record as what it is, and no fault of the table's unit. */
const near = (pair: Pair): Verdict =>
  records(
    pair.isFar ? stated(claimOf(pair), 'incomplete', 'The other rows of the table are of one size.') : claimOf(pair),
  )

const farApart = (pair: Pair): Verdict => ({
  figures: [pair.budget, pair.checked],
  status: 'warning',
  check: null,
  rule: 'factor_thousand',
  review: true,
  message: `${pair.budget.figure.raw} stands beside ${pair.checked.figure.raw} of the year before.`,
  found: `${yenText(pair.budget.figure.yen)} and ${yenText(pair.checked.figure.yen)}`,
  expected: 'amounts of one size',
  claim: claimOf(pair),
})

/** A previous year's amount without the budget figure that it belongs to. A row of a table may have ended and leave the
 * budget blank; a table that has no budget column at all is reported once. */
export const comparisonAlone: Check = ({ figures, tables }) => {
  const alone = figures.filter(
    ({ figure, draft }) =>
      figure.role === 'comparison' &&
      draft.compares === null &&
      !draft.decisions.some(({ rule }) => rule === 'predecessor_note'),
  )
  const byTable = groupBy(alone, ({ cell }) => (cell && !hasBudget(tables, cell.table) ? cell.chain : null))
  return [
    ...alone.filter(({ cell }) => cell === null).map((checked) => standsAlone([checked])),
    ...[...byTable.values()].map(standsAlone),
  ]
}

const hasBudget = (tables: Subject['tables'], table: number): boolean =>
  tables[table]?.columns.some(({ role }) => role === 'budget') ?? false

const standsAlone = (figures: readonly Checked[]): Verdict => {
  const raw = rawsOf(figures)
  return {
    figures,
    status: 'warning',
    check: null,
    rule: 'comparison_without_budget',
    review: true,
    message:
      figures.length === 1
        ? `${raw} is a previous year’s amount without a budget figure beside it.`
        : `A table has ${figures.length} amounts of the previous year and no budget figures beside them.`,
    found: raw,
    expected: null,
    ...(figures.length > 1 && { at: placeOfAll(figures) }),
  }
}

const rawsOf = (figures: readonly Checked[]): string =>
  figures
    .slice(0, 5)
    .map(({ figure }) => figure.raw)
    .join(' ')
