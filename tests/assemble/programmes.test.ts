import { describe, expect, it } from 'vitest'
import { filled, type Print } from '../layout/pages.js'
import { namesIn, ofSlides, ofText, type Slide, treeOf } from './documents.js'

const head = ['# 研究の推進', '令和7年度予算額（案） 100億円（90億円）', '']

const texts: readonly (readonly [what: string, lines: readonly string[], tree: readonly string[]])[] = [
  ['a programme alone', head, ['研究の推進']],
  [
    'parts of the page’s programme',
    [...head, '○創発的研究支援事業 25億円'],
    ['研究の推進', '創発的研究支援事業 < 研究の推進'],
  ],
  [
    'a part by its number',
    [...head, '### 2. 先端研究の強化', '30億円', '', '### 2-1. 量子研究事業', '10億円'],
    ['研究の推進', '先端研究の強化 < 研究の推進', '量子研究事業 < 先端研究の強化'],
  ],
  [
    'a part larger than its whole stands beside it',
    [...head, '### 2. 先端研究の強化', '3億円', '', '### 2-1. 量子研究事業', '10億円'],
    ['研究の推進', '先端研究の強化 < 研究の推進', '量子研究事業 < 研究の推進'],
  ],
  [
    'shares of bodies',
    ['# 研究の推進', '令和6年度補正予算額 50億円', '[JST：44億円', 'AMED：6億円]'],
    ['研究の推進', 'JST < 研究の推進', 'AMED < 研究の推進'],
  ],
  [
    'one programme printed twice is one',
    [...head, '○創発的研究支援事業 25億円', '', '# 創発的研究支援事業', '令和7年度予算額（案） 25億円'],
    ['研究の推進', '創発的研究支援事業 < 研究の推進'],
  ],
]

const slide = (title: string, amounts: string, prints: readonly Print[], shapes: Slide[1] = []): Slide => [
  [
    [40, 30, title, { size: 18 }],
    [450, 34, amounts],
    [40, 66, `この事業の背景と目的について述べる${'長い'.repeat(18)}本文の一行である。`],
    ...prints,
  ],
  shapes,
]

const slides: readonly (readonly [what: string, slides: readonly Slide[], tree: readonly string[]])[] = [
  [
    'a box’s programme stands in the page’s',
    [
      slide(
        '未来社会の実現に向けた研究の推進',
        '令和7年度予算額（案） 100億円',
        [
          [50, 104, '創発的研究支援事業', { bold: true }],
          [50, 124, '25億円（20億円）'],
        ],
        [filled(40, 100, 320, 180, '#f4f4f4')],
      ),
    ],
    ['未来社会の実現に向けた研究の推進', '創発的研究支援事業 < 未来社会の実現に向けた研究の推進'],
  ],
  [
    'a section’s programmes have pages of their own',
    [
      slide('5. 研究力の強化と若手人材の育成の推進', '令和7年度予算額（案） 900億円', []),
      slide('創発的研究を長く支える研究支援事業', '令和7年度予算額（案） 25億円', []),
    ],
    ['研究力の強化と若手人材の育成の推進', '創発的研究を長く支える研究支援事業 < 研究力の強化と若手人材の育成の推進'],
  ],
]

describe('the tree of programmes', () => {
  it.each(texts)('%s', async (_, lines, tree) => {
    expect(treeOf(await ofText(...lines))).toEqual(tree)
  })

  it.each(slides)('%s', async (_, pages, tree) => {
    expect(treeOf(await ofSlides(...pages))).toEqual(tree)
  })

  it('a lost name is no name', async () => {
    const made = await ofText('令和7年度予算額（案） 25億円')
    expect([namesIn(made), made.programmes[0]?.nameMissing]).toEqual([['25億円 > ?'], true])
  })

  it('keeps the number and the body that are printed with the name', async () => {
    const made = await ofText('# 3. 創発的研究支援事業 科学技術振興機構', '令和7年度予算額（案） 25億円')
    expect(made.programmes[0]).toMatchObject({
      name: '創発的研究支援事業',
      numbering: '3.',
      executingBody: '科学技術振興機構',
    })
  })
})
