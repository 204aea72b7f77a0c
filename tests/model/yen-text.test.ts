import { describe, expect, it } from 'vitest'
import { grouped } from '../../src/model/yen-text.js'

describe('grouped', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [-999, '-999'],
    [-123_456, '-123,456'],
    [-1_234_567, '-1,234,567'],
    [77_599_000_000, '77,599,000,000'],
    [Number.MAX_SAFE_INTEGER, '9,007,199,254,740,991'],
  ])('of %i is %s', (value, text) => {
    expect(grouped(value)).toBe(text)
  })
})
