import { describe, expect, it } from 'vitest'
import type { BlockKind } from '../../src/model/block.js'
import type { Shape } from '../../src/model/page.js'
import { blockWith, filled, layoutOf, lineTexts, type Print } from './pages.js'

const body: readonly Print[] = [0, 1, 2, 3, 4].map(
  (i): Print => [40, 200 + 14 * i, 'この事業の背景と課題について述べる文の一行。'],
)
const dark = '#1f3864'
const white = { colour: '#ffffff' } as const

const cases: readonly (readonly [
  what: string,
  prints: readonly Print[],
  shapes: readonly Shape[],
  text: string,
  kind: BlockKind,
])[] = [
  ['a large line at the head', [[40, 30, '研究の推進', { size: 18 }], ...body], [], '研究の推進', 'title'],
  ['a line of the body’s size is no title', [[40, 30, '研究の推進'], ...body], [], '研究の推進', 'text'],
  [
    'light on a dark bar',
    [[40, 30, '研究の推進', white], ...body],
    [filled(20, 22, 680, 48, dark)],
    '研究の推進',
    'title',
  ],
  [
    'dark on a light bar is no title',
    [[40, 30, '研究の推進'], ...body],
    [filled(20, 22, 680, 48, '#eeeeee')],
    '研究の推進',
    'heading',
  ],
  ['a large line in the middle is no title', [[40, 160, '研究', { size: 18 }], ...body], [], '研究', 'heading'],
  [
    'the title of the second slide on the sheet',
    [[40, 30, '左の題', { size: 18 }], [400, 30, '右の題', { size: 18 }], ...body],
    [],
    '右の題',
    'title',
  ],
  [
    'the second line of a title',
    [[40, 30, '研究の推進', { size: 18 }], [40, 52, '及び人材の育成', { size: 18 }], ...body],
    [],
    '及び人材',
    'title',
  ],
  [
    'amounts beside the title',
    [[40, 30, '研究の推進', { size: 18 }], [450, 30, '令和7年度要求額 25億円'], ...body],
    [],
    '25億円',
    'amounts',
  ],
  [
    'amounts in a box beside the title',
    [[40, 30, '研究の推進', { size: 18 }], [450, 26, '要求額 25億円'], [450, 40, '(前年度 20億円)'], ...body],
    [filled(440, 20, 660, 56, '#ffffff')],
    '25億円',
    'amounts',
  ],
  [
    'what stands below the title is none',
    [[40, 30, '研究', { size: 18 }], [40, 80, '25億円'], ...body],
    [],
    '25億円',
    'text',
  ],
  ['a heading bar', [[45, 184, '背景・課題'], ...body], [filled(40, 180, 300, 196, '#cccccc')], '背景', 'heading'],
  ['a bold line above plain ones', [[40, 170, '背景・課題', { bold: true }], ...body], [], '背景・課題', 'heading'],
  ['a larger line above', [[40, 170, '背景・課題', { size: 12 }], ...body], [], '背景・課題', 'heading'],
  ['a plain line is text', [[40, 170, 'その他の事項'], ...body], [], 'その他', 'text'],
  ['a page number at the foot', [...body, [340, 480, '- 12 -']], [], '12', 'furniture'],
  ['a page number with the count of pages', [...body, [340, 480, '12/40']], [], '12/40', 'furniture'],
  ['a page number at the head', [[340, 10, 'p. 7'], ...body], [], '7', 'furniture'],
  ['a number in the middle of a page is none', [...body, [340, 300, '12']], [], '12', 'text'],
  ['words at the foot are none', [...body, [340, 480, '12 事業']], [], '事業', 'text'],
  [
    'small readings above a word',
    [
      [46, 194, 'そうはつ', { size: 5 }],
      [40, 200, '創発的研究支援事業'],
      [40, 214, '若手の研究者を長く支える。'],
    ],
    [],
    'そうはつ',
    'ruby',
  ],
  ['kana of the same size are none', [[46, 185, 'そうはつ'], ...body], [], 'そうはつ', 'text'],
]

describe('kinds of blocks', () => {
  it.each(cases)('%s', (_, prints, shapes, text, kind) => {
    expect(blockWith(layoutOf(prints, shapes), text)?.kind).toBe(kind)
  })

  it('a title of two lines is one name', () => {
    const made = layoutOf([[40, 30, '研究の推進', { size: 18 }], [40, 52, '及び育成', { size: 18 }], ...body])
    expect(made.blocks[0]?.lines.map(({ full }) => full)).toEqual([true, false])
  })

  it('a block of its kind loses no line', () => {
    expect(lineTexts(layoutOf([[40, 30, '題', { size: 18 }], ...body]))).toHaveLength(6)
  })
})
