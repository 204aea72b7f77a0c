import { describe, expect, it } from 'vitest'
import { layoutOf, lineTexts, type Print } from './pages.js'

const cases: readonly (readonly [what: string, prints: readonly Print[], lines: readonly string[]])[] = [
  ['hidden text under a scan is read', [[10, 10, '予算', { hidden: true }]], ['予算']],
  [
    'hidden text beside visible text is not',
    [
      [10, 10, '予算'],
      [10, 40, '秘密', { hidden: true }],
    ],
    ['予算'],
  ],
  ['a page without text has no lines', [], []],
  ['spaces alone are no line', [[10, 10, '  ']], []],
]

describe('what a reader sees', () => {
  it.each(cases)('%s', (_, prints, lines) => {
    expect(lineTexts(layoutOf(prints))).toEqual(lines)
  })
})
