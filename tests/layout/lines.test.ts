import { describe, expect, it } from 'vitest'
import { filled, layoutOf, lineTexts, type Print } from './pages.js'

const texts: readonly (readonly [what: string, prints: readonly Print[], text: string])[] = [
  ['no space between Japanese set loosely', [[10, 10, '研究', { pitch: 1.2 }]], '研究'],
  [
    'a space where Japanese is half an em apart',
    [
      [10, 10, '研究'],
      [36, 10, '推進'],
    ],
    '研究 推進',
  ],
  [
    'a space where Latin words are a fifth of an em apart',
    [
      [10, 10, 'AI'],
      [22.5, 10, 'for'],
    ],
    'AI for',
  ],
  [
    'no space inside a Latin word',
    [
      [10, 10, 'A'],
      [16, 10, 'I'],
    ],
    'AI',
  ],
  ['a printed space is kept once', [[10, 10, 'AI for']], 'AI for'],
  [
    'a tab for a column’s gap',
    [
      [10, 10, '計'],
      [100, 10, '25億円'],
    ],
    '計\t25億円',
  ],
]

describe('the text of a line', () => {
  it.each(texts)('%s', (_, prints, text) => {
    expect(lineTexts(layoutOf(prints))).toEqual([text])
  })

  it('has a box for each unit, empty ones for what is not printed', () => {
    const line = layoutOf([
      [10, 10, '計'],
      [100, 10, '25'],
    ]).blocks[0]?.lines[0]
    expect([...(line?.boxes ?? [])]).toEqual([10, 10, 20, 20, 20, 10, 20, 20, 100, 10, 105, 20, 105, 10, 110, 20])
  })

  it('has a box for each half of a character beyond the basic plane', () => {
    const line = layoutOf([[10, 10, '𠮷']]).blocks[0]?.lines[0]
    expect([...(line?.boxes ?? [])]).toEqual([10, 10, 20, 20, 10, 10, 20, 20])
  })
})

const styles: readonly (readonly [what: string, prints: readonly Print[], style: object])[] = [
  [
    'the size of most',
    [
      [10, 10, '研究推進事業'],
      [70, 8, '注', { size: 5 }],
    ],
    { size: 10 },
  ],
  [
    'the colour of most',
    [
      [10, 10, '研究推進'],
      [50, 10, '新', { colour: '#ff0000' }],
    ],
    { colour: '#000000' },
  ],
  [
    'bold where most is',
    [
      [10, 10, '研究推進', { bold: true }],
      [50, 10, '等'],
    ],
    { bold: true },
  ],
  [
    'not bold where little is',
    [
      [10, 10, '研究推進'],
      [50, 10, '等', { bold: true }],
    ],
    { bold: false },
  ],
]

describe('the style of a line', () => {
  it.each(styles)('%s', (_, prints, style) => {
    expect(layoutOf(prints).blocks[0]?.lines[0]).toMatchObject(style)
  })
})

describe('a line that fills its column', () => {
  const wide: Print = [20, 20, '研究開発を推進するとともに、人材を育成するための取組を']
  const fulls = (prints: readonly Print[], boxes: Parameters<typeof layoutOf>[1] = []): boolean[] =>
    layoutOf(prints, boxes).blocks.flatMap(({ lines }) => lines.map(({ full }) => full))

  it('reaches as far as the widest', () => {
    expect(fulls([wide, [20, 34, '支援する。']])).toEqual([true, false])
  })

  it('may lack a character', () => {
    expect(
      fulls([
        [20, 20, wide[2].slice(1)],
        [20, 34, wide[2]],
      ]),
    ).toEqual([true, true])
  })

  it('reaches the right edge of its box less the margin on the left', () => {
    expect(
      fulls(
        [
          [30, 30, '支援する取組を行う'],
          [30, 44, '事業。'],
        ],
        [filled(20, 20, 130, 70)],
      ),
    ).toEqual([true, false])
  })
})
