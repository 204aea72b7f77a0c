import { describe, expect, it } from 'vitest'
import { ofSlides, ofText, ruleOf, termsIn } from './documents.js'

const cases: readonly (readonly [what: string, lines: readonly string[], terms: readonly string[]])[] = [
  ['a printed label', ['令和7年度予算額（案） 25億円'], ['25億円 budget 2025 draft']],
  ['a request', ['令和3年度要求・要望額 77,599百万円'], ['77,599百万円 budget 2021 request']],
  ['an enacted budget', ['令和5年度予算額 41億円'], ['41億円 budget 2023 enacted']],
  [
    'the previous year in its own words',
    ['令和7年度予算額（案） 25億円', '（前年度予算額 20億円）'],
    ['25億円 budget 2025 draft', '20億円 comparison 2024 enacted'],
  ],
  [
    'the previous year in brackets',
    ['令和7年度要求額 25億円（20億円）'],
    ['25億円 budget 2025 request', '20億円 comparison 2024 enacted'],
  ],
  [
    'the previous year with its number',
    ['令和2年度要求額 25億円', '（令和元年度予算額 20億円）'],
    ['25億円 budget 2020 request', '20億円 budget 2019 enacted'],
  ],
  [
    'a supplementary budget with its year',
    ['令和7年度予算額（案） 25億円', '令和6年度補正予算額 100億円'],
    ['25億円 budget 2025 draft', '100億円 budget 2024 supplementary'],
  ],
  ['a supplementary draft', ['令和2年度第3次補正予算額(案) 100億円'], ['100億円 budget 2020 supplementary_draft']],
  [
    'a supplementary budget without a year is of neither',
    ['令和7年度予算額（案） 25億円', '補正予算額 100億円'],
    ['25億円 budget 2025 draft', '100億円 budget - supplementary'],
  ],
  [
    'year and stage come from the headline above',
    ['# 研究の推進', '令和7年度予算額（案） 100億円', '', '○創発的研究支援事業 25億円（20億円）'],
    ['100億円 budget 2025 draft', '25億円 budget 2025 draft', '20億円 comparison 2024 enacted'],
  ],
  [
    'a label without a year takes that of the headline',
    ['# 研究の推進', '令和8年度要求・要望額 100億円', '', '要求・要望額： 25億円'],
    ['100億円 budget 2026 request', '25億円 budget 2026 request'],
  ],
  [
    'the last headline above holds',
    [
      '# 研究の推進',
      '令和7年度予算額（案） 100億円',
      '',
      '# 教育の推進',
      '令和6年度予算額 50億円',
      '',
      '○学校支援事業 5億円',
    ],
    ['100億円 budget 2025 draft', '50億円 budget 2024 enacted', '5億円 budget 2024 enacted'],
  ],
  [
    'the era’s first year',
    ['令和元年度予算額 5億円', '平成31年度予算額 6億円', '平成30年度予算額 7億円'],
    ['5億円 budget 2019 enacted', '6億円 budget 2019 enacted', '7億円 budget 2018 enacted'],
  ],
  [
    'a scale of support has neither',
    ['令和7年度予算額（案） 25億円', '', '最大7億円/年×10年'],
    ['25億円 budget 2025 draft', '7億円 rate - -'],
  ],
]

describe('year and stage', () => {
  it.each(cases)('%s', async (_, lines, terms) => {
    expect(termsIn(await ofText(...lines))).toEqual(terms)
  })
})

describe('the rules that decide them', () => {
  const page = ['# 研究の推進', '令和7年度予算額（案） 100億円（90億円）', '', '○創発的研究支援事業 25億円']

  it.each([
    [0, 'printed_year', 'printed_label', false],
    [1, 'year_before', 'previous_in_brackets', true],
    [2, 'page_headline', 'page_headline', true],
  ] as const)('figure %i: %s, %s', async (at, year, stage, inherited) => {
    const draft = (await ofText(...page)).drafts[at]
    expect([ruleOf(draft, 'fiscal_year'), ruleOf(draft, 'stage'), draft?.inherited]).toEqual([year, stage, inherited])
  })
})

describe('numbers and frames', () => {
  it.each([
    ['令和4年度第2次補正予算額 5億円', { supplementaryNo: 2 }],
    ['令和2年度第3号補正予算額 5億円', { supplementaryNo: 3 }],
    ['令和6年度補正予算額 5億円', { supplementaryNo: null }],
    ['令和8年度要求額 5億円', { requestFrame: 'request' }],
    ['令和8年度要求・要望額 5億円', { requestFrame: 'request_and_wish' }],
    ['令和7年度予算額（案） 5億円', { requestFrame: null }],
    ['令和7年度予算額（案） 5億円', { fiscalYearPrinted: '令和7年度' }],
  ])('%s', async (line, expected) => {
    expect((await ofText(line)).drafts[0]).toMatchObject(expected)
  })
})

describe('what a document is about', () => {
  it('is what most of its headlines say', async () => {
    const slide = (label: string) =>
      [
        [
          [40, 30, '研究の推進', { size: 18 }],
          [400, 30, `${label} 25億円`],
        ],
      ] as const
    const made = await ofSlides(
      slide('令和7年度予算額（案）'),
      slide('令和7年度予算額（案）'),
      slide('令和6年度予算額'),
    )
    expect([made.fiscalYear, made.stage]).toEqual([2025, 'draft'])
  })

  it('is nothing where none is printed', async () => {
    const made = await ofText('# 研究の推進', '', '25億円')
    expect([made.fiscalYear, made.stage]).toEqual([null, null])
  })

  it('is passed on to pages without a headline of their own, and not for sure where headlines differ', async () => {
    const made = await ofSlides(
      [
        [
          [40, 30, '研究の推進', { size: 18 }],
          [400, 30, '令和7年度予算額（案） 25億円'],
          [40, 100, '本文がここにある'],
        ],
      ],
      [
        [
          [40, 30, '人材の育成', { size: 18 }],
          [400, 30, '令和6年度予算額 15億円'],
          [40, 100, '本文がここにある'],
        ],
      ],
      [
        [
          [40, 30, '学校の支援', { size: 18 }],
          [40, 100, '○学校支援事業 5億円'],
          [40, 120, '本文がここにある'],
        ],
      ],
    )
    const draft = made.drafts[2]
    expect([ruleOf(draft, 'fiscal_year'), draft?.decisions.find(({ field }) => field === 'fiscal_year')?.sure]).toEqual(
      ['document_headline', false],
    )
  })
})
