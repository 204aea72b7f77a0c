import { describe, expect, it } from 'vitest'
import { type Print, ruled, stroked } from '../../layout/pages.js'
import { namesIn, ofSlides, ruleOf, type Slide, termsIn } from '../documents.js'

const body: Print = [40, 66, `この事業の背景と目的について述べる${'長い'.repeat(18)}本文の一行である。`]

/** A slide with a title, its amounts and a table, each cell 150 points wide and 20 high. */
const slide = (rows: readonly (readonly string[])[], shapes?: Slide[1]): Slide => {
  const columns = Math.max(...rows.map((row) => row.length))
  const xs = Array.from({ length: columns + 1 }, (_, i) => 40 + 150 * i)
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => 100 + 20 * i)
  return [
    [
      [40, 30, '未来社会の実現に向けた研究の推進', { size: 18 }],
      [450, 34, '令和7年度予算額（案） 100億円'],
      ...rows.flatMap((row, r) => row.map((word, c): Print => [44 + 150 * c, 105 + 20 * r, word])),
      body,
    ],
    shapes ?? ruled(xs, ys),
  ]
}

const cases: readonly (readonly [what: string, slide: Slide, names: readonly string[], terms: readonly string[]])[] = [
  [
    'columns headed by labels, rows by names',
    slide([
      ['事業名', '令和7年度予算額（案）', '前年度予算額'],
      ['創発的研究支援事業', '25億円', '20億円'],
      ['量子研究プログラム', '15億円', '10億円'],
    ]),
    [
      '25億円 > 創発的研究支援事業',
      '20億円 > 創発的研究支援事業',
      '15億円 > 量子研究プログラム',
      '10億円 > 量子研究プログラム',
    ],
    [
      '25億円 budget 2025 draft',
      '20億円 comparison 2024 enacted',
      '15億円 budget 2025 draft',
      '10億円 comparison 2024 enacted',
    ],
  ],
  [
    'a column of supplementary budgets',
    slide([
      ['事業名', '令和6年度補正予算額', '令和7年度予算額（案）'],
      ['創発的研究支援事業', '5億円', '25億円'],
    ]),
    ['5億円 > 創発的研究支援事業', '25億円 > 創発的研究支援事業'],
    ['5億円 budget 2024 supplementary', '25億円 budget 2025 draft'],
  ],
  [
    'rows headed by labels: the title’s own',
    slide([
      ['令和7年度要求額', '25億円'],
      ['前年度予算額', '20億円'],
    ]),
    ['25億円 > 未来社会の実現に向けた研究の推進', '20億円 > 未来社会の実現に向けた研究の推進'],
    ['25億円 budget 2025 request', '20億円 comparison 2024 enacted'],
  ],
  [
    'a head over two columns gives its year',
    slide(
      [
        ['事業名', '令和7年度'],
        ['', '要求額', '要望額'],
        ['創発的研究支援事業', '25億円', '5億円'],
      ],
      [
        ...[100, 140, 160].map((y) => stroked(40, y, 490, y)),
        stroked(190, 120, 490, 120),
        ...[40, 190, 490].map((x) => stroked(x, 100, x, 160)),
        stroked(340, 120, 340, 160),
      ],
    ),
    ['25億円 > 創発的研究支援事業', '5億円 > 創発的研究支援事業'],
    ['25億円 budget 2025 request', '5億円 budget 2025 request'],
  ],
  [
    'scales of support under the head of their column',
    slide([
      ['区分', '支援規模', '期間'],
      ['大学', '3,000万円', '5年'],
      ['企業', '1億円', '3年'],
    ]),
    ['3,000万円 > 未来社会の実現に向けた研究の推進', '1億円 > 未来社会の実現に向けた研究の推進'],
    ['3,000万円 rate - -', '1億円 rate - -'],
  ],
  [
    'scales of support beside the head of their row',
    slide([
      ['支援対象', '大学等の研究機関'],
      ['支援規模', '1,500万円'],
    ]),
    ['1,500万円 > 未来社会の実現に向けた研究の推進'],
    ['1,500万円 rate - -'],
  ],
]

describe('figures in a ruled table', () => {
  it.each(cases)('%s', async (_, made, names, terms) => {
    const assembly = await ofSlides(made)
    expect(namesIn(assembly).slice(1)).toEqual(names)
    expect(termsIn(assembly).slice(1)).toEqual(terms)
  })

  it('remarks of a row hold for its figures', async () => {
    const made = await ofSlides(
      slide([
        ['事業名', '令和7年度予算額（案）', '備考'],
        ['創発的研究支援事業', '25億円', '新規'],
        ['量子研究プログラム', '15億円', '一部再掲'],
      ]),
    )
    expect(made.drafts.slice(1).map(({ isNew, reposted }) => [isNew, reposted])).toEqual([
      [true, 'none'],
      [false, 'partial'],
    ])
  })

  it('a figure is compared with the budget of its row', async () => {
    const { drafts } = await ofSlides(cases[0]?.[1] as Slide)
    expect(drafts.map(({ compares }) => compares)).toEqual([null, null, 1, null, 3])
  })

  it.each([
    ['金額', '創発的研究支援事業', '25億円', 'budget', ' > 創発的研究支援事業'],
    ['支援規模', '創発的研究支援事業', '25億円', 'rate', ' > 未来社会の実現に向けた研究の推進'],
    ['補助額', '量子研究プログラム', '1,500万円', 'rate', ' > 未来社会の実現に向けた研究の推進'],
  ])('names in the head over a row of %s', async (head, name, value, role, programme) => {
    const made = await ofSlides(
      slide([
        ['事業名', name, '次世代計算基盤の整備'],
        [head, value, '5億円'],
      ]),
    )
    expect(made.drafts.slice(1).map((draft) => [draft.role, ruleOf(draft, 'role')])).toEqual([
      [role, 'row_word'],
      [role, 'row_word'],
    ])
    if (role === 'budget') expect(namesIn(made).at(1)).toBe(value + programme)
  })
})
