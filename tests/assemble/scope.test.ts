import { describe, expect, it } from 'vitest'
import { filled, type Print } from '../layout/pages.js'
import { namesIn, ofSlides, ofText, ruleOf, type Slide, termsIn } from './documents.js'

const headline = ['令和7年度予算額（案） 100億円', '']

const texts: readonly (readonly [what: string, lines: readonly string[], names: readonly string[]])[] = [
  ['the heading above', ['# 創発的研究支援事業', '令和7年度予算額（案） 25億円'], ['25億円 > 創発的研究支援事業']],
  [
    'the last heading above',
    ['# 研究の推進', ...headline, '## 創発的研究支援事業', '', '25億円'],
    ['100億円 > 研究の推進', '25億円 > 創発的研究支援事業'],
  ],
  [
    'the name on the line',
    ['# 研究の推進', ...headline, '○創発的研究支援事業 25億円（20億円）'],
    ['100億円 > 研究の推進', '25億円 > 創発的研究支援事業', '20億円 > 創発的研究支援事業'],
  ],
  [
    'not a generic heading',
    ['# 創発的研究支援事業', ...headline, '## 事業概要', '', '最大7億円/年'],
    ['100億円 > 創発的研究支援事業', '7億円 > 創発的研究支援事業'],
  ],
  [
    'not a gloss',
    ['# 創発的研究支援事業', '～若手の挑戦～', '令和7年度予算額（案） 25億円'],
    ['25億円 > 創発的研究支援事業'],
  ],
  [
    'not a body below the heading',
    ['# 創発的研究支援事業', '科学技術振興機構', '令和7年度予算額（案） 25億円'],
    ['25億円 > 創発的研究支援事業'],
  ],
  [
    'the item of the list above',
    ['# 研究の推進', ...headline, '○創発的研究支援事業 25億円', '  最大700万円/年'],
    ['100億円 > 研究の推進', '25億円 > 創発的研究支援事業', '700万円 > 創発的研究支援事業'],
  ],
  [
    'bodies that share, under the programme',
    ['# 研究の推進', '令和6年度補正予算額 50億円', '[JST：44億円', 'AMED：6億円]'],
    ['50億円 > 研究の推進', '44億円 > JST', '6億円 > AMED'],
  ],
  [
    'no programme for other money',
    ['# 研究の推進', ...headline, '世界の市場は25億円に達し、今後も拡大が見込まれる。'],
    ['100億円 > 研究の推進', '25億円 > -'],
  ],
  [
    'the heading in front, where first words are its shorthand',
    ['# 科研費・国際先導研究', ...headline, '科研費 令和6年度補正予算額 110億円'],
    ['100億円 > 科研費・国際先導研究', '110億円 > 科研費・国際先導研究'],
  ],
]

describe('the programme of a figure in a text file', () => {
  it.each(texts)('%s', async (_, lines, names) => {
    expect(namesIn(await ofText(...lines))).toEqual(names)
  })
})

/** A slide with a title, its amounts and a line of text over the whole width. */
const slide = (prints: readonly Print[], shapes: Slide[1] = []): Slide => [
  [
    [40, 30, '未来社会の実現に向けた研究の推進', { size: 18 }],
    [450, 34, '令和7年度予算額（案） 100億円'],
    ...prints,
    [40, 66, `この事業の背景と目的について述べる${'長い'.repeat(18)}本文の一行である。`],
  ],
  shapes,
]
const bold = { bold: true } as const

