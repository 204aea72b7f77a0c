import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { similarity, weigher, wordsOf } from '../../src/compare/similarity.js'
import { cut } from '../../src/tokenize/morphemes.js'
import { cutAtDots } from './items.js'

describe('wordsOf', () => {
  it.each([
    ['若手研究者支援事業', ['若手', '研究', '者', '支援', '事業']],
    ['国際的な研究の推進', ['国際', '的', '研究', '推進']],
    ['世界で活躍できる人材', ['世界', '活躍', 'できる', '人材']],
    ['新しい学校と地域', ['新しい', '学校', '地域']],
    ['AI・IoTの活用', ['ai', 'iot', '活用']],
    ['研究の研究', ['研究']],
    ['15か所', ['か所']],
    ['〇研究+★人材', ['研究', '人材']],
    ['AI×データ～活用～', ['ai', 'データ', '活用']],
    ['※①研究(〜3)', ['研究']],
    ['Society5.0＋DX', ['society', 'dx']],
    ['サーバー・プロジェクト', ['サーバー', 'プロジェクト']],
    ['???', []],
    ['', []],
  ])('%s', async (name, words) => {
    expect([...(await wordsOf(name, cut))]).toEqual(words)
  })

  it('takes the words from any other cut', async () => {
    expect(await wordsOf('甲・乙・甲', cutAtDots)).toEqual(new Set(['甲', '乙']))
  })
})

const words = (text: string) => new Set(text)

describe('weigher', () => {
  it('weighs a word the less the more names share it', () => {
    const weight = weigher(['甲丙', '甲乙', '甲乙', '甲'].map(words))
    const counts = [...'甲乙丙'].map((word) => (5 / Math.exp(weight(word) - 0.3)).toFixed(9))
    expect(counts.map(Number)).toEqual([4, 2, 1])
    expect(weight('丁')).toBe(weight('丙'))
  })

  it('lets a word that all names share tell a little', () => {
    const weight = weigher(['甲乙', '甲'].map(words))
    expect(weight('甲')).toBeGreaterThan(0.3)
    expect(weight('乙')).toBeGreaterThan(weight('甲'))
  })
})

const alike = () => 1

describe('similarity', () => {
  it.each([
    ['甲乙', '甲乙', 1],
    ['甲乙', '乙甲', 1],
    ['甲乙', '甲丙', 1 / 2],
    ['甲', '甲乙丙', 1 / 2],
    ['甲乙', '丙丁', 0],
    ['甲', '', 0],
    ['', '', 0],
  ])('%s and %s', (a, b, value) => {
    expect(similarity(words(a), words(b), alike)).toBe(value)
  })

  it('hangs on words that tell much more than on words that tell little', () => {
    const weight = (word: string) => (word === '甲' ? 3 : 1)
    expect(similarity(words('甲乙'), words('甲丙'), weight)).toBe(3 / 4)
    expect(similarity(words('甲乙'), words('丙乙'), weight)).toBe(1 / 3)
  })

  const any = fc.uniqueArray(fc.constantFrom(...'甲乙丙丁戊己庚')).map((all) => new Set(all))

  it('lies between 0 and 1, is the same both ways, and is 1 for the same words alone', () => {
    fc.assert(
      fc.property(any, any, fc.array(any, { maxLength: 5 }), (a, b, others) => {
        const weight = weigher([a, b, ...others])
        const value = similarity(a, b, weight)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
        expect(similarity(b, a, weight)).toBe(value)
        expect(similarity(new Set([...a].reverse()), b, weight)).toBe(value)
        const isSame = a.size > 0 && a.size === b.size && [...a].every((word) => b.has(word))
        expect(value === 1).toBe(isSame)
        expect(value === 0).toBe([...a].every((word) => !b.has(word)))
      }),
    )
  })
})
