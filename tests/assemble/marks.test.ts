import { describe, expect, it } from 'vitest'
import { ofText } from './documents.js'

const none = {
  isNew: false,
  partOf: false,
  reposted: 'none',
  estimate: 'none',
  digitalAgency: 'none',
  fund: false,
  specialAccountIncluded: false,
  reclassified: false,
} as const

/** Marks of the first figure of a page headed 研究の推進. */
const cases: readonly (readonly [
  what: string,
  lines: readonly string[],
  marks: Partial<Record<keyof typeof none, unknown>>,
])[] = [
  ['no remark', ['令和7年度予算額（案） 25億円'], {}],
  ['new, behind the amount', ['令和7年度予算額（案） 25億円（新規）'], { isNew: true }],
  ['new, in other brackets', ['令和7年度予算額（案） 25億円〔新規〕'], { isNew: true }],
  ['new, on the next line', ['令和7年度予算額（案） 25億円', '（新規）'], { isNew: true }],
  ['newly begun all of it', ['令和7年度予算額（案） 25億円（皆増）'], { isNew: true }],
  ['a part', ['（うちAMED予算額（案） 581.5億円）'], { partOf: true }],
  ['the amount of a pool', ['令和7年度予算額（案） 667億円の内数'], { partOf: true }],
  ['reposted', ['令和7年度予算額（案） 25億円【再掲】'], { reposted: 'full' }],
  ['reposted in part', ['令和7年度予算額（案） 25億円（一部再掲）'], { reposted: 'partial' }],
  [
    'includes an estimate, beside',
    ['令和7年度予算額（案） 25億円', '※運営費交付金中の推計額含む'],
    { estimate: 'includes' },
  ],
  ['is an estimate, beside', ['令和7年度予算額（案） 25億円', '※運営費交付金中の推計額'], { estimate: 'is' }],
  ['a fund', ['令和6年度補正予算額 152億円（基金）'], { fund: true }],
  ['a fund, in the bracket with the label', ['152億円（令和5年度補正予算・基金）'], { fund: true }],
  [
    'includes the Digital Agency’s',
    ['令和7年度予算額（案） 25億円', '※デジタル庁計上予算を含む'],
    { digitalAgency: 'includes' },
  ],
  ['recast', ['令和7年度予算額（案） 25億円（組替え後）'], { reclassified: true }],
]

describe('remarks', () => {
  it.each(cases)('%s', async (_, lines, marks) => {
    expect((await ofText('# 研究の推進', '', ...lines)).drafts[0]).toMatchObject({ ...none, ...marks })
  })

  it('hold for the previous year’s amount beside, but for 新規', async () => {
    const made = await ofText('# 研究の推進', '令和7年度予算額（案） 25億円（20億円）', '※運営費交付金中の推計額含む')
    expect(made.drafts.map(({ estimate }) => estimate)).toEqual(['includes', 'includes'])
  })

  it('an estimate is no matter of supplementary budgets', async () => {
    const made = await ofText(
      '# 研究の推進',
      '令和7年度予算額（案） 25億円',
      '令和6年度補正予算額 100億円',
      '※運営費交付金中の推計額含む',
    )
    expect(made.drafts.map(({ estimate }) => estimate)).toEqual(['includes', 'none'])
  })

  it('the share of a body is a part', async () => {
    const made = await ofText('# 研究の推進', '令和6年度補正予算額 50億円', '[JST：44億円', 'AMED：6億円]')
    expect(made.drafts.map(({ partOf }) => partOf)).toEqual([false, true, true])
  })
})
