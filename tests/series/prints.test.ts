import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../src/series/points.js'
import { areOneSum, type Print, printsOf } from '../../src/series/prints.js'
import type { SeriesPoint } from '../../src/series/programmes.js'
import { alias } from '../compare/items.js'
import { comparison, point } from './points.js'

const of = (document: string, programme: string, oku: number, more: Partial<Point> = {}): SeriesPoint => ({
  ...point(document, oku, { programme, figure_id: `${document}-${programme}`, ...more }),
  key: programme,
})

/** The same beside a later year's. */
const beside = (document: string, programme: string, oku: number): SeriesPoint => ({
  ...comparison(document, oku, { programme, fiscal_year: 2025 }),
  key: programme,
})

const fine = { precision_yen: 10_000_000 }
const exact = { precision_yen: 1 }

const printText = ({ document_id, role, yen, points }: Print): string => {
  const names = points.map(({ programme }) => programme).join(' + ')
  return `${document_id} ${names} ${yen / 100_000_000}${role === 'budget' ? '' : ' as previous'}`
}

type Lines = readonly (readonly [from: string, to: string])[]

const merger: Lines = [
  ['甲', '丙'],
  ['乙', '丙'],
]
const split: Lines = [
  ['丙', '甲'],
  ['丙', '乙'],
]
const chain: Lines = [
  ['甲', '乙'],
  ['乙', '丙'],
]

const printed = (points: readonly SeriesPoint[], lines: Lines = []) =>
  printsOf(
    points,
    lines.map(([from, to]) => alias(from, to)),
  ).map(printText)

describe('printsOf', () => {
  it.each<[what: string, points: readonly SeriesPoint[], lines: Lines, prints: readonly string[]]>([
    ['nothing', [], [], []],
    ['one document', [of('a', '甲', 25)], [], ['a 甲 25']],
    ['two', [of('b', '甲', 26), of('a', '甲', 25)], [], ['a 甲 25', 'b 甲 26']],
    ['the finer first', [of('a', '甲', 25), of('b', '甲', 25.4, fine)], [], ['b 甲 25.4', 'a 甲 25']],
    ['a print in yen first', [of('a', '甲', 25.4, fine), of('b', '甲', 25.41, exact)], [], ['b 甲 25.41', 'a 甲 25.4']],
    [
      'the budget itself before what a later one is compared with',
      [beside('a', '甲', 25), of('b', '甲', 26)],
      [],
      ['b 甲 26', 'a 甲 25 as previous'],
    ],
    [
      'one name below two parents',
      [
        { ...of('a', '人件費', 20), key: '総務費>人件費' },
        { ...of('a', '人件費', 5), key: '議会費>人件費' },
      ],
      [],
      ['a 人件費 + 人件費 25'],
    ],
    ['an amount that is printed twice', [of('a', '甲', 25), of('a', '甲', 25)], [], ['a 甲 25']],
    ['the parts of one document', [of('a', '甲', 20), of('a', '乙', 5)], merger, ['a 甲 + 乙 25']],
    ['the parts of two documents', [of('b', '乙', 5), of('a', '甲', 20)], merger, ['a;b 甲 + 乙 25']],
    ['the parts of a split in two documents', [of('b', '乙', 5), of('a', '甲', 20)], split, ['a;b 甲 + 乙 25']],
    [
      'a document with all parts before those with some',
      [of('a', '甲', 20), of('b', '甲', 20), of('b', '乙', 5)],
      merger,
      ['b 甲 + 乙 25'],
    ],
    [
      'two documents with all parts',
      [of('a', '甲', 20), of('a', '乙', 5), of('b', '甲', 21), of('b', '乙', 5)],
      merger,
      ['a 甲 + 乙 25', 'b 甲 + 乙 26'],
    ],
    [
      'of each part the finest',
      [of('a', '甲', 20), of('b', '甲', 20.4, fine), of('c', '乙', 5)],
      merger,
      ['b;c 甲 + 乙 25.4'],
    ],
    [
      'the parts and what became of them',
      [of('a', '甲', 20), of('a', '乙', 5), beside('b', '丙', 25)],
      merger,
      ['a 甲 + 乙 25', 'b 丙 25 as previous'],
    ],
    [
      'names before and after a merger',
      [of('a', '甲', 20), of('a', '乙', 5), of('b', '丙', 26)],
      merger,
      ['a 甲 + 乙 25', 'b 丙 26'],
    ],
    ['names before and after a new name', [of('a', '甲', 20), of('b', '乙', 21)], chain, ['a 甲 20', 'b 乙 21']],
    [
      'names before and after two new names',
      [of('a', '甲', 20), of('b', '乙', 21), of('c', '丙', 22)],
      chain,
      ['a 甲 20', 'b 乙 21', 'c 丙 22'],
    ],
    ['the first and the last of three names', [of('a', '甲', 20), of('c', '丙', 22)], chain, ['a 甲 20', 'c 丙 22']],
    ['names side by side in one document', [of('a', '甲', 20), of('a', '乙', 5)], chain, ['a 甲 + 乙 25']],
    [
      'the same beside a document of the later structure',
      [of('a', '甲', 20), of('a', '乙', 5), of('b', '乙', 25)],
      chain,
      ['a 甲 + 乙 25', 'b 乙 25'],
    ],
  ])('%s', (_, points, lines, prints) => {
    expect(printed(points, lines)).toEqual(prints)
    expect(printed([...points].reverse(), lines).map(parts)).toEqual(prints.map(parts))
  })

  const parts = (text: string) => text.split(/ (?:\+ )?/u).sort()

  it('is as coarse as the coarsest part, and recast where one is', () => {
    const [print] = printsOf([of('a', '甲', 20, fine), of('b', '乙', 5, { reclassified: true })], [])
    expect(print).toMatchObject({ precision_yen: 100_000_000, reclassified: true })
  })

  it('is exact where all parts are printed in yen', () => {
    expect(printsOf([of('a', '甲', 20, exact), of('a', '乙', 5, exact)], [])).toMatchObject([{ precision_yen: 1 }])
  })
})

