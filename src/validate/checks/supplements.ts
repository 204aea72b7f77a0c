import { groupBy } from '../../model/groups.js'
import { claimOfSum, records, stated } from '../claims.js'
import type { Check, Checked, Verdict } from '../context.js'

/** Supplementary budgets (補正) are changes, and a year may have several: they are added to the initial budget only where the
 * document prints the amount after them. Tables reckon that for themselves, column by column. */
export const supplements: Check = ({ figures }) => {
  const groups = groupBy(figures, ({ figure, cell }) =>
    cell === null && figure.programme_row_id !== null && figure.yen !== null && isCounted(figure)
      ? `${figure.programme_row_id} ${figure.fiscal_year}`
      : null,
  )
  return [...groups.values()].flatMap(judge)
}

const isCounted = ({ role, part_of, reposted }: Checked['figure']): boolean =>
  (role === 'budget' || role === 'comparison') && !part_of && reposted === 'none'

const judge = (group: readonly Checked[]): Verdict[] => {
  const extra = eachOnce(group.filter(({ figure }) => (figure.stage ?? '').startsWith('supplementary')))
  const [after] = group.filter(({ figure }) => figure.stage === 'revised')
  const [initial] = group.filter(({ figure }) => figure.stage === 'enacted')
  if (extra.length === 0 || !initial) return []
  const claim = claimOfSum('supplementary', after ?? initial, [
    { sign: 1, figures: after ? [after] : [] },
    { sign: -1, figures: [initial, ...extra] },
  ])
  return [records(after ? claim : stated({ ...claim, inputs: [] }, 'not_run', notAdded))]
}

const notAdded = 'No amount after the supplement is printed: nothing is added up.'

/** A slide and its summary print the same supplement. */
const eachOnce = (figures: readonly Checked[]): Checked[] => [
  ...new Map(figures.map((one) => [`${one.figure.supplementary_no} ${one.figure.yen}`, one])).values(),
]
