import { describe, expect, it } from 'vitest'
import type { Shape } from '../../src/model/page.js'
import { cellTexts, filled, layoutOf, lineTexts, type Print, ruled, stroked } from './pages.js'

const xs = [50, 150, 250, 350]
const ys = [50, 70, 90, 110]

/** Words in the middle of each cell of a table of three columns. */
const words = (rows: readonly (readonly string[])[], left = 55, top = 55): Print[] =>
  rows.flatMap((row, r) => row.map((word, c): Print => [left + 100 * c, top + 20 * r, word]))

const plain = ['0,0 区分', '0,1 要求額', '0,2 前年度', '1,0 事業', '1,1 25億円', '1,2 20億円', '2,0 計', '2,1 30億円']
const plainWords = words([
  ['区分', '要求額', '前年度'],
  ['事業', '25億円', '20億円'],
  ['計', '30億円'],
])

const cases: readonly (readonly [
  what: string,
  prints: readonly Print[],
  shapes: readonly Shape[],
  cells: readonly (readonly string[])[],
])[] = [
  ['ruled with strokes', plainWords, ruled(xs, ys), [plain]],
  ['ruled with thin rectangles', plainWords, ruled(xs, ys, true), [plain]],
  [
    'drawn cell by cell',
    plainWords,
    ys.slice(0, -1).flatMap((y, r) => xs.slice(0, -1).map((x, c) => stroked(x, y, xs[c + 1] ?? 0, ys[r + 1] ?? 0))),
    [plain],
  ],
  ['rules that miss each other by a point', plainWords, [...ruled(xs, ys), stroked(50, 71, 350, 71)], [plain]],
  [
    'a head over two columns',
    [
      [55, 55, '区分'],
      [155, 55, '予算額'],
      [55, 75, '事業'],
      [155, 75, '25億円'],
      [255, 75, '20億円'],
    ],
    [
      ...[50, 70, 90].map((y) => stroked(50, y, 350, y)),
      ...[50, 150, 350].map((x) => stroked(x, 50, x, 90)),
      stroked(250, 70, 250, 90),
    ],
    [['0,0 区分', '0,1+1x2 予算額', '1,0 事業', '1,1 25億円', '1,2 20億円']],
  ],
  [
    'a cell over two rows',
    [
      [55, 65, '区分'],
      [155, 55, '一'],
      [155, 75, '二'],
      [55, 95, '計'],
      [155, 95, '三'],
    ],
    [
      ...[50, 90, 110].map((y) => stroked(50, y, 250, y)),
      stroked(150, 70, 250, 70),
      ...[50, 150, 250].map((x) => stroked(x, 50, x, 110)),
    ],
    [['0,0+2x1 区分', '0,1 一', '1,1 二', '2,0 計', '2,1 三']],
  ],
  [
    'two lines in a cell',
    [
      [55, 52, '事業の', { size: 8 }],
      [55, 61, '名前', { size: 8 }],
      [155, 55, '25億円'],
      [55, 75, '計'],
      [155, 75, '30億円'],
    ],
    ruled([50, 150, 250], [50, 70, 90]),
    [['0,0 事業の/名前', '0,1 25億円', '1,0 計', '1,1 30億円']],
  ],
  [
    'two tables on a page',
    [
      ...words([
        ['左', '一'],
        ['右', '二'],
      ]),
      ...words(
        [
          ['上', '三'],
          ['下', '四'],
        ],
        55,
        255,
      ),
    ],
    [...ruled([50, 150, 250], [50, 70, 90]), ...ruled([50, 150, 250], [250, 270, 290])],
    [
      ['0,0 左', '0,1 一', '1,0 右', '1,1 二'],
      ['0,0 上', '0,1 三', '1,0 下', '1,1 四'],
    ],
  ],
  [
    'a box with a header bar is none',
    words([['見出し'], ['本文']]),
    [stroked(50, 50, 350, 110), filled(50, 50, 350, 70)],
    [],
  ],
  ['a box is none', words([['見出し'], ['本文']]), [stroked(50, 50, 350, 110)], []],
  [
    'ruled boxes with little in them are none',
    words([['見出し'], ['本文', '注']]),
    ruled([50, 150, 250], [50, 70, 90]),
    [],
  ],
  ['a single row is none', words([['左', '中', '右']]), ruled(xs, [50, 70]), []],
  ['a single column is none', words([['上'], ['中'], ['下']]), ruled([50, 150], ys), []],
  [
    'boxes that do not touch are none',
    words([['左', '右']]),
    [stroked(50, 50, 140, 70), stroked(150, 50, 240, 70)],
    [],
  ],
]

describe('ruled tables', () => {
  it.each(cases)('%s', (_, prints, shapes, cells) => {
    expect(cellTexts(layoutOf(prints, shapes))).toEqual(cells)
  })

  it('lose no text that stands beside them', () => {
    const made = layoutOf([[55, 20, '表の題'], ...plainWords, [55, 130, '表の注']], ruled(xs, ys))
    expect(lineTexts(made)).toEqual(['表の題', '表の注'])
    expect(made.blocks.map(({ kind }) => kind === 'table')).toEqual([false, true, false])
  })
})
