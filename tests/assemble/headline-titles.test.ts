import { describe, expect, it } from 'vitest'
import { ofSlides } from './documents.js'

/** A page with a title, a second line and a listed programme. */
const headlineOf = async (title: string, second = '本文がここにある'): Promise<string> => {
  const made = await ofSlides([
    [
      [40, 30, title, { size: 18 }],
      [40, 80, second],
      [40, 120, '○駅前広場整備事業 5億円'],
    ],
  ])
  return `${made.fiscalYear ?? '-'} ${made.stage ?? '-'}`
}

describe('titles that name a budget', () => {
  it.each([
    ['令和4年度 一般会計当初予算', '2022 enacted'],
    ['令和4年度当初予算（案）の概要', '2022 draft'],
    ['令和6年度○○市予算案の概要', '2024 draft'],
    ['R4年度当初予算に計上した主な新規事業', '2022 enacted'],
    ['R3年度3月補正予算に計上した主な事業', '2021 supplementary'],
    ['R3年度12月専決予算に計上した事業', '2021 supplementary'],
    ['令和8年度6月補正予算の概要', '2026 supplementary'],
    ['令和8年度6月補正予算目的別内訳', '2026 supplementary'],
    ['令和8年度一般会計補正予算（第2号）', '2026 supplementary'],
    ['令和5年度補正予算（案）のポイント', '2023 supplementary_draft'],
    ['令和7年度○○市一般会計予算', '2025 enacted'],
    ['令和7年度 水道事業会計予算書', '2025 enacted'],
    ['令和7年度一般会計暫定予算', '2025 provisional'],
    ['令和9年度概算要求の概要', '2027 request'],
    ['令和9年度当初予算案を発表します', '2027 draft'],
    ['令和4年度予算編成方針', '- -'],
    ['令和3年度決算の概要', '- -'],
    ['令和4年度の取組', '- -'],
  ])('%s: %s', async (title, headline) => {
    expect(await headlineOf(title)).toBe(headline)
  })

  it.each([
    ['○○市一般会計当初予算（案）の概要', '令和4年度一般会計当初予算は、増額となりました。', '2022 draft'],
    ['一般会計予算書', '令和7年度', '2025 enacted'],
    ['一般会計当初予算 目的別歳入', '本文がここにある', '- -'],
  ])('%s, then %s: %s', async (title, second, headline) => {
    expect(await headlineOf(title, second)).toBe(headline)
  })

  it.each([
    ['令和7年度6月補正予算案の概要', '2 一般会計補正予算の財源', '2025 supplementary_draft'],
    ['令和7年度6月補正予算案の概要', '2 令和7年度3月補正予算の財源', '2025 supplementary'],
    ['令和7年度6月補正予算案の概要', '2 令和7年度専決補正予算の財源', '2025 supplementary'],
    ['令和7年度当初予算案の概要', '2 令和7年度一般会計予算', '2025 draft'],
    ['令和7年度当初予算の概要', '2 令和7年度一般会計予算', '2025 enacted'],
  ])('%s holds for the heading %s: %s', async (title, heading, headline) => {
    const made = await ofSlides(
      [[[40, 30, title, { size: 18 }]]],
      [
        [
          [40, 30, heading, { size: 18 }],
          [40, 80, '○駅前広場整備事業 5億円'],
        ],
      ],
    )
    expect(made.drafts.map(({ fiscalYear, stage }) => `${fiscalYear} ${stage}`)).toEqual([headline])
  })

  it('hold from one to the next on a page', async () => {
    const made = await ofSlides([
      [
        [40, 30, 'R3年度12月専決予算に計上した事業', { size: 18 }],
        [40, 80, '○駅前広場整備事業 5億円'],
        [40, 120, 'R4年度当初予算に計上した事業', { size: 18 }],
        [40, 160, '○河川改修事業 3億円'],
      ],
    ])
    expect(made.drafts.map(({ fiscalYear, stage }) => `${fiscalYear} ${stage}`)).toEqual([
      '2021 supplementary',
      '2022 enacted',
    ])
  })

  it('call the initial budget a draft where the title does', async () => {
    const made = await ofSlides([
      [
        [40, 30, '令和4年度当初予算（案）の概要', { size: 18 }],
        [40, 80, '令和4年度一般会計当初予算は、234億円で、前年度当初予算に比べて、5億円、2.1％の減額です。'],
      ],
    ])
    expect(made.drafts.map(({ role, fiscalYear, stage }) => `${role} ${fiscalYear} ${stage}`)).toEqual([
      'budget 2022 draft',
      'change 2022 null',
    ])
  })
})
