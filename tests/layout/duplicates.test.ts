import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutOf, lineTexts, type Print } from './pages.js'

const cases: readonly (readonly [what: string, prints: readonly Print[], lines: readonly string[]])[] = [
  [
    'fake bold a third of a point apart',
    [
      [10, 10, '年度予算'],
      [10.3, 10, '年度予算'],
    ],
    ['年度予算'],
  ],
  [
    'fake bold glyph by glyph',
    [
      [10, 10, '年'],
      [10.3, 10, '年'],
      [20, 10, '度'],
      [20.3, 10, '度'],
    ],
    ['年度'],
  ],
  [
    'fake bold painted three times',
    [
      [10, 10, '案'],
      [10.2, 10, '案'],
      [10.4, 10, '案'],
    ],
    ['案'],
  ],
  [
    'a shadow below and beside',
    [
      [11, 11, '題名', { colour: '#888888' }],
      [10, 10, '題名'],
    ],
    ['題名'],
  ],
  [
    'fake bold digits',
    [
      [10, 10, '1,111億円'],
      [10.3, 10, '1,111億円'],
    ],
    ['1,111億円'],
  ],
  ['equal digits side by side stay', [[10, 10, '11']], ['11']],
  ['equal digits in groups stay', [[10, 10, '1,111百万円']], ['1,111百万円']],
  ['narrow equal letters stay', [[10, 10, 'll', { pitch: 0.25 }]], ['ll']],
  ['equal kanji side by side stay', [[10, 10, '国国']], ['国国']],
  [
    'the same words on the next line stay',
    [
      [10, 10, '同じ'],
      [10, 24, '同じ'],
    ],
    ['同じ', '同じ'],
  ],
  [
    'other characters on one spot stay',
    [
      [10, 10, '○'],
      [10, 10, '印'],
    ],
    ['○印'],
  ],
  [
    'the same characters in another size stay',
    [
      [10, 10, '大', { size: 20 }],
      [10.5, 10, '大', { size: 9 }],
    ],
    ['大大'],
  ],
]

describe('glyphs painted twice', () => {
  it.each(cases)('%s', (_, prints, lines) => {
    expect(lineTexts(layoutOf(prints))).toEqual(lines)
  })

  it('what is painted twice is bold', () => {
    const made = layoutOf([
      [10, 10, '見出し'],
      [10.3, 10, '見出し'],
    ])
    expect(made.blocks[0]?.lines[0]?.bold).toBe(true)
  })

  it('no text loses a glyph to its neighbours', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1l,年度]{1,12}$/), fc.integer({ min: 6, max: 30 }), (text, size) => {
        expect(lineTexts(layoutOf([[10, 10, text, { size }]]))).toEqual([text])
      }),
    )
  })
})
