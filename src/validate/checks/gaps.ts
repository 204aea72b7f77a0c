import { groupBy } from '../../model/groups.js'
import type { IssueRuleId } from '../../model/issue-rules.js'
import { type Check, type Checked, placeOfAll, type Verdict } from '../context.js'

const gaps: readonly { rule: IssueRuleId; lacks: (checked: Checked) => boolean; what: string }[] = [
  {
    rule: 'programme_missing',
    lacks: ({ programme }) => programme === null || programme.nameMissing,
    what: 'programme',
  },
  { rule: 'year_missing', lacks: ({ figure }) => figure.fiscal_year === null, what: 'fiscal year' },
  { rule: 'stage_missing', lacks: ({ figure }) => figure.stage === null, what: 'budget stage' },
]

/** Budget figures that lack their programme, year or stage; those of a table in one issue, or a head that was not
 * understood would report each cell below it. */
export const missing: Check = ({ figures }) => {
  const compared = figures.filter(({ figure }) => figure.role === 'budget' || figure.role === 'comparison')
  const lacking = gaps.flatMap(({ rule, lacks, what }) =>
    compared.filter(lacks).map((checked) => ({ rule, what, checked })),
  )
  const groups = groupBy(
    lacking,
    ({ rule, checked: { cell, index } }) => `${rule} ${cell === null ? `figure ${index}` : `table ${cell.table}`}`,
  )
  return [...groups.values()]
    .sort((a, b) => (a[0]?.checked.index ?? 0) - (b[0]?.checked.index ?? 0))
    .map((group) =>
      report(
        group[0]?.rule ?? 'programme_missing',
        group.map(({ checked }) => checked),
        `No ${group[0]?.what} was found for`,
        'warning',
      ),
    )
}

/** Amounts whose digits are in doubt. */
export const unreadable: Check = ({ figures }) =>
  figures
    .filter((checked) => checked.figure.amount_status === 'unreadable' && !lacksUnit(checked))
    .map((checked) => ({
      figures: [checked],
      status: 'error',
      check: null,
      rule: 'amount_unreadable',
      review: true,
      message: `The digits of ${checked.figure.raw} could not be read with certainty.`,
      found: checked.figure.raw,
      expected: null,
    }))

/** Amounts of tables whose unit is printed nowhere: one issue a table, else a page. */
export const unitless: Check = ({ figures }) => {
  const groups = groupBy(figures.filter(lacksUnit), ({ cell, figure }) =>
    cell === null ? `page ${figure.page}` : `table ${cell.table}`,
  )
  return [...groups.values()].map((group) => report('unit_missing', group, 'No unit was found for', 'warning'))
}

const lacksUnit = ({ draft }: Checked): boolean =>
  draft.decisions.some(({ field, rule }) => field === 'value' && rule === 'no_unit')

const report = (
  rule: IssueRuleId,
  figures: readonly Checked[],
  sentence: string,
  status: 'warning' | 'error',
): Verdict => {
  const raws = figures.map(({ figure }) => figure.raw)
  return {
    figures,
    status,
    check: null,
    rule,
    review: true,
    message: `${sentence} ${raws.length === 1 ? raws[0] : `${raws.length} amounts of a table`}.`,
    found: raws.slice(0, 5).join(' '),
    expected: null,
    ...(figures.length > 1 && { at: placeOfAll(figures) }),
  }
}
