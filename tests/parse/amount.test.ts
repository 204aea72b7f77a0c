import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawOf } from '../../src/model/text.js'
import { cleanPage } from '../normalise/lines.js'
import { findingsIn, ofKind, parsePage } from './findings.js'

/** An amount and one way to print it. */
interface Printed {
  readonly yen: bigint
  readonly print: string
}

const units: readonly (readonly [string, number])[] = [
  ['円', 0],
  ['千円', 3],
  ['万円', 4],
  ['百万円', 6],
  ['千万円', 7],
  ['億円', 8],
  ['兆円', 12],
]

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')
const fullWidth = (print: string): string =>
  print.replace(/[0-9.,~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** 12,345.6 with a unit: at most as many decimals as leave whole yen. */
const decimal: fc.Arbitrary<Printed> = fc
  .record({
    unit: fc.constantFrom(...units),
    integer: fc.nat(999_999),
    decimals: fc.stringMatching(/^[0-9]{0,2}$/),
    commas: fc.boolean(),
    space: fc.constantFrom('', ' '),
  })
  .filter(({ unit: [, power], integer }) => power < 12 || integer < 2000)
  .map(({ unit: [unit, power], integer, decimals, commas, space }) => {
    const places = Math.min(decimals.length, power)
    const fraction = decimals.slice(0, places)
    const digits = commas ? grouped(String(integer)) : String(integer)
    return {
      yen: BigInt(`${integer}${fraction}`) * 10n ** BigInt(power - places),
      print: `${digits}${fraction === '' ? '' : `.${fraction}`}${space}${unit}`,
    }
  })

/** 1兆1,850億300万円: parts with falling units. */
const mixed: fc.Arbitrary<Printed> = fc
  .record({ trillions: fc.nat(999), hundredMillions: fc.nat(9999), tenThousands: fc.nat(9999), commas: fc.boolean() })
  .filter((parts) => parts.trillions + parts.hundredMillions + parts.tenThousands > 0)
  .map(({ trillions, hundredMillions, tenThousands, commas }) => {
    const part = (value: number, unit: string) =>
      value === 0 ? '' : `${commas ? grouped(String(value)) : value}${unit}`
    return {
      yen: BigInt(trillions) * 10n ** 12n + BigInt(hundredMillions) * 10n ** 8n + BigInt(tenThousands) * 10n ** 4n,
      print: `${part(trillions, '兆')}${part(hundredMillions, '億')}${part(tenThousands, '万')}円`,
    }
  })

/** 二百五億三千四百万円. */
const kanji: fc.Arbitrary<Printed> = fc
  .record({ hundredMillions: fc.nat(9999), tenThousands: fc.nat(9999), ones: fc.nat(9999) })
  .filter(({ hundredMillions, tenThousands, ones }) => hundredMillions + tenThousands + ones > 0)
  .map(({ hundredMillions, tenThousands, ones }) => ({
    yen: BigInt(hundredMillions) * 10n ** 8n + BigInt(tenThousands) * 10n ** 4n + BigInt(ones),
    print: `${inKanji(hundredMillions, '億')}${inKanji(tenThousands, '万')}${inKanji(ones, '')}円`,
  }))

const inKanji = (value: number, unit: string): string => {
  const places = ['', '十', '百', '千']
  const digits = [...String(value)].map((digit, i, all) => {
    const place = places[all.length - 1 - i] ?? ''
    if (digit === '0') return ''
    return digit === '1' && place !== '' ? `一${place}` : `${'〇一二三四五六七八九'[Number(digit)]}${place}`
  })
  return value === 0 ? '' : `${digits.join('')}${unit}`
}

const printed = fc
  .tuple(fc.oneof(decimal, mixed, kanji), fc.boolean())
  .map(([{ yen, print }, wide]) => ({ yen, print: wide ? fullWidth(print) : print }))

const around = fc.constantFrom(
  ['', ''],
  ['予算額 ', ''],
  ['（前年度予算額 ', '）'],
  ['〔', '〕'],
  ['研究開発の推進：', '（新規）'],
  ['事業費として', 'を計上する。'],
  ['○ 拠点の形成 ', ' (3,249百万円)'],
) as fc.Arbitrary<readonly [string, string]>

describe('an amount printed and read', () => {
  it('gives itself back, with the print at its place', async () => {
    await fc.assert(
      fc.asyncProperty(printed, around, async ({ yen, print }, [before, after]) => {
        const [text] = await parsePage(cleanPage(`${before}${print}${after}`))
        const [amount] = ofKind(text?.findings ?? [], 'amount')
        expect(amount?.yen).toBe(Number(yen))
        expect(text && amount && rawOf(text.clean, amount.from, amount.to)).toBe(print)
      }),
      { numRuns: 1500 },
    )
  })

  it('gives back both bounds of a range', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(999),
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(...units),
        fc.boolean(),
        async (low, step, [unit, power], each) => {
          const print = `${low}${each ? unit : ''}～${low + step}${unit}`
          const [amount] = ofKind(await findingsIn(print), 'amount')
          expect([amount?.yen, amount?.yenMax]).toEqual([low * 10 ** power, (low + step) * 10 ** power])
        },
      ),
    )
  })

  it('never overlaps, and everything stands in order', async () => {
    const pieces = fc.constantFrom(
      '令和6年度',
      '予算額',
      '(案)',
      '3億円',
      '6~8億円',
      '約',
      '程度',
      '/年',
      '(新規)',
      'うち',
      '※',
      '推計額含む',
      '①',
      '- ',
      '1.',
      ' ',
      '+事項要求',
      '第2次補正予算額',
      '基金',
      '増',
      '文',
      '。',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (print) => {
        const findings = await findingsIn(print.join(''))
        const edges = findings.flatMap(({ from, to }) => [from, to])
        expect(edges).toEqual([...edges].sort((a, b) => a - b))
      }),
      { numRuns: 500 },
    )
  })
})

