import { describe, expect, it } from 'vitest'
import { amountOf } from '../../src/corrections/amount.js'
import type { Amount } from '../../src/model/finding.js'
import { amount } from '../validate/assemblies.js'

const printed = (yen: number, precision: number, more: Partial<Amount> = {}) => amount(0, { yen, precision, ...more })
const unitless = amount(0, { status: 'unreadable', yen: null, precision: null, unit: null })

describe('amountOf', () => {
  it.each<[what: string, before: Amount, raw: string, yen: number | null, after: Partial<Amount>]>([
    [
      'another unit: the last digit is worth another',
      printed(1_234_000, 1000),
      '1,234千円',
      1_234_000_000,
      { status: 'numeric', yen: 1_234_000_000, precision: 1_000_000 },
    ],
    ['a smaller unit', printed(1_234_000, 1000), '1,234千円', 1234, { yen: 1234, precision: 1 }],
    ['the other sign', printed(5000, 1000), '△5千円', -5000, { yen: -5000, precision: 1000 }],
    ['the same', printed(5000, 1000), '5千円', 5000, { yen: 5000, precision: 1000, status: 'numeric' }],
    ['other digits', printed(5000, 1000), '5千円', 6000, { yen: 6000, precision: 1 }],
    ['less than a digit', printed(120_000, 10_000), '12万円', 1, { yen: 1, precision: 1 }],
    ['a unit that no caption prints', unitless, '1,234', 1_234_000, { status: 'numeric', precision: 1000 }],
    ['a unit for decimals', unitless, '１２．５', 1_250_000_000, { yen: 1_250_000_000, precision: 10_000_000 }],
    ['other digits without a unit', unitless, '1,234', 5, { status: 'numeric', yen: 5, precision: 1 }],
    ['no digits', unitless, '事項要求', 5000, { status: 'numeric', yen: 5000, precision: 1 }],
    ['nought', printed(5000, 1000), '5千円', 0, { status: 'zero', yen: 0, precision: 1 }],
    ['no nought', printed(0, 1000, { status: 'zero' }), '0千円', 5000, { status: 'numeric', yen: 5000, precision: 1 }],
    [
      'with 事項要求 beside it',
      printed(5000, 1000, { status: 'numeric_plus_unpriced' }),
      '5千円+事項要求',
      6000,
      { status: 'numeric_plus_unpriced', yen: 6000 },
    ],
    [
      '事項要求 that has an amount after all',
      amount(0, { status: 'unpriced', yen: null, precision: null }),
      '事項要求',
      7,
      { status: 'numeric', yen: 7, precision: 1 },
    ],
    [
      'both bounds of a range in another unit',
      printed(1000, 1000, { yenMax: 2000 }),
      '1~2千円',
      1_000_000,
      { yen: 1_000_000, yenMax: 2_000_000 },
    ],
    ['one amount and no range', printed(1000, 1000, { yenMax: 2000 }), '1~2千円', 3000, { yen: 3000, yenMax: null }],
    [
      'an amount that nobody can tell',
      printed(5000, 1000),
      '5千円',
      null,
      { status: 'unreadable', yen: null, yenMax: null, precision: null },
    ],
    [
      'no amount for 事項要求',
      amount(0, { status: 'unpriced', yen: null, precision: null }),
      '事項要求',
      null,
      { status: 'unpriced', yen: null },
    ],
  ])('%s', (_, before, raw, yen, after) => {
    const made = amountOf(before, raw, yen)
    expect(made).toEqual({ ...before, ...made })
    expect(made).toMatchObject(after)
    expect([made.unit, made.sign, made.approx]).toEqual([before.unit, before.sign, before.approx])
  })
})
