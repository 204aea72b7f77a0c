import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactYen, readableYen } from '../../src/report/readable-yen.js'

describe('readableYen', () => {
  it.each([
    [0, '0円'],
    [-0, '0円'],
    [1, '1円'],
    [999_999, '999,999円'],
    [1_000_000, '1百万円'],
    [1_004_999, '1百万円'],
    [1_005_000, '1.01百万円'],
    [1_100_000, '1.1百万円'],
    [43_000_000, '43百万円'],
    [99_600_000, '99.6百万円'],
    [99_994_999, '99.99百万円'],
    [99_995_000, '1億円'],
    [100_000_000, '1億円'],
    [100_499_999, '1億円'],
    [100_500_000, '1.01億円'],
    [77_599_000_000, '775.99億円'],
    [999_949_999_999, '9,999.5億円'],
    [999_960_000_000, '9,999.6億円'],
    [999_999_499_999, '9,999.99億円'],
    [999_999_500_000, '1兆円'],
    [1_000_000_000_000, '1兆円'],
    [1_000_049_999_999, '1兆円'],
    [1_000_050_000_000, '1兆1億円'],
    [1_185_000_000_000, '1兆1,850億円'],
    [1_999_949_999_999, '1兆9,999億円'],
    [1_999_950_000_000, '2兆円'],
    [115_541_500_000_000, '115兆5,415億円'],
    [1_000_000_000_000_000, '1,000兆円'],
    [Number.MAX_SAFE_INTEGER, '9,007兆1,993億円'],
    [-1, '△1円'],
    [-3_500_000_000, '△35億円'],
    [-1_185_000_000_000, '△1兆1,850億円'],
    [Number.MIN_SAFE_INTEGER, '△9,007兆1,993億円'],
  ])('of %i is %s', (yen, text) => {
    expect(readableYen(yen)).toBe(text)
  })

  const units = [
    { unit: '百万円', yen: 1_000_000n },
    { unit: '億円', yen: 100_000_000n },
    { unit: '円', yen: 1n },
  ] as const

  /** What a text says, and the value of its last place. */
  const read = (text: string): { readonly yen: bigint; readonly place: bigint } => {
    const [, sign, cho, rest = ''] = /^(△?)(?:([\d,]+)兆)?(.*)$/u.exec(text) ?? []
    const signed = (yen: bigint) => (sign === '' ? yen : -yen)
    if (cho !== undefined) {
      const oku = BigInt(/^([\d,]+)億円$/u.exec(rest)?.[1]?.replaceAll(',', '') ?? (rest === '円' ? 0 : Number.NaN))
      return { yen: signed(BigInt(cho.replaceAll(',', '')) * 10n ** 12n + oku * 10n ** 8n), place: 10n ** 8n }
    }
    const found = units.find(({ unit }) => rest.endsWith(unit))
    const [whole = '', part = ''] = rest
      .slice(0, -(found?.unit.length ?? 0))
      .replaceAll(',', '')
      .split('.')
    const yen = found?.yen ?? 0n
    const place = yen === 1n ? 1n : yen / 100n
    return { yen: signed(BigInt(whole) * yen + BigInt(part.padEnd(2, '0')) * place), place: yen === 1n ? 1n : place }
  }

  const amounts = fc.oneof(
    fc.maxSafeInteger(),
    fc
      .tuple(fc.integer({ min: -9, max: 9 }), fc.nat(15), fc.integer({ min: -600, max: 600 }))
      .map(([digit, power, more]) => digit * 10 ** power + more),
    fc.tuple(fc.nat(999_999), fc.nat(9)).map(([digits, power]) => digits * 10 ** power),
  )

  it('is at most half of its last place away, and grows with the amount', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((yen) => ({
          yen: BigInt(yen),
          ...{ text: read(readableYen(yen)) },
        }))
        for (const { yen, text } of [low, high].flatMap((one) => one ?? [])) {
          const away = text.yen - yen
          expect(2n * (away < 0n ? -away : away) <= text.place).toBe(true)
        }
        expect((low?.text.yen ?? 0n) <= (high?.text.yen ?? 0n)).toBe(true)
      }),
    )
  })
})

describe('exactYen', () => {
  it.each([
    [0, '0円'],
    [-0, '0円'],
    [999, '999円'],
    [1000, '1,000円'],
    [77_599_000_000, '77,599,000,000円'],
    [-1_234_567, '△1,234,567円'],
    [Number.MAX_SAFE_INTEGER, '9,007,199,254,740,991円'],
  ])('of %i is %s', (yen, text) => {
    expect(exactYen(yen)).toBe(text)
  })
})
