import type { Amount, PlainNumber, UnitPrinted } from '../../model/finding.js'
import type { FoundUnit } from './units.js'

/** The power of ten of each unit in yen. */
const powers: Readonly<Record<Exclude<UnitPrinted, 'mixed'>, number>> = {
  円: 0,
  千円: 3,
  万円: 4,
  百万円: 6,
  千万円: 7,
  億円: 8,
  兆円: 12,
}

/** A number of a cell as money in the unit that is in force for it; without a unit it is unreadable, never guessed. */
export const amountOf = (number: PlainNumber, unit: FoundUnit | null): Amount => {
  const power = unit && unit.unit !== 'mixed' ? powers[unit.unit] + number.exponent : -1
  const yen = power < 0 ? null : number.digits * 10 ** power
  const exact = yen !== null && Number.isSafeInteger(yen) ? yen : null
  return {
    kind: 'amount',
    status: exact === null ? 'unreadable' : exact === 0 ? 'zero' : 'numeric',
    yen: exact === 0 ? 0 : exact,
    yenMax: null,
    precision: exact === null ? null : 10 ** power,
    unit: unit?.unit ?? null,
    sign: number.sign,
    approx: null,
    scale: null,
    sure: number.sure,
    from: number.from,
    to: number.to,
  }
}

/** The amount under a sign that stands in a narrow cell of its own. */
export const negated = (amount: Amount, sign: Amount['sign']): Amount => ({
  ...amount,
  sign,
  yen: amount.yen === null ? null : 0 - Math.abs(amount.yen),
})
