import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Proposal, propose } from '../../src/compare/proposals.js'
import { type Cut, similarity, weigher } from '../../src/compare/similarity.js'
import { cut } from '../../src/tokenize/morphemes.js'
import { cutAtDots, item } from './items.js'

const proposed = (from: readonly string[], to: readonly string[], by: Cut) =>
  propose(
    from.map((name) => item(name)),
    to.map((name) => item(name)),
    by,
  )

const proposalText = ({ kind, from, to }: Proposal): string => {
  const [old, young] = [from, to].map((items) => items.map(({ programme }) => programme).join(' + '))
  return `${kind} ${old} -> ${young}`
}

describe('propose', () => {
  it.each<[what: string, from: readonly string[], to: readonly string[], proposals: readonly string[]]>([
    ['nothing', [], [], []],
    ['nothing that ended', [], ['甲'], []],
    ['nothing that began', ['甲'], [], []],
    ['no word in common', ['甲・乙'], ['丙・丁'], []],
    ['a word of each in common with no other', ['甲・乙', '丙・丁'], ['甲・丁'], []],
    ['the same words', ['甲・乙'], ['乙・甲'], ['renamed? 甲・乙 -> 乙・甲']],
    [
      'most words, among others',
      ['甲・乙・丙・丁', '子・丑'],
      ['甲・乙・丙・戊', '寅・卯'],
      ['renamed? 甲・乙・丙・丁 -> 甲・乙・丙・戊'],
    ],
    ['only words that many share', ['甲・事・業', '乙・事・業'], ['丙・事・業', '丁・事・業'], []],
    [
      'words that no others share',
      ['甲・乙・事', '丙・事', '丁・事'],
      ['甲・乙・業', '戊・業', '己・業'],
      ['renamed? 甲・乙・事 -> 甲・乙・業'],
    ],
    ['two that were made one', ['道・守', '橋・守'], ['道・橋・守'], ['merged? 道・守 + 橋・守 -> 道・橋・守']],
    ['one that was made two', ['道・橋・守'], ['道・守', '橋・守'], ['split? 道・橋・守 -> 道・守 + 橋・守']],
    [
      'three that were made one',
      ['道・守', '橋・守', '川・守'],
      ['道・橋・川・守'],
      ['merged? 道・守 + 橋・守 + 川・守 -> 道・橋・川・守'],
    ],
    [
      'the same words leave no doubt',
      ['道・橋・守・川・港', '道・橋・守・川・港・丁', '甲・乙', '子・丑'],
      ['道・橋・守・川・港（丙）', '乙・甲', '丑・子'],
      [
        'renamed? 道・橋・守・川・港 -> 道・橋・守・川・港（丙）',
        'renamed? 甲・乙 -> 乙・甲',
        'renamed? 子・丑 -> 丑・子',
      ],
    ],
    [
      'of two the one that is much more alike',
      ['道・橋・川', '橋・守', '甲・乙'],
      ['道・橋・川・守', '乙・甲'],
      ['renamed? 甲・乙 -> 乙・甲', 'renamed? 道・橋・川 -> 道・橋・川・守'],
    ],
    [
      'another that is much less alike',
      ['甲・乙・丙・丁', '甲・己・庚'],
      ['甲・乙・丙・戊'],
      ['renamed? 甲・乙・丙・丁 -> 甲・乙・丙・戊'],
    ],
    [
      'several at once',
      ['道・守', '甲・乙', '橋・守'],
      ['乙・甲', '道・橋・守'],
      ['renamed? 甲・乙 -> 乙・甲', 'merged? 道・守 + 橋・守 -> 道・橋・守'],
    ],
    [
      'remarks in brackets',
      ['甲・乙（丙）', '丁・戊(己)', '子・丑'],
      ['乙・甲【庚】', '戊・丁〔辛〕', '丑・子[壬]'],
      ['renamed? 甲・乙（丙） -> 乙・甲【庚】', 'renamed? 丁・戊(己) -> 戊・丁〔辛〕', 'renamed? 子・丑 -> 丑・子[壬]'],
    ],
    ['remarks alone', ['甲（丙・丁）'], ['乙（戊・己）'], []],
  ])('%s', async (_, from, to, proposals) => {
    expect((await proposed(from, to, cutAtDots)).map(proposalText)).toEqual(proposals)
  })

  it('says how alike the names are, of several the least', async () => {
    const texts = ['甲・乙', '道・橋・川・港', '川・港・守', '乙・甲', '道・橋・川・港・守'] as const
    const [same, merged] = await proposed(texts.slice(0, 3), texts.slice(3), cutAtDots)
    expect(same?.similarity).toBe(1)
    expect(merged && proposalText(merged)).toBe('merged? 道・橋・川・港 + 川・港・守 -> 道・橋・川・港・守')
    const [, near, far, , whole] = texts.map((text) => new Set(text.split('・')))
    const weight = weigher(texts.map((text) => new Set(text.split('・'))))
    const [most, least] = [near, far].map((one = new Set()) => similarity(one, whole ?? new Set(), weight))
    expect(merged?.similarity).toBeCloseTo(least ?? 0, 9)
    expect(least).toBeLessThan(most ?? 0)
  })

  it('hands back the programmes themselves', async () => {
    const [old, young] = [item('甲・乙', 10), item('乙・甲', 12, { parent: '歳出' })]
    const [only] = await propose([old], [young], cutAtDots)
    expect([only?.from[0], only?.to[0]]).toEqual([old, young])
  })
})

