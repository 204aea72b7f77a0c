import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filled, layoutOf, lineTexts, type Print } from './pages.js'

/** Lines of text below one another, each as wide as a column of twenty characters. */
const column = (x: number, y: number, name: string, count: number): Print[] =>
  Array.from({ length: count }, (_, i) => [x, y + 14 * i, `${name}${i + 1}${'文'.repeat(18)}`])

const names = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/文+/gu, ''))

const cases: readonly (readonly [what: string, prints: readonly Print[], lines: readonly string[]])[] = [
  [
    'two columns are read one after the other',
    [...column(20, 20, '左', 3), ...column(300, 20, '右', 3)],
    ['左1', '左2', '左3', '右1', '右2', '右3'],
  ],
  [
    'three columns',
    [...column(10, 20, '左', 2), ...column(240, 20, '中', 2), ...column(470, 20, '右', 2)],
    ['左1', '左2', '中1', '中2', '右1', '右2'],
  ],
  [
    'columns of different heights',
    [...column(20, 20, '左', 5), ...column(300, 20, '右', 2)],
    ['左1', '左2', '左3', '左4', '左5', '右1', '右2'],
  ],
  [
    'columns whose lines stand on other levels',
    [...column(20, 20, '左', 4), ...column(300, 27, '右', 4)],
    ['左1', '左2', '左3', '左4', '右1', '右2', '右3', '右4'],
  ],
  [
    'a title over both columns comes first',
    [[150, 10, `題${'文'.repeat(30)}`, { size: 16 }], ...column(20, 60, '左', 3), ...column(300, 60, '右', 3)],
    ['題', '左1', '左2', '左3', '右1', '右2', '右3'],
  ],
  [
    'a row of headings goes with the columns below',
    [[60, 20, '左の見出し'], [340, 20, '右の見出し'], ...column(20, 40, '左', 3), ...column(300, 40, '右', 3)],
    ['左の見出し', '左1', '左2', '左3', '右の見出し', '右1', '右2', '右3'],
  ],
  [
    'a line over both columns parts what is above from what is below',
    [
      ...column(20, 20, '左上', 2),
      ...column(300, 20, '右上', 2),
      [20, 60, `全${'文'.repeat(48)}`],
      ...column(20, 90, '左下', 2),
      ...column(300, 90, '右下', 2),
    ],
    ['左上1', '左上2', '右上1', '右上2', '全', '左下1', '左下2', '右下1', '右下2'],
  ],
  [
    'values beside their labels are read row by row',
    [
      [20, 20, '要求・要望額'],
      [150, 20, '25億円'],
      [20, 40, '前年度予算額'],
      [150, 40, '20億円'],
    ],
    ['要求・要望額\t25億円', '前年度予算額\t20億円'],
  ],
  [
    'list marks are read with their texts',
    [[20, 20, '○'], ...column(45, 20, '一', 1), [20, 40, '○'], ...column(45, 40, '二', 1)],
    ['○\t一1', '○\t二1'],
  ],
  [
    'headings and amounts above columns go with them, below a line over both',
    [
      [20, 20, `全${'文'.repeat(60)}`],
      [20, 60, '左の見出し'],
      [20, 80, '25億円'],
      [20, 100, `左${'文'.repeat(28)}`],
      [340, 60, '右の見出し'],
      [340, 80, '15億円'],
      [340, 100, `右${'文'.repeat(28)}`],
    ],
    ['全', '左の見出し', '25億円', '左', '右の見出し', '15億円', '右'],
  ],
]

/** What is read wrong today: a case that comes right belongs above. */
const faults: typeof cases = [
  [
    'a short title is no label of the amounts beside it',
    [[20, 20, '研究の推進', { size: 18 }], [450, 24, '令和7年度予算額 100億円'], ...column(20, 60, '全', 1)],
    ['研究の推進', '令和7年度予算額 100億円', '全1'],
  ],
]

describe('reading order', () => {
  it.each(cases)('%s', (_, prints, lines) => {
    expect(names(lineTexts(layoutOf(prints)))).toEqual(lines)
  })

  it.each(cases)('%s, whatever was painted first', (_, prints, lines) => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...prints], { minLength: prints.length }), (shuffled) => {
        expect(names(lineTexts(layoutOf(shuffled)))).toEqual(lines)
      }),
      { numRuns: 10 },
    )
  })

  it.fails.each(faults)('%s', (_, prints, lines) => {
    expect(names(lineTexts(layoutOf(prints)))).toEqual(lines)
  })

  it('a box is read whole', () => {
    const prints: Print[] = [
      [30, 30, '左の箱の一行目'],
      [30, 44, '左の箱の二行目'],
      [300, 30, '右の箱の一行目'],
      [300, 44, '右の箱の二行目'],
    ]
    const made = layoutOf(prints, [filled(20, 20, 200, 70), filled(290, 20, 480, 70)])
    expect(lineTexts(made)).toEqual(['左の箱の一行目', '左の箱の二行目', '右の箱の一行目', '右の箱の二行目'])
  })

  it('counts the lines of a page in reading order', () => {
    const made = layoutOf([...column(300, 20, '右', 2), ...column(20, 20, '左', 2)])
    expect(made.blocks.flatMap(({ lines }) => lines.map(({ number }) => number))).toEqual([1, 2, 3, 4])
  })
})
