import { type Correction, type Reading, textKey } from '../model/correction.js'

/** A correction that also says anew what was read otherwise when the person looked: nobody has seen how it is read now. Empty
 * cells say nothing. */
export const restored = (correction: Correction, now: Reading): Correction => ({
  ...correction,
  new_yen: correction.new_yen ?? wasOther(correction.yen, now.yen),
  new_role: correction.new_role ?? wasOther(correction.role, now.role),
  new_fiscal_year: correction.new_fiscal_year ?? wasOther(correction.fiscal_year, now.fiscal_year),
  new_stage: correction.new_stage ?? wasOther(correction.stage, now.stage),
  new_programme:
    correction.new_programme ??
    (textKey(correction.programme) === textKey(now.programme) ? null : correction.programme || null),
})

const wasOther = <Value>(then: Value, now: Value): Value | null => (then === now ? null : then)