const slides: readonly (readonly [what: string, slide: Slide, names: readonly string[]])[] = [
  ['the title', slide([]), ['100億円 > 未来社会の実現に向けた研究の推進']],
  [
    'the heading of the box',
    slide(
      [
        [50, 104, '創発的研究支援事業', bold],
        [50, 124, '25億円'],
      ],
      [filled(40, 100, 320, 180, '#f4f4f4')],
    ),
    ['100億円 > 未来社会の実現に向けた研究の推進', '25億円 > 創発的研究支援事業'],
  ],
  [
    'the bar of the box',
    slide(
      [
        [50, 104, '創発的研究支援事業'],
        [50, 130, '25億円'],
      ],
      [filled(40, 100, 320, 180, '#f4f4f4'), filled(40, 100, 320, 118, '#bbccdd')],
    ),
    ['100億円 > 未来社会の実現に向けた研究の推進', '25億円 > 創発的研究支援事業'],
  ],
  [
    'each box its own',
    slide(
      [
        [50, 104, '創発的研究支援事業', bold],
        [50, 124, '25億円'],
        [370, 104, '量子研究プログラム', bold],
        [370, 124, '15億円'],
      ],
      [filled(40, 100, 320, 180, '#f4f4f4'), filled(360, 100, 640, 180, '#f4f4f4')],
    ),
    ['100億円 > 未来社会の実現に向けた研究の推進', '25億円 > 創発的研究支援事業', '15億円 > 量子研究プログラム'],
  ],
  [
    'a box’s heading does not reach beyond it',
    slide(
      [
        [50, 104, '創発的研究支援事業', bold],
        [50, 124, '25億円'],
        [40, 220, '令和6年度補正予算額 50億円'],
      ],
      [filled(40, 100, 320, 180, '#f4f4f4')],
    ),
    [
      '100億円 > 未来社会の実現に向けた研究の推進',
      '25億円 > 創発的研究支援事業',
      '50億円 > 未来社会の実現に向けた研究の推進',
    ],
  ],
  [
    'headings of columns without boxes',
    slide([
      [50, 104, '創発的研究支援事業', bold],
      [50, 114, `若手の研究者の挑戦を支える${'取組'.repeat(6)}を行う。`],
      [50, 124, `若手の研究者の挑戦を支える${'取組'.repeat(6)}を行う。`],
      [50, 144, '25億円'],
      [370, 104, '量子研究プログラム', bold],
      [370, 114, `量子の研究を進める${'取組'.repeat(7)}を行う。`],
      [370, 124, `量子の研究を進める${'取組'.repeat(7)}を行う。`],
      [370, 144, '15億円'],
    ]),
    ['100億円 > 未来社会の実現に向けた研究の推進', '25億円 > 創発的研究支援事業', '15億円 > 量子研究プログラム'],
  ],
  [
    'the title, below a generic bar',
    slide(
      [
        [50, 104, '事業概要'],
        [50, 130, '最大7億円/年'],
      ],
      [filled(40, 100, 320, 180, '#f4f4f4'), filled(40, 100, 320, 118, '#bbccdd')],
    ),
    ['100億円 > 未来社会の実現に向けた研究の推進', '7億円 > 未来社会の実現に向けた研究の推進'],
  ],
]

describe('the programme of a figure on a slide', () => {
  it.each(slides)('%s', async (_, made, names) => {
    expect(namesIn(await ofSlides(made))).toEqual(names)
  })

  it('does not come from another page', async () => {
    const made = await ofSlides(
      slide([
        [40, 100, '創発的研究支援事業', bold],
        [40, 130, '25億円'],
      ]),
      [
        [
          [40, 100, '令和7年度予算額（案） 30億円'],
          [40, 300, 'この取組は来年度に始まる予定である'],
        ],
      ],
    )
    expect(namesIn(made).at(-1)).toBe('30億円 > ?')
  })
})

describe('headings in a row above several groups of amounts', () => {
  const stacked = [
    '# 未来社会の実現に向けた研究の推進',
    ...headline,
    '## ■創発的研究支援事業',
    '',
    '## ■量子研究プログラム',
    '',
    '25億円（20億円）',
    '',
    '若手を支える取組の一つである。',
    '',
    '15億円（10億円）',
  ]

  it('go to them in order', async () => {
    expect(namesIn(await ofText(...stacked)).slice(1)).toEqual([
      '25億円 > 創発的研究支援事業',
      '20億円 > 創発的研究支援事業',
      '15億円 > 量子研究プログラム',
      '10億円 > 量子研究プログラム',
    ])
  })

  it('and ask for review', async () => {
    const { drafts } = await ofText(...stacked)
    expect(drafts[1]?.decisions.find(({ field }) => field === 'programme')?.sure).toBe(false)
  })
})

describe('a label on a bar of its own', () => {
  const panel = slide(
    [
      [50, 104, '令和6年度第2次補正予算額'],
      [50, 130, '○創発的研究支援事業 25億円'],
    ],
    [filled(40, 100, 320, 180, '#f4f4f4'), filled(40, 100, 320, 118, '#bbccdd')],
  )

  it('heads the panel around it', async () => {
    expect(termsIn(await ofSlides(panel))).toEqual(['100億円 budget 2025 draft', '25億円 budget 2024 supplementary'])
  })
})

describe('the rule that named the programme', () => {
  it.each([
    ['page_title', slide([]), 0],
    ['same_line', slide([[40, 100, '○創発的研究支援事業 25億円']]), 1],
    [
      'box_heading',
      slide(
        [
          [50, 104, '創発的研究支援事業', bold],
          [50, 124, '25億円'],
        ],
        [filled(40, 100, 320, 180, '#f4f4f4')],
      ),
      1,
    ],
    [
      'line_above',
      slide([
        [40, 110, '創発的研究支援事業'],
        [40, 140, '25億円'],
      ]),
      1,
    ],
    ['body_of_label', slide([[40, 100, '令和6年度補正予算額（AMED） 25億円']]), 1],
  ] as const)('%s', async (rule, made, at) => {
    expect(ruleOf((await ofSlides(made)).drafts[at], 'programme')).toBe(rule)
  })
})
