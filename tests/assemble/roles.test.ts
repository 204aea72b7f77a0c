import { describe, expect, it } from 'vitest'
import { roleRules } from '../../src/assemble/roles.js'
import type { Role } from '../../src/model/role.js'
import { ofText, ruleOf } from './documents.js'

/** A text on a page that is headed `令和7年度予算額（案）`; the last amount of it is asked for. */
const cases: readonly (readonly [rule: string, role: Role, text: string])[] = [
  ['unpriced', 'context', '事項要求'],
  ['unpriced', 'context', '令和8年度要求額 事項要求'],
  ['change_word', 'change', '研究推進事業 5億円の増'],
  ['change_in_sentence', 'change', '対前年度 5億円増'],
  ['change_word', 'change', '（△35億円）'],
  ['change_in_brackets', 'change', '25億円（前年度比 3億円の減）'],
  ['commitment_word', 'commitment', '国庫債務負担行為限度額 120百万円'],
  ['commitment_word', 'commitment', '債務負担行為 3億円'],
  ['unit_price', 'rate', '1拠点あたり7億円を支援'],
  ['scale_in_sentence', 'rate', '最大7億円/年×10年'],
  ['scale_in_sentence', 'rate', '35百万円程度/課題・年'],
  ['previous_label', 'comparison', '（前年度予算額 20億円）'],
  ['previous_label', 'comparison', '前年度予算額：1,078百万円'],
  ['label', 'budget', '令和7年度予算額（案） 25億円'],
  ['label', 'budget', '要求・要望額 25億円'],
  ['label', 'budget', '令和6年度第2次補正予算額 50,050百万円'],
  ['label', 'budget', '152億円（令和5年度補正予算・基金）'],
  ['pair_in_brackets', 'comparison', '要求・要望額 25億円（20億円）'],
  ['pair_in_brackets', 'comparison', '研究推進事業 25億円〔20億円〕'],
  ['predecessor_note', 'comparison', '※令和5年度は旧研究推進事業（15億円）で実施'],
  ['predecessor_note', 'comparison', '※令和4年度までは先端研究事業（2億円）として措置'],
  ['cap', 'rate', '最大7億円'],
  ['cap', 'rate', '3,000万円程度'],
  ['cap', 'rate', '1億円以下'],
  ['share_of_body', 'budget', '令和6年度補正予算額 50億円 [JST：44億円'],
  ['share_of_body', 'budget', '令和6年度補正予算額 50億円 文部科学省 6億円'],
  ['booked_elsewhere', 'budget', '令和7年度予算額（案） 25億円（※デジタル庁計上分 15百万円を含む）'],
  ['booked_elsewhere', 'budget', '令和7年度予算額（案） 25億円 ※デジタル庁計上分 2億円'],
  ['booked_elsewhere', 'budget', '令和7年度予算額（案） 25億円 デジタル庁計上分（15百万円）を含む'],
  ['weak_label', 'budget', '予算額 25億円'],
  ['weak_label', 'budget', '当年度予算 25億円'],
  ['name_and_amount', 'budget', '創発的研究支援事業 25億円'],
  ['name_and_amount', 'budget', '○次世代研究者支援プログラム 25億円（新規）'],
  ['bare_amount', 'budget', '25億円'],
  ['bare_amount', 'budget', '25億円（新規）'],
  ['appropriation_sentence', 'budget', '基礎研究を支える創発的研究支援事業に25億円を計上。'],
  ['appropriation_sentence', 'budget', '大学の施設の整備に約120億円（前年度同額）を措置'],
  ['running_text', 'context', '年間の輸出額は25億円に達し、今後も伸びが見込まれる。'],
  ['running_text', 'context', '民間から25億円を集めた実績がある。'],
]

/** Cases that need more than that page, or less. */
const whole: readonly (readonly [rule: string, role: Role, lines: readonly string[]])[] = [
  ['bare_amount_unplaced', 'budget', ['令和7年度予算額（案） 100億円', '', '25億円']],
  ['bare_amount_unplaced', 'budget', ['令和7年度予算額（案） 100億円', '', '', '', '（新規）', '', '25億円']],
  ['no_headline', 'context', ['# 創発的研究支援事業', '', '25億円']],
  ['no_headline', 'context', ['創発的研究支援事業 25億円']],
]

const lastOf = async (...lines: readonly string[]) => (await ofText(...lines)).drafts.at(-1)

const decided = async (text: string) => {
  const draft = await lastOf('# 研究の推進', '令和7年度予算額（案） 100億円', '', '## 若手研究者の支援', '', text)
  return [ruleOf(draft, 'role'), draft?.role]
}

describe('the role of an amount', () => {
  it.each(cases)('%s, %s: %s', async (rule, role, text) => {
    expect(await decided(text)).toEqual([rule, role])
  })

  it.each(whole)('%s, %s: %j', async (rule, role, lines) => {
    const draft = await lastOf(...lines)
    expect([ruleOf(draft, 'role'), draft?.role]).toEqual([rule, role])
  })

  const tested = [...cases, ...whole].map(([rule]) => rule)

  it.each(roleRules.map(({ name }) => name))('%s has two cases', (name) => {
    expect(tested.filter((rule) => rule === name).length).toBeGreaterThanOrEqual(2)
  })
})
