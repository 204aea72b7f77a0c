import { describe, expect, it } from 'vitest'
import { ofText, ruleOf, termsIn } from './documents.js'

const cases: readonly (readonly [what: string, lines: readonly string[], terms: readonly string[]])[] = [
  [
    'labels, then amounts',
    ['令和4年度要求・要望額', '（前年度予算額）', '', '831億円', '627億円'],
    ['831億円 budget 2022 request', '627億円 comparison 2021 enacted'],
  ],
  [
    'a note between labels and amounts',
    ['令和4年度要求・要望額', '（前年度予算額）', '※運営費交付金中の推計額含む', '', '831億円', '627億円'],
    ['831億円 budget 2022 request', '627億円 comparison 2021 enacted'],
  ],
  [
    'three labels',
    ['令和7年度予算額（案）', '（前年度予算額）', '令和6年度補正予算額', '', '25億円', '20億円', '100億円'],
    ['25億円 budget 2025 draft', '20億円 comparison 2024 enacted', '100億円 budget 2024 supplementary'],
  ],
  [
    'amounts, then labels',
    ['34億円', '30億円', '', '令和8年度要求・要望額', '（前年度予算額）'],
    ['34億円 budget 2026 request', '30億円 comparison 2025 enacted'],
  ],
  [
    '新規 in the place of the previous year’s amount',
    ['令和7年度予算額（案）', '（前年度予算額）', '令和6年度補正予算額', '', '25億円', '（新規）', '100億円'],
    ['25億円 budget 2025 draft', '100億円 budget 2024 supplementary'],
  ],
  [
    'label above its amount, twice',
    ['令和7年度予算額（案）', '25億円', '（前年度予算額）', '20億円'],
    ['25億円 budget 2025 draft', '20億円 comparison 2024 enacted'],
  ],
]

describe('labels torn from their amounts', () => {
  it.each(cases)('%s', async (_, lines, terms) => {
    expect(termsIn(await ofText('# 研究の推進', '', ...lines))).toEqual(terms)
  })

  it.each([
    ['as many labels as amounts is sure', ['25億円', '20億円'], true],
    ['fewer amounts than labels is not', ['25億円'], false],
  ] as const)('%s', async (_, amounts, sure) => {
    const made = await ofText('# 研究の推進', '', '令和7年度予算額（案）', '（前年度予算額）', '', ...amounts)
    const tie = made.drafts[0]?.decisions.find(({ rule }) => rule === 'label_block_order')
    expect(tie?.sure).toBe(sure)
  })

  it('a label with its amount on its line is torn from nothing', async () => {
    const made = await ofText('# 研究の推進', '', '令和7年度予算額（案） 25億円')
    expect(made.drafts[0]?.decisions.some(({ rule }) => rule === 'label_block_order')).toBe(false)
    expect(ruleOf(made.drafts[0], 'role')).toBe('label')
  })
})
