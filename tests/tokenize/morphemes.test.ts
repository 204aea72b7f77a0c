import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/tokenize/index.js'
import { cleanPage } from '../normalise/lines.js'

const morphemesOf = async (print: string) => {
  const [text] = await tokenize(cleanPage(print))
  return text?.morphemes ?? null
}

describe('morphemes', () => {
  it('are cut where an amount stands in a sentence', async () => {
    const print = '新たに量子の共同研究を支える設備整備事業に3億円を計上し、研究を支援する。'
    const morphemes = await morphemesOf(print)
    expect(morphemes?.map(({ from, to }) => print.slice(from, to)).join('')).toBe(print)
    expect(morphemes?.find(({ from }) => print.startsWith('に3億円', from))).toMatchObject({ part: '助詞' })
  })

  it.each(['※令和5年度は先端的バイオ創薬等基盤技術開発事業(15億円)で実施', '公募型の研究推進事業に約2億円を要求'])(
    'are needed for %s',
    async (print) => expect(await morphemesOf(print)).not.toBeNull(),
  )

  it.each([
    '令和3年度要求・要望額 77,599百万円（前年度予算額 61,013百万円）',
    '○ 橋渡し研究プログラム 54億円（55億円）',
    '世界の学術フロンティアを先導する大規模プロジェクトの推進 340億円',
    '支援規模：6~8億円程度/技術領域・年（ステージゲート評価あり）',
    '研究を支援するための拠点を形成し、人材を育成する。',
    '米国の財団からの22.5億円の寄附により基金を造成し、研究を支援する。',
  ])('are not needed for %s', async (print) => {
    expect(await morphemesOf(print)).toBeNull()
  })
})
