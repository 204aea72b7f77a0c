import { describe, expect, it } from 'vitest'
import { blockTexts, filled, layoutOf, type Print } from './pages.js'

/** A tab in a line stands for a gap between two segments. */
const cases: readonly (readonly [what: string, prints: readonly Print[], blocks: readonly (readonly string[])[]])[] = [
  [
    'runs that touch are one segment',
    [
      [10, 10, '令和7'],
      [35, 10, '年度'],
    ],
    [['令和7年度']],
  ],
  [
    'a gap under an em is a space at most',
    [
      [10, 10, '令和'],
      [38, 10, '予算'],
    ],
    [['令和 予算']],
  ],
  [
    'a column’s gap parts a row',
    [
      [10, 10, '要求額'],
      [60, 10, '25億円'],
    ],
    [['要求額\t25億円']],
  ],
  [
    'a printed space needs a wider gap',
    [
      [10, 10, '要求額 '],
      [60, 10, '25億円'],
    ],
    [['要求額 25億円']],
  ],
  [
    'printed spaces over a wide gap are a column’s gap',
    [
      [10, 10, '要求額 '],
      [90, 10, '25億円'],
    ],
    [['要求額\t25億円']],
  ],
  [
    'evenly spaced characters are one name',
    [
      [10, 10, '文'],
      [40, 10, '書'],
      [70, 10, '費'],
    ],
    [['文 書 費']],
  ],
  [
    'unevenly spaced characters are not',
    [
      [10, 10, '款'],
      [40, 10, '項'],
      [120, 10, '目'],
    ],
    [['款 項\t目']],
  ],
  [
    'a superscript joins its line',
    [
      [10, 10, '成果'],
      [30, 8, '2', { size: 5 }],
      [34, 10, 'を'],
    ],
    [['成果2を']],
  ],
  [
    'a subscript joins its line',
    [
      [10, 10, 'CO'],
      [20, 14, '2', { size: 6 }],
      [24, 10, '削減'],
    ],
    [['CO2削減']],
  ],
  [
    'a baseline that shakes by a point is one line',
    [
      [10, 10, '事業'],
      [30, 11, '概要'],
    ],
    [['事業概要']],
  ],
  [
    'lines above one another are two',
    [
      [10, 10, '事業'],
      [10, 24, '概要'],
    ],
    [['事業', '概要']],
  ],
]

describe('segments', () => {
  it.each(cases)('%s', (_, prints, blocks) => {
    expect(blockTexts(layoutOf(prints))).toEqual(blocks)
  })

  it('do not cross the edge of a box', () => {
    const prints: Print[] = [
      [20, 15, '概要'],
      [45, 15, '予算'],
    ]
    const boxes = [filled(10, 10, 42, 30), filled(43, 10, 80, 30)]
    expect(blockTexts(layoutOf(prints, boxes))).toEqual([['概要'], ['予算']])
  })
})
