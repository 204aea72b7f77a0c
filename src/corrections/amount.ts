import type { Figure } from '../model/figure.js'
import type { Amount } from '../model/finding.js'
import { numberIn } from '../model/printed-number.js'

/** What is known of the value of an amount. */
export interface Value extends Pick<Amount, 'yen' | 'yenMax' | 'precision'> {
  readonly status: Figure['amount_status']
}

/** An amount with another value in yen, or with none; what is printed stays. */
export const amountOf = <Item extends Value>(amount: Item, raw: string, yen: number | null): Item => {
  if (yen === null) return { ...amount, status: emptyStatus(amount), yen, yenMax: null, precision: null }
  const scale = scaleOf(amount, raw, yen)
  return {
    ...amount,
    status: yen === 0 ? 'zero' : amount.status === 'numeric_plus_unpriced' ? amount.status : 'numeric',
    yen,
    yenMax: scale === null || amount.yenMax === null ? null : maxOf(amount, amount.yenMax, scale),
    precision: scale ?? 1,
  }
}

/** 事項要求 prints no amount; of any other print nobody can tell it. */
const emptyStatus = ({ status }: Value): Value['status'] => (status === 'unpriced' ? status : 'unreadable')

/** Yen of the last printed digit where the digits are those of the print in another unit; null where they are others. */
const scaleOf = (amount: Value, raw: string, yen: number): number | null => {
  const digits = digitsOf(amount, raw)
  const scale = digits ? Math.abs(yen) / digits : Number.NaN
  return /^10*$/u.test(String(scale)) ? scale : null
}

/** What is printed as a whole number of its last digits; null where no digits tell it. */
const digitsOf = ({ yen, precision }: Value, raw: string): number | null => {
  if (yen !== null && precision !== null) return Math.abs(yen) / precision
  const number = numberIn(raw)
  return number === null ? null : Number(number.digits)
}

const maxOf = ({ precision }: Value, yenMax: number, scale: number): number | null =>
  precision === null ? null : (yenMax / precision) * scale
