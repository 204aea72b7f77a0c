import { describe, expect, it } from 'vitest'
import type { Shape } from '../../src/model/page.js'
import { cellTexts, filled, layoutOf, type Print, stroked } from './pages.js'

const words = [
  ['事項', '要求額', '前年度', '備考'],
  ['学校の環境', '12,836', '10,324', '拡充'],
  ['端末の更新', '8,801', '3,512', ''],
  ['研究設備', '350', '－', '新規'],
  ['合計', '21,987', '13,836', ''],
]
const cells = words.flatMap((row, r) => row.flatMap((text, c) => (text === '' ? [] : [`${r},${c} ${text}`])))

const xs = [50, 200, 300, 400, 500]
/** Tops of the rows. */
const ys = [60, 80, 100, 120, 140, 160]

const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2fff' ? 10 : 5), 0)

/** Heads in the middle of their columns, names at the left, numbers at the right. */
const prints = words.flatMap((row, r) =>
  row.map((text, c): Print => {
    const [left = 0, right = 0] = [xs[c], xs[c + 1]]
    const x = r === 0 ? (left + right - widthOf(text)) / 2 : c === 1 || c === 2 ? right - 3 - widthOf(text) : left + 9
    return [x, (ys[r] ?? 0) + 5, text, { colour: r === 0 ? '#ffffff' : '#000000' }]
  }),
)

const columns = xs.slice(1).map((x, i) => [xs[i] ?? 0, x] as const)
const whole = [[50, 500] as const]

const stripes = (parts: readonly (readonly [number, number])[], rows: readonly number[]): Shape[] =>
  rows.flatMap((r) =>
    parts.map(([x0, x1]) => filled(x0, ys[r] ?? 0, x1, ys[r + 1] ?? 0, r === 0 ? '#1f3864' : '#eef3fa')),
  )
const levels = (parts: readonly (readonly [number, number])[], rows: readonly number[]): Shape[] =>
  rows.flatMap((r) => parts.map(([x0, x1]) => stroked(x0, ys[r] ?? 0, x1, ys[r] ?? 0)))

const all = [0, 1, 2, 3, 4, 5]
const dark = stripes(whole, [0])

const cases: readonly (readonly [what: string, shapes: readonly Shape[]])[] = [
  ['fills of each cell, every other row', stripes(columns, [0, 2, 4])],
  ['fills of each cell, the last row without', stripes(columns, [0, 1, 3])],
  ['fills of whole rows', stripes(whole, [0, 2, 4])],
  ['fills of whole rows, the last row without', stripes(whole, [0, 1, 3])],
  ['level rules cell by cell', [...dark, ...levels(columns, all)]],
  ['level rules', [...dark, ...levels(whole, all)]],
  ['level rules and fills, cell by cell', [...stripes(columns, [0, 2]), ...levels(columns, all)]],
  ['level rules around the head and at the foot', [...dark, ...levels(whole, [0, 1, 5])]],
  ['level rules at top and foot', [...dark, ...levels(whole, [0, 5])]],
  ['a fill of the head alone', dark],
]

describe('one table of', () => {
  it.each(cases)('%s', (_, shapes) => {
    expect(cellTexts(layoutOf(prints, shapes))).toEqual([cells])
  })
})

/** Names of two levels, the first over two rows; heads of two levels, the upper one over two columns. */
const spanned: readonly Print[] = [
  ...(
    [
      ['施設', 110, 75],
      ['工事', 235, 75],
      ['予算額', 385, 65],
      ['本年度', 335, 85],
      ['前年度', 435, 85],
      ['本館', 55, 115],
      ['外壁', 205, 105],
      ['空調', 205, 125],
      ['別館', 55, 145],
      ['屋根', 205, 145],
    ] as const
  ).map(([text, x, y]): Print => [x, y, text]),
  ...['18,400', '7,650', '3,120'].flatMap((text, i): Print[] => [
    [395 - widthOf(text), 105 + 20 * i, text],
    [495 - widthOf(text), 105 + 20 * i, text],
  ]),
]
const spannedCells = [
  '0,0+2x1 施設',
  '0,1+2x1 工事',
  '0,2+1x2 予算額',
  '1,2 本年度',
  '1,3 前年度',
  '2,0+2x1 本館',
  ...['2,1 外壁', '2,2 18,400', '2,3 18,400', '3,1 空調', '3,2 7,650', '3,3 7,650'],
  ...['4,0 別館', '4,1 屋根', '4,2 3,120', '4,3 3,120'],
]
const at = (y: number, ...parts: readonly (readonly [number, number])[]): Shape[] =>
  parts.map(([x0, x1]) => stroked(x0, y, x1, y))
describe('cells span what no rule parts', () => {
  it.each([
    [
      'level rules cell by cell',
      [
        ...at(60, [50, 200], [200, 300], [300, 500]),
        ...at(80, ...columns.slice(2)),
        ...at(100, ...columns),
        ...at(120, ...columns.slice(1)),
        ...at(140, ...columns),
        ...at(160, ...columns),
      ],
    ],
    [
      'level rules',
      [
        ...at(60, [50, 500]),
        ...at(80, [300, 500]),
        ...at(100, [50, 500]),
        ...at(120, [200, 500]),
        ...at(140, [50, 500]),
        ...at(160, [50, 500]),
      ],
    ],
  ])('%s', (_, shapes) => {
    expect(cellTexts(layoutOf(spanned, shapes))).toEqual([spannedCells])
  })
})

describe('no table', () => {
  const list: readonly Print[] = ['11,050千円', '1,350千円', '830千円'].flatMap((amount, i): Print[] => [
    [60, 105 + 20 * i, '・観光地の再生'],
    [300 - widthOf(amount), 105 + 20 * i, amount],
  ])
  const text: readonly Print[] = [100, 120, 140, 160].map((y): Print => [60, y, '研究の環境を整え、人材を育てる。'])

  it.each<[string, readonly Print[], readonly Shape[]]>([
    ['a list of amounts with their unit in a box', list, [stroked(40, 90, 400, 180)]],
    ['texts between level rules', text, levels(whole, [2, 3, 4, 5])],
    ['texts on stripes', text, stripes(columns, [2, 4])],
  ])('%s', (_, words, shapes) => {
    expect(cellTexts(layoutOf(words, shapes))).toEqual([])
  })
})