describe('precision, unit, sign and scale', () => {
  it.each([
    ['77,599百万円', 1_000_000, '百万円', 'none', null],
    ['0.6億円', 10_000_000, '億円', 'none', null],
    ['1兆1,850億円', 100_000_000, 'mixed', 'none', null],
    ['3,853億300万円', 10_000, 'mixed', 'none', null],
    ['1億2千5百万円', 1_000_000, 'mixed', 'none', null],
    ['二百五億三千四百万円', 1_000_000, 'mixed', 'none', null],
    ['3千万円', 10_000_000, '千万円', 'none', null],
    ['5,200円', 1, '円', 'none', null],
    ['1.5～5億円', 10_000_000, '億円', 'none', null],
    ['5百万円～1億円', 1_000_000, 'mixed', 'none', null],
    ['△ 5億円', 100_000_000, '億円', '△', null],
    ['▲5億円', 100_000_000, '億円', '▲', null],
    ['−5億円', 100_000_000, '億円', '−', null],
    ['+5億円', 100_000_000, '億円', '+', null],
    ['最大7億円/年×10年', 100_000_000, '億円', 'none', '/年 ×10年'],
    ['支援規模　最大7億円／年×10年', 100_000_000, '億円', 'none', '支援規模 /年 ×10年'],
    ['事業規模：6~8億円程度/技術領域・年', 100_000_000, '億円', 'none', '事業規模 /技術領域・年'],
    ['100百万円／年・課題程度', 1_000_000, '百万円', 'none', '/年・課題'],
    ['4千万円程度/課題/年', 10_000_000, '千万円', 'none', '/課題/年'],
    ['5百万円～1億円/課題年', 1_000_000, 'mixed', 'none', '/課題年'],
    ['委託（1機関・64百万円）', 1_000_000, '百万円', 'none', '1機関・'],
    ['1拠点あたり5千万円', 10_000_000, '千万円', 'none', '1拠点あたり'],
    ['1課題当たり 3億円', 100_000_000, '億円', 'none', '1課題当たり'],
    ['一人当たり月額 20万円', 10_000, '万円', 'none', '一人当たり 月額'],
    ['研究費総額 : 最大5億円', 100_000_000, '億円', 'none', '研究費総額'],
    ['5億円/年 × 最長5年目まで', 100_000_000, '億円', 'none', '/年 × 最長5年目まで'],
    ['700万円/年(平均)', 10_000, '万円', 'none', '/年(平均)'],
  ])('%s', async (print, precision, unit, sign, scale) => {
    const [amount] = ofKind(await findingsIn(print), 'amount')
    expect([amount?.precision, amount?.unit, amount?.sign, amount?.scale]).toEqual([precision, unit, sign, scale])
  })
})

describe('doubt', () => {
  it.each([
    ['1,23億円', false],
    ['12,3億円', false],
    ['1234,567百万円', false],
    ['0,737百万円', false],
    ['4盤,監盤0,737百万円', false],
    ['1\ufffd234億円', false],
    ['1、234千円', false],
    ['1, 234百万円', false],
    ['99,999兆円', true],
    ['5,000兆円', false],
    ['8~6億円', false],
    ['05億円', false],
    ['1,234億円', true],
    ['0.6億円', true],
    ['研究費，5億円', true],
    ['令和2年、3億円', true],
    ['3 ,5 7 3 億円', true],
    ['課題 5 5億円', false],
    ['領域 1 5億円', false],
    ['領域　１　５億円', false],
    ['予算額 1 5億円', true],
    ['最大 1 5億円', true],
    ['(1 5億円)', true],
    ['領域 15億円', true],
    ['領域 5 5 億円', true],
  ])('%s is sure: %s', async (print, sure) => {
    expect(ofKind(await findingsIn(print), 'amount')[0]?.sure).toBe(sure)
  })
})

describe('what is no money', () => {
  it.each([
    '円滑な実施',
    '5円滑',
    '楕円形',
    '円卓会議',
    '円環',
    '10億ドル',
    '数億円',
    '百万円',
    '1,200万ユーロ',
    '関係5円形',
    '関東一円に',
  ])('%s', async (print) => {
    expect(ofKind(await findingsIn(print), 'amount')).toEqual([])
  })
})
