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
