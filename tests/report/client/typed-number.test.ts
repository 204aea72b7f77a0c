import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedNumber } from '../../../src/report/client/typed-number.js'

describe('typedNumber', () => {
  it.each<[text: string | null, value: ReturnType<typeof typedNumber>]>([
    [null, null],
    ['none', 'none'],
    ['0', 0],
    ['77599000000', 77_599_000_000],
    ['77,599,000,000円', 77_599_000_000],
    ['７７，５９９', 77_599],
    [' 1 000 ', 1000],
    ['-5', -5],
    ['－５', -5],
    ['△35', -35],
    ['▲35', -35],
    ['−35', -35],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9007199254740992', undefined],
    ['12345678901234567', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['35億円', undefined],
    ['令和7', undefined],
    ['--5', undefined],
    ['5-', undefined],
    ['△', undefined],
    [',', undefined],
    ['None', undefined],
  ])('reads %j as %j', (text, value) => {
    expect(typedNumber(text)).toBe(value)
  })

  it('reads whole numbers as people print them', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        for (const text of [String(value), value.toLocaleString('ja-JP'), `${value.toLocaleString('ja-JP')} 円`])
          expect(typedNumber(text)).toBe(value + 0)
      }),
    )
  })
})
