import type { IssueRuleId } from '../../model/issue-rules.js'
import type { Check, Checked } from '../context.js'

const gaps: readonly { rule: IssueRuleId; lacks: (checked: Checked) => boolean; what: string }[] = [
  {
    rule: 'programme_missing',
    lacks: ({ programme }) => programme === null || programme.nameMissing,
    what: 'programme',
  },
  { rule: 'year_missing', lacks: ({ figure }) => figure.fiscal_year === null, what: 'fiscal year' },
  { rule: 'stage_missing', lacks: ({ figure }) => figure.stage === null, what: 'budget stage' },
]

/** Budget figures that lack their programme, year or stage. */
export const missing: Check = (figures) =>
  figures
    .filter(({ figure }) => figure.role === 'budget' || figure.role === 'comparison')
    .flatMap((checked) =>
      gaps
        .filter(({ lacks }) => lacks(checked))
        .map(({ rule, what }) => ({
          figures: [checked],
          status: 'warning' as const,
          rule,
          review: true,
          message: `No ${what} was found for ${checked.figure.raw}.`,
          found: checked.figure.raw,
          expected: null,
        })),
    )

/** Amounts whose digits are in doubt. */
export const unreadable: Check = (figures) =>
  figures
    .filter(({ figure }) => figure.amount_status === 'unreadable')
    .map((checked) => ({
      figures: [checked],
      status: 'error',
      rule: 'amount_unreadable',
      review: true,
      message: `The digits of ${checked.figure.raw} could not be read with certainty.`,
      found: checked.figure.raw,
      expected: null,
    }))
