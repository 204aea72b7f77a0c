import type { CheckRow } from '../src/model/check.js'
import { claimOfRow } from '../src/model/check-rows.js'
import type { Dataset } from '../src/model/dataset.js'
import { reckon } from '../src/model/reckon.js'

type Checked = Pick<Dataset, 'figures' | 'checks'>

/** The figures that a row names: the one that is checked, and its inputs. */
export const namedIn = ({ figure_id, inputs }: CheckRow): string[] => [
  ...(figure_id === null ? [] : [figure_id]),
  ...(inputs?.split(';') ?? []).map((input) => input.slice(1)),
]

/** The rows of checks, reckoned again from the figures of the data set alone. */
export const reckonedAgain = ({ figures, checks }: Checked): CheckRow[] => {
  const byId = new Map(figures.map((figure) => [figure.figure_id, figure]))
  return checks.map((row) => ({ ...row, ...reckon(claimOfRow(row), (id) => byId.get(id) ?? null) }))
}

/** What `checked_by` of figures says that no row bears out. */
export const unproved = ({ figures, checks }: Checked): string[] => {
  const held = checks.filter(({ verdict }) => verdict === 'ok' || verdict === 'rounding')
  const proved = new Set(held.flatMap((row) => namedIn(row).map((id) => `${id} ${row.rule}`)))
  return figures.flatMap(({ figure_id, checked_by }) =>
    (checked_by?.split(';') ?? []).map((rule) => `${figure_id} ${rule}`).filter((claim) => !proved.has(claim)),
  )
}
