import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/tokenize/index.js'
import { cleanPage } from '../normalise/lines.js'

const morphemesOf = async (print: string) => {
  const [text] = await tokenize(cleanPage(print))
  return text?.morphemes ?? null
}

describe('morphemes', () => {
  it('are cut where an amount stands in a sentence', async () => {
    const print = '米国カブリ財団からの22.5億円の寄附により基金を造成し、研究を支援する。'
    const morphemes = await morphemesOf(print)
    expect(morphemes?.map(({ from, to }) => print.slice(from, to)).join('')).toBe(print)
    expect(morphemes?.find(({ from }) => print.startsWith('により', from))).toMatchObject({ part: '助詞' })
  })

  it.each([
    '令和3年度要求・要望額 77,599百万円（前年度予算額 61,013百万円）',
    '○ 橋渡し研究プログラム 54億円（55億円）',
    '世界の学術フロンティアを先導する大規模プロジェクトの推進 340億円',
    '支援規模：6~8億円程度/技術領域・年（ステージゲート評価あり）',
    '研究を支援するための拠点を形成し、人材を育成する。',
  ])('are not needed for %s', async (print) => {
    expect(await morphemesOf(print)).toBeNull()
  })
})