describe('propose with the words of Japanese', () => {
  it.each<[what: string, from: readonly string[], to: readonly string[], proposals: readonly string[]]>([
    [
      'a remark',
      ['次世代AI人材育成プログラム（BOOST）'],
      ['次世代ＡＩ人材育成プログラム【基金】'],
      ['renamed? 次世代AI人材育成プログラム（BOOST） -> 次世代ＡＩ人材育成プログラム【基金】'],
    ],
    [
      'particles',
      ['海洋観測の研究を推進'],
      ['海洋観測研究推進'],
      ['renamed? 海洋観測の研究を推進 -> 海洋観測研究推進'],
    ],
    [
      'a merger',
      ['道路維持費', '橋りょう維持費'],
      ['道路橋りょう維持費'],
      ['merged? 道路維持費 + 橋りょう維持費 -> 道路橋りょう維持費'],
    ],
    [
      'a split',
      ['道路橋りょう維持費'],
      ['道路維持費', '橋りょう維持費'],
      ['split? 道路橋りょう維持費 -> 道路維持費 + 橋りょう維持費'],
    ],
    ['unlike names', ['図書館費', '若手研究者支援事業'], ['河川改修費', '公園整備事業'], []],
    [
      'what many programmes are called',
      ['海洋開発の推進', '学校給食の推進', '交通安全の推進'],
      ['宇宙利用の推進', '観光振興の推進'],
      [],
    ],
  ])('%s', async (_, from, to, proposals) => {
    expect((await proposed(from, to, cut)).map(proposalText)).toEqual(proposals)
  })
})

const name = fc.uniqueArray(fc.constantFrom(...'甲乙丙丁戊己'), { minLength: 1, maxLength: 4 })
const names = fc.uniqueArray(
  name.map((words) => words.join('・')),
  { maxLength: 5 },
)

/** Whether no pair is exactly as alike as another one: which of them is taken first would hang on their order. */
const isSettled = (from: readonly string[], to: readonly string[]): boolean => {
  const [old, young] = [from, to].map((all) => all.map((one) => new Set(one.split('・'))))
  const weight = weigher([...(old ?? []), ...(young ?? [])])
  const scores = (old ?? []).flatMap((a) => (young ?? []).map((b) => similarity(a, b, weight)))
  const high = scores.filter((score) => score > 0.4).map((score) => score.toFixed(9))
  return new Set(high).size === high.length
}

describe('any proposals', () => {
  it('hold no programme twice, meet in one programme, and are alike', async () => {
    await fc.assert(
      fc.asyncProperty(names, names, async (from, to) => {
        const proposals = await proposed(from, to, cutAtDots)
        for (const side of ['from', 'to'] as const) {
          const all = proposals.flatMap((one) => one[side])
          expect(new Set(all).size).toBe(all.length)
        }
        for (const { kind, similarity: value, ...one } of proposals) {
          const [old, young] = [one.from.length, one.to.length]
          expect(Math.min(old, young)).toBe(1)
          expect(kind).toBe(old > 1 ? 'merged?' : young > 1 ? 'split?' : 'renamed?')
          expect(value).toBeGreaterThanOrEqual(0.5)
          expect(value).toBeLessThan(1 + 1e-9)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('do not hang on the order of the programmes', async () => {
    const textOf = async (from: readonly string[], to: readonly string[]) =>
      (await proposed(from, to, cutAtDots))
        .map((one) => proposalText({ ...one, from: sorted(one.from), to: sorted(one.to) }))
        .sort()
    const sorted = (items: Proposal['from']) => [...items].sort((a, b) => (a.programme < b.programme ? -1 : 1))
    await fc.assert(
      fc.asyncProperty(names, names, async (from, to) => {
        fc.pre(isSettled(from, to))
        expect(await textOf([...from].reverse(), [...to].reverse())).toEqual(await textOf(from, to))
      }),
      { numRuns: 300 },
    )
  })
})
