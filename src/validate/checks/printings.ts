import { groupBy } from '../../model/groups.js'
import { yenText } from '../../model/yen-text.js'
import { claimOfPair, confirms } from '../claims.js'
import { type Check, type Checked, tolerance, type Verdict } from '../context.js'

/** The same programme, year, stage and role on a summary page and on a detail page: equal after rounding to the coarser
 * print they confirm each other, else one of them is wrong or a part. Part columns and total rows print something else. */
export const printings: Check = ({ figures }) => {
  const verdicts: Verdict[] = []
  for (const group of groupBy(figures, keyOf).values()) {
    const pages = new Set(group.map(({ figure }) => figure.page ?? figure.line))
    if (pages.size < 2) continue
    const [first, ...rest] = group as [Checked, ...Checked[]]
    rest.forEach((other, i) => {
      if (other.figure.page === first.figure.page && other.figure.page !== null) return
      const earlier = group.slice(0, i + 1).filter((before) => !isListed(before, other))
      if (earlier.length > 0) verdicts.push(...compare(earlier, other))
    })
  }
  return verdicts
}

/** Two cells of one table, or of tables with the same heads, are two items of a list: 普通旅費 recurs under each 目 of a
 * budget book. */
const isListed = (a: Checked, b: Checked): boolean =>
  a.cell !== null &&
  b.cell !== null &&
  (a.cell.chain === b.cell.chain || a.cell.column.path.join(' ') === b.cell.column.path.join(' '))

const keyOf = ({ figure, cell }: Checked): string | null =>
  figure.yen === null ||
  figure.programme_row_id === null ||
  (figure.role !== 'budget' && figure.role !== 'comparison') ||
  (cell !== null && (cell.column.isPart || cell.row.total !== 'none'))
    ? null
    : [
        figure.programme_row_id,
        figure.role,
        figure.fiscal_year,
        figure.stage,
        figure.supplementary_no,
        figure.part_of,
      ].join('|')

const compare = (earlier: readonly Checked[], other: Checked): Verdict[] => {
  const near = (checked: Checked): boolean =>
    Math.abs((checked.figure.yen ?? 0) - (other.figure.yen ?? 0)) <= Math.max(tolerance(checked), tolerance(other)) &&
    checked.figure.precision_yen !== other.figure.precision_yen
  const same = earlier.find(({ figure }) => figure.yen === other.figure.yen)
  if (same)
    return [
      {
        ...confirms([same, other], 'ok', claimOfPair('printings', other, same)),
        rule: 'duplicate_figure',
        message: `${other.figure.raw} is printed before, for the same programme.`,
        found: other.figure.raw,
        repeats: same,
      },
    ]
  const rounded = earlier.find(near)
  if (rounded)
    return [{ ...confirms([rounded, other], 'rounding', claimOfPair('printings', other, rounded)), repeats: rounded }]
  // Rows of two tables may share a name and mean different things.
  const first = earlier.find((before) => before.cell === null || other.cell === null)
  if (!first) return []
  return [
    {
      figures: [other],
      status: 'warning',
      check: null,
      rule: 'summary_detail_mismatch',
      review: false,
      message: `${other.figure.programme ?? ''} has ${first.figure.raw} elsewhere in the document.`,
      found: yenText(other.figure.yen),
      expected: yenText(first.figure.yen),
      claim: claimOfPair('printings', other, first),
    },
  ]
}
