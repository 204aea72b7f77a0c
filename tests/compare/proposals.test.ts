import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Proposal, propose } from '../../src/compare/proposals.js'
import { type Cut, similarity, weigher } from '../../src/compare/similarity.js'
import { cut } from '../../src/tokenize/morphemes.js'
import { cutAtDots, item } from './items.js'

const proposed = (from: readonly string[], to: readonly string[], by: Cut, others: readonly string[] = []) =>
  propose(from.map(asItem), to.map(asItem), { others: others.map(asItem), cut: by })

const asItem = (name: string) => item(name)

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
    ['a word of two', ['甲・乙'], ['甲・丙'], []],
    ['two words of three', ['甲・乙・丙'], ['甲・乙・丁'], ['renamed? 甲・乙・丙 -> 甲・乙・丁']],
    [
      'a merger and a split that are as large, of which only the pair is left',
      ['甲・乙・丙・丁・子', '甲・乙・丑'],
      ['甲・乙・丙・丁・丑', '甲・乙・子'],
      ['renamed? 甲・乙・丙・丁・子 -> 甲・乙・丙・丁・丑'],
    ],
    ['only words that many share', ['甲・事・業', '乙・事・業'], ['丙・事・業', '丁・事・業'], []],
    [
      'words that no others share',
      ['甲・乙・事', '丙・事', '丁・事'],
      ['甲・乙・業', '戊・業', '己・業'],
      ['renamed? 甲・乙・事 -> 甲・乙・業'],
    ],
    ['two that were made one', ['道・守', '橋・守'], ['道・橋・守'], ['merged? 橋・守 + 道・守 -> 道・橋・守']],
    ['one that was made two', ['道・橋・守'], ['道・守', '橋・守'], ['split? 道・橋・守 -> 橋・守 + 道・守']],
    [
      'three that were made one',
      ['道・守', '橋・守', '川・守'],
      ['道・橋・川・守'],
      ['merged? 川・守 + 橋・守 + 道・守 -> 道・橋・川・守'],
    ],
    [
      'the same words leave no doubt',
      ['道・橋・守・川・港', '道・橋・守・川・港・丁', '甲・乙', '子・丑'],
      ['道・橋・守・川・港（丙）', '乙・甲', '丑・子'],
      [
        'renamed? 子・丑 -> 丑・子',
        'renamed? 甲・乙 -> 乙・甲',
        'renamed? 道・橋・守・川・港 -> 道・橋・守・川・港（丙）',
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
      ['renamed? 甲・乙 -> 乙・甲', 'merged? 橋・守 + 道・守 -> 道・橋・守'],
    ],
    [
      'remarks in brackets',
      ['甲・乙（丙）', '丁・戊(己)', '子・丑'],
      ['乙・甲【庚】', '戊・丁〔辛〕', '丑・子[壬]'],
      ['renamed? 丁・戊(己) -> 戊・丁〔辛〕', 'renamed? 子・丑 -> 丑・子[壬]', 'renamed? 甲・乙（丙） -> 乙・甲【庚】'],
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
    const [only] = await propose([old], [young], { others: [], cut: cutAtDots })
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
      ['merged? 橋りょう維持費 + 道路維持費 -> 道路橋りょう維持費'],
    ],
    [
      'a split',
      ['道路橋りょう維持費'],
      ['道路維持費', '橋りょう維持費'],
      ['split? 道路橋りょう維持費 -> 橋りょう維持費 + 道路維持費'],
    ],
    [
      'names that end in another word, and nothing else',
      ['若手研究者支援事業'],
      ['若手研究者支援プログラム'],
      ['renamed? 若手研究者支援事業 -> 若手研究者支援プログラム'],
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

const textsOf = async (from: readonly string[], to: readonly string[], others: readonly string[] = []) =>
  (await proposed(from, to, cutAtDots, others)).map(proposalText)

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
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('do not hang on the order of the programmes', async () => {
    await fc.assert(
      fc.asyncProperty(names, names, names, async (from, to, others) => {
        const turned = [from, to, others].map((all) => [...all].reverse())
        expect(await textsOf(turned[0] ?? [], turned[1] ?? [], turned[2])).toEqual(await textsOf(from, to, others))
      }),
      { numRuns: 300 },
    )
  })

  it('are the same from the other side', async () => {
    const turned = { 'merged?': 'split?', 'split?': 'merged?', 'renamed?': 'renamed?' } as const
    await fc.assert(
      fc.asyncProperty(names, names, names, async (from, to, others) => {
        const back = await proposed(to, from, cutAtDots, others)
        const texts = back.map((one) => proposalText({ ...one, kind: turned[one.kind], from: one.to, to: one.from }))
        expect(texts).toEqual(await textsOf(from, to, others))
      }),
      { numRuns: 300 },
    )
  })
})
