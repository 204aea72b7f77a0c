import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey } from '../../src/model/name-key.js'
import { readYen } from '../../src/outside/source.js'

describe('readYen', () => {
  it.each([
    ['0', 0],
    ['1234', 1234],
    ['1,234,567', 1_234_567],
    [' 1，234 ', 1234],
    ['-5', -5],
    ['−5', -5],
    ['△5', -5],
    ['▲1,000', -1000],
    ['1234.0', 1234],
    ['1234.00', 1234],
    ['', null],
    [' ', null],
    ['-', null],
    ['1234.5', null],
    ['1e3', null],
    ['5円', null],
    ['5-3', null],
    ['9999999999999999', null],
    [undefined, null],
  ])('%j', (text, yen) => {
    expect(readYen(text, 1)).toBe(yen)
  })

  it.each([
    ['1,234', 1_234_000],
    ['△5', -5000],
    ['999999999999999', null],
  ])('%j thousand', (text, yen) => {
    expect(readYen(text, 1000)).toBe(yen)
  })

  it('reads what others print', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.constantFrom(1, 1000), (amount, unit) => {
        for (const text of [String(amount), amount.toLocaleString('en-US')])
          expect(readYen(text, unit)).toBe(amount * unit)
      }),
    )
  })
})

describe('the name of a column', () => {
  it.each([
    ['当初予算（合計）', '当初予算(合計)'],
    ['当初予算(合計)', '当初予算(合計)'],
    ['第１次補正予算', '第1次補正予算'],
    [' 項 名\u3000', '項名'],
  ])('%j', (column, plain) => {
    expect(nameKey(column)).toBe(plain)
  })
})
