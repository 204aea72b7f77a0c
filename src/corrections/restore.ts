import type { Correction } from '../model/correction.js'
import { type Reading, textKey } from '../model/correction-identity.js'

/** A correction that also says anew what was read otherwise when the person looked: nobody has seen how it is read now. Null
 * where the person saw no value and there is one now that the correction does not replace. */
export const restored = (correction: Correction, now: Reading): Correction | null =>
  isUnseen(correction, now)
    ? null
    : {
        ...correction,
        new_yen: correction.new_yen ?? wasOther(correction.yen, now.yen),
        new_role: correction.new_role ?? wasOther(correction.role, now.role),
        new_fiscal_year: correction.new_fiscal_year ?? wasOther(correction.fiscal_year, now.fiscal_year),
        new_stage: correction.new_stage ?? wasOther(correction.stage, now.stage),
        new_programme:
          correction.new_programme ??
          (textKey(correction.programme) === textKey(now.programme) ? null : correction.programme),
      }

const wasOther = <Value>(then: Value, now: Value): Value | null => (then === now ? null : then)

/** A print that is no amount of a budget is none however it is read. */
const isUnseen = (correction: Correction, now: Reading): boolean =>
  correction.action !== 'reject' &&
  fields.some(([field, fresh]) => isEmpty(correction[field]) && !isEmpty(now[field]) && correction[fresh] === null)

const fields = [
  ['yen', 'new_yen'],
  ['fiscal_year', 'new_fiscal_year'],
  ['stage', 'new_stage'],
  ['programme', 'new_programme'],
] as const satisfies readonly (readonly [keyof Reading, keyof Correction])[]

const isEmpty = (value: string | number | null): boolean =>
  typeof value === 'string' ? textKey(value) === '' : value === null
