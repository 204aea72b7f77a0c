import { expect, it } from 'vitest'
import { headWordsOf } from '../../src/book/head-words.js'
import { printOf } from './prints.js'

/** Lines of a head, and from where to where each of its words reaches in letters. */
const cases: readonly (readonly [string, readonly (readonly [number, number])[]])[] = [
  [
    '本年度予算額前年度予算額',
    [
      [0, 6],
      [6, 12],
    ],
  ],
  ['比　　較', [[0, 4]]],
  [
    '前年度\t　　比　較',
    [
      [0, 3],
      [6, 9],
    ],
  ],
  ['説\t　　　　明', [[0, 7]]],
  [
    '款　　項　　目',
    [
      [0, 1],
      [3, 4],
      [6, 7],
    ],
  ],
  ['款項目', [[0, 3]]],
  [
    '区分　金額　説明',
    [
      [0, 2],
      [3, 5],
      [6, 8],
    ],
  ],
  ['うちわけのこと', [[0, 7]]],
  ['予算額（Ａ）', [[0, 6]]],
]

it.each(cases)('%s', (text, words) => {
  expect(headWordsOf([printOf(text)]).map(({ x0, x1 }) => [x0 / 10, x1 / 10])).toEqual(words)
})