const print = (...points: readonly SeriesPoint[]): Print => {
  const [made, ...rest] = printsOf(points, [])
  expect(rest).toEqual([])
  return made as Print
}

describe('areOneSum', () => {
  it.each<[what: string, a: Print, b: Print, are: boolean]>([
    ['one amount', print(of('a', '甲', 25)), print(of('b', '甲', 25)), true],
    ['two to the same digit', print(of('a', '甲', 25)), print(of('b', '甲', 26)), false],
    ['half of the coarser digit', print(of('a', '甲', 25)), print(of('b', '甲', 25.5, fine)), true],
    ['more than that', print(of('a', '甲', 25)), print(of('b', '甲', 25.51, fine)), false],
    ['a sum', print(of('a', '甲', 20), of('a', '乙', 5)), print(of('b', '丙', 25)), true],
    ['half of three digits', print(of('a', '甲', 20), of('a', '乙', 5)), print(of('b', '丙', 26.5)), true],
    ['more than half of three', print(of('a', '甲', 20), of('a', '乙', 5)), print(of('b', '丙', 26.51)), false],
    [
      'half of two digits and a fine one',
      print(of('a', '甲', 20), of('a', '乙', 5)),
      print(of('b', '丙', 26.05, fine)),
      true,
    ],
    [
      'a sum in yen',
      print(of('a', '甲', 20, exact), of('a', '乙', 5, exact)),
      print(of('b', '丙', 25.00000001, exact)),
      false,
    ],
  ])('%s', (_, a, b, are) => {
    expect([areOneSum(a, b), areOneSum(b, a)]).toEqual([are, are])
  })

  it('holds for the parts and the sum of what was rounded by itself', () => {
    const yen = fc.integer({ min: 0, max: 10_000_000_000 })
    const grain = fc.constantFrom(1, 1000, 1_000_000, 100_000_000)
    const rounded = (document: string, programme: string, amount: number, precision_yen: number) =>
      of(document, programme, (Math.round(amount / precision_yen) * precision_yen) / 100_000_000, { precision_yen })
    const parts = fc.array(fc.tuple(yen, grain), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(parts, grain, (all, coarse) => {
        const sum = all.reduce((total, [amount]) => total + amount, 0)
        const each = all.map(([amount, own], i) => rounded('a', `費${i}`, amount, own))
        expect(areOneSum(print(...each), print(rounded('b', '計画', sum, coarse)))).toBe(true)
      }),
    )
  })
})
