import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentOfChange } from '../../src/model/percent-of-change.js'

describe('percentOfChange', () => {
  it.each([
    [25, 100, '25.0'],
    [-25, 100, '-25.0'],
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    [-2, 3, '-66.7'],
    [-100, 100, '-100.0'],
    [300, 100, '300.0'],
    [1, 2000, '0.1'],
    [-1, 2000, '-0.1'],
    [1, 2001, '0.0'],
    [-1, 2001, '0.0'],
    [0, 5, '0.0'],
    [5, -100, '5.0'],
    [-5, -100, '-5.0'],
    [Number.MAX_SAFE_INTEGER, 1, '900719925474099100.0'],
    [-1, Number.MAX_SAFE_INTEGER, '0.0'],
    [5, 0, null],
    [0, 0, null],
  ])('%d of %d', (change, before, percent) => {
    expect(percentOfChange(change, before)).toBe(percent)
  })

  const yen = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -10_000, max: 10_000 }))

  it('is the nearest tenth of a percent, of two as near the one away from nought', () => {
    fc.assert(
      fc.property(
        yen,
        yen.filter((before) => before !== 0),
        (change, before) => {
          const text = percentOfChange(change, before) ?? ''
          expect(text).toMatch(/^(?!-0\.0$)-?(?:0|[1-9]\d*)\.\d$/)
          const [tenths, whole] = [BigInt(text.replace('.', '')), BigInt(Math.abs(before))]
          // How far off the tenths are, in halves of a tenth of the amount before.
          const off = 2n * (BigInt(change) * 1000n - tenths * whole)
          expect(off <= whole && -off <= whole).toBe(true)
          if (off === whole || off === -whole) expect(off > 0n).toBe(tenths < 0n)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
