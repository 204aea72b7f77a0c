import { describe, expect, it } from 'vitest'
import type { Shape } from '../../src/model/page.js'
import { cellTexts, filled, layoutOf, type Print, ruled, stroked } from './pages.js'

const xs = [50, 150, 250, 350]
const ys = [50, 70, 90, 110]
const rows = [
  ['款', '本年度', '前年度'],
  ['市税', '12,345', '9,876'],
  ['合計', '12,345', '9,876'],
]
const prints: Print[] = rows.flatMap((row, r) => row.map((word, c): Print => [55 + 100 * c, 55 + 20 * r, word]))
const cells = rows.flatMap((row, r) => row.map((word, c) => `${r},${c} ${word}`))

/** A level rule of short pieces. */
const dashes = (y: number, length: number, gap: number): Shape[] => {
  const pieces: Shape[] = []
  for (let x = 50; x + length <= 350; x += length + gap) pieces.push(filled(x, y, x + length, y + 0.5, '#000000'))
  return pieces
}
const uprights = xs.map((x) => stroked(x, 50, x, 110))
const levels = ys.map((y) => stroked(50, y, 350, y))
const tiles = (fills: readonly string[]): Shape[] =>
  rows.flatMap((row, r) =>
    row.map((_, c) => filled(50 + 100 * c, 50 + 20 * r, 149 + 100 * c, 69 + 20 * r, fills[r % fills.length])),
  )

const cases: readonly (readonly [what: string, shapes: readonly Shape[]])[] = [
  ['solid rules', ruled(xs, ys)],
  [
    'dashed rows',
    [...uprights, stroked(50, 50, 350, 50), ...dashes(70, 3, 2), ...dashes(90, 3, 2), stroked(50, 110, 350, 110)],
  ],
  [
    'dotted rows',
    [
      ...uprights,
      stroked(50, 50, 350, 50),
      ...dashes(70, 0.6, 1.5),
      ...dashes(90, 0.6, 1.5),
      stroked(50, 110, 350, 110),
    ],
  ],
  ['double rules', [...ruled(xs, ys), ...levels.map(({ box }) => stroked(box.x0, box.y0 + 1.5, box.x1, box.y1 + 1.5))]],
  [
    'rules broken at their crossings',
    xs.slice(1).flatMap((x, i) => [...ys.map((y) => stroked((xs[i] ?? 0) + 1, y, x - 1, y)), ...uprights]),
  ],
  ['no rules at the left and right sides', [...uprights.slice(1, -1), ...levels]],
  ['no rules at the top and foot', [...uprights, ...levels.slice(1, -1)]],
  ['filled cells without rules', tiles(['#1f497d', '#dce6f1', '#b8cce4'])],
]

describe('a table found by', () => {
  it.each(cases)('%s', (_, shapes) => {
    expect(cellTexts(layoutOf(prints, shapes))).toEqual([cells])
  })
})

describe('rules and fills', () => {
  it('a text that runs over a rule stays whole in its cell', () => {
    const long: Print = [120, 75, '自治宝くじ助成']
    const shown = layoutOf(
      [...prints.filter(([x, y]) => x !== 55 || y !== 75), long].filter(([x, y]) => x !== 155 || y !== 75),
      ruled(xs, ys),
    )
    expect(cellTexts(shown)[0]).toContain('1,1 自治宝くじ助成')
  })

  it('names spread over neighbouring cells are one each', () => {
    const heads: Print[] = [
      [95, 55, '国'],
      [195, 55, '県'],
      [295, 55, '市'],
    ]
    const narrow = ruled([80, 130, 180, 230], ys)
    const body = [1, 2].flatMap((r) => [0, 1, 2].map((c): Print => [85 + 50 * c, 55 + 20 * r, '1,234']))
    const close = heads.map(([, y, word], i): Print => [100 + 50 * i, y, word])
    expect(cellTexts(layoutOf([...close, ...body], narrow))[0]?.slice(0, 3)).toEqual(['0,0 国', '0,1 県', '0,2 市'])
  })

  it('a row alone is a table only with money in it', () => {
    const row = (words: readonly string[]) =>
      layoutOf(
        words.map((word, c): Print => [55 + 100 * c, 55, word]),
        ruled(xs, [50, 70]),
      )
    expect(cellTexts(row(['総合計', '31,381,823', '1,948']))).toEqual([['0,0 総合計', '0,1 31,381,823', '0,2 1,948']])
    expect(cellTexts(row(['令和6', '令和7', '令和8']))).toEqual([])
  })

  it('bars of a drawing are no cells', () => {
    const bars = [0, 1, 2, 3].map((i) => filled(60 + 70 * i, 150 - 20 * i, 100 + 70 * i, 200))
    const words = [0, 1, 2, 3].map((i): Print => [65 + 70 * i, 155 - 20 * i, '8,000'])
    const units = [0, 1, 2, 3].map((i): Print => [65 + 70 * i, 166 - 20 * i, '万円'])
    const grid = [stroked(50, 100, 350, 100), stroked(50, 150, 350, 150), stroked(50, 200, 350, 200)]
    expect(cellTexts(layoutOf([...words, ...units], [...bars, ...grid]))).toEqual([])
  })

  it('upright writing in a cell is part of the table', () => {
    const shown = layoutOf([...prints.slice(1), [60, 52, '内訳', { vertical: true, size: 8 }]], ruled(xs, ys))
    expect(cellTexts(shown)[0]?.[0]).toBe('0,0 内訳')
  })
})
