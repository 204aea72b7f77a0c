import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitPercent, type Percent, readPercent } from '../../src/model/percent.js'

describe('readPercent', () => {
  it.each([
    ['5.2', { digits: 52n, decimals: 1 }],
    ['△20.7', { digits: -207n, decimals: 1 }],
    ['△ 0.7', { digits: -7n, decimals: 1 }],
    ['▲3', { digits: -3n, decimals: 0 }],
    ['－１．５', { digits: -15n, decimals: 1 }],
    ['+0.33%', { digits: 33n, decimals: 2 }],
    ['2.7%増', { digits: 27n, decimals: 1 }],
    ['18.3％減', { digits: -183n, decimals: 1 }],
    ['1,234.5', { digits: 12345n, decimals: 1 }],
    ['(9.1)', { digits: 91n, decimals: 1 }],
    ['100.0', { digits: 1000n, decimals: 1 }],
    ['皆増', 'new'],
    ['皆 減', 'ended'],
    ['', null],
    ['-', null],
    ['…', null],
    ['1.2.3', null],
    ['10人', null],
  ])('%j', (text, read) => {
    expect(readPercent(text)).toEqual(read)
  })
})

const exact = (yen: number) => ({ yen, grain: 1 })
const percent = (digits: number, decimals = 1): Percent => ({ digits: BigInt(digits), decimals })

describe('fitPercent', () => {
  it.each([
    ['a share', percent(251), exact(5_860_609), exact(23_340_000), 0, 'ok'],
    ['half a digit up', percent(251), exact(25_149), exact(100_000), 0, 'ok'],
    ['cut off instead of rounded', percent(251), exact(25_199), exact(100_000), 0, 'rounding'],
    ['a digit off', percent(253), exact(25_100), exact(100_000), 0, 'mismatch'],
    ['growth', percent(52), exact(5_860_609), exact(5_570_755), 100, 'ok'],
    ['a decrease', percent(-63), exact(214_294), exact(228_625), 100, 'ok'],
    ['a decrease printed as growth', percent(63), exact(214_294), exact(228_625), 100, 'mismatch'],
    ['all gone', percent(-1000), exact(0), exact(228_625), 100, 'ok'],
    ['below nothing', percent(-2500), exact(-150_000), exact(100_000), 100, 'ok'],
    ['amounts of one digit', percent(333), { yen: 1, grain: 1 }, { yen: 4, grain: 1 }, 0, 'ok'],
    [
      'past the safe integers',
      percent(500),
      exact(8_000_000_000_000_000),
      exact(16_000_000_000_000_000 / 2),
      0,
      'mismatch',
    ],
    ['of nothing', percent(52), exact(5), exact(0), 0, null],
    ['of less than nothing', percent(52), exact(5), exact(-10), 0, null],
    ['of an amount lost in its rounding', percent(52), exact(5), { yen: 1, grain: 2 }, 0, null],
  ] as const)('%s', (_, printed, part, whole, plus, fit) => {
    expect(fitPercent(printed, part, whole, plus)).toBe(fit)
  })

  const yen = fc.integer({ min: 2, max: 10 ** 12 })

  it('takes any percent that is rounded half up', () => {
    fc.assert(
      fc.property(yen, yen, fc.integer({ min: 0, max: 3 }), (part, whole, decimals) => {
        const scaled = 100n * 10n ** BigInt(decimals) * BigInt(part)
        const digits = (2n * scaled + BigInt(whole)) / (2n * BigInt(whole))
        expect(fitPercent({ digits, decimals }, exact(part), exact(whole))).toBe('ok')
      }),
    )
  })

  it('takes no percent that is two last digits off', () => {
    const large = fc.integer({ min: 10 ** 6, max: 10 ** 12 })
    fc.assert(
      fc.property(yen, large, fc.constantFrom(-2n, 3n), (some, whole, off) => {
        const part = Math.min(some, whole)
        const digits = (1000n * BigInt(part)) / BigInt(whole) + off
        expect(fitPercent({ digits, decimals: 1 }, exact(part), exact(whole))).toBe('mismatch')
      }),
    )
  })
})
