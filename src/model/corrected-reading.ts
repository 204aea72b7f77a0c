import type { Correction } from './correction.js'
import type { Reading } from './correction-identity.js'

/** How a figure is read once its correction is applied. */
export const correctedReading = (row: Correction): Reading => ({
  raw: row.raw,
  raw_label: row.raw_label,
  programme: replaced(row.new_programme, row.programme),
  role: row.new_role ?? row.role,
  fiscal_year: replaced(row.new_fiscal_year, row.fiscal_year),
  stage: replaced(row.new_stage, row.stage),
  yen: replaced(row.new_yen, row.yen),
})

const replaced = <Value>(fresh: Value | 'none' | null, read: Value | null): Value | null =>
  fresh === 'none' ? null : (fresh ?? read)
