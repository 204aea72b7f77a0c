import { describe, expect, it } from 'vitest'
import { rsSummary } from '../../src/outside/rs.js'
import { amountsIn, isKnown, rsAccount, rsTotal } from './files.js'

type Row = Readonly<Record<string, string>>

const read = (...rows: readonly Row[]) =>
  amountsIn(rsSummary, ...rows)?.map(
    ({ name, fiscalYear, stage, supplementaryNo, yen }) =>
      `${name} ${fiscalYear} ${stage}${supplementaryNo ?? ''} ${yen}`,
  )

describe('RS 2-1', () => {
  it.each<[what: string, rows: readonly Row[], amounts: readonly string[]]>([
    ['nothing', [], []],
    ['the initial budget', [rsTotal('甲', { '当初予算（合計）': '1,200,000,000' })], ['甲 2025 enacted 1200000000']],
    ['what could be spent', [rsTotal('甲', { '計（歳出予算現額合計）': '13' })], ['甲 2025 current_appropriation 13']],
    ['what was spent', [rsTotal('甲', { '執行額（合計）': '11' })], ['甲 2025 executed 11']],
    [
      'the request, which is of the next year',
      [rsTotal('甲', { '翌年度要求額（合計）': '15' })],
      ['甲 2026 request 15'],
    ],
    [
      'all of them',
      [
        rsTotal('甲', {
          '当初予算（合計）': '12',
          '計（歳出予算現額合計）': '13',
          '執行額（合計）': '11',
          '翌年度要求額（合計）': '15',
        }),
      ],
      ['甲 2025 enacted 12', '甲 2025 current_appropriation 13', '甲 2025 executed 11', '甲 2026 request 15'],
    ],
    [
      'several years',
      [rsTotal('甲', { '当初予算（合計）': '12' }), rsTotal('甲', { 予算年度: '2024', '当初予算（合計）': '10' })],
      ['甲 2025 enacted 12', '甲 2024 enacted 10'],
    ],
    ['nought, which says nothing', [rsTotal('甲')], []],
    ['blanks', [rsTotal('甲', { '当初予算（合計）': '', '執行額（合計）': ' ' })], []],
    ['what is no amount', [rsTotal('甲', { '当初予算（合計）': '調整中' })], []],
    [
      'a year that is none',
      [
        rsTotal('甲', { 予算年度: '令和7', '当初予算（合計）': '12' }),
        rsTotal('甲', { 予算年度: '', '当初予算（合計）': '12' }),
      ],
      [],
    ],
    ['no initial budget of an account', [rsAccount('甲', { '当初予算（合計）': '12' })], []],
    [
      'supplements of an account, by number',
      [rsAccount('甲', { 第1次補正予算: '3', 第2次補正予算: '△1', 第5次補正予算: '7' })],
      ['甲 2025 supplementary1 3', '甲 2025 supplementary2 -1', '甲 2025 supplementary5 7'],
    ],
    [
      'supplements of two accounts',
      [rsAccount('甲', { 第1次補正予算: '3' }), rsAccount('甲', { 会計区分: '特別会計', 第1次補正予算: '4' })],
      ['甲 2025 supplementary1 7'],
    ],
    [
      'supplements of two years',
      [rsAccount('甲', { 第1次補正予算: '3' }), rsAccount('甲', { 予算年度: '2024', 第1次補正予算: '4' })],
      ['甲 2025 supplementary1 3', '甲 2024 supplementary1 4'],
    ],
    [
      'supplements of two projects',
      [rsAccount('甲', { 第1次補正予算: '3' }), rsAccount('乙', { 予算事業ID: '9', 第1次補正予算: '4' })],
      ['甲 2025 supplementary1 3', '乙 2025 supplementary1 4'],
    ],
    ['no supplement of a total', [rsTotal('甲', { 第1次補正予算: '3' })], []],
    [
      'a total with its accounts',
      [rsTotal('甲', { '当初予算（合計）': '12' }), rsAccount('甲', { 第1次補正予算: '3' })],
      ['甲 2025 enacted 12', '甲 2025 supplementary1 3'],
    ],
  ])('%s', (_, rows, amounts) => {
    expect(read(...rows)).toEqual(amounts)
  })

  it('reads half-width brackets and full-width numbers of columns too', () => {
    const half = (row: Row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name.normalize('NFKC'), value]))
    expect(read(half(rsTotal('甲', { '当初予算（合計）': '12' })))).toEqual(['甲 2025 enacted 12'])
    expect(read(rsAccount('甲', { 第１次補正予算: '3' }))).toEqual(['甲 2025 supplementary1 3'])
  })

  it('keeps yen', () => {
    const amounts = amountsIn(rsSummary, rsTotal('甲', { '当初予算（合計）': '12' }))
    expect(amounts?.map(({ precisionYen }) => precisionYen)).toEqual([1])
  })

  it.each([
    ['the columns it needs', rsTotal('甲'), true],
    ['no year', { 予算事業ID: '1', 事業名: '甲', '当初予算(合計)': '1' }, false],
    ['another table of RS', { 予算事業ID: '1', 事業名: '甲', 予算年度: '2025', 支出先名: '乙' }, false],
  ])('is known by %s', (_, row: Row, isOne) => {
    expect(isKnown(rsSummary, row)).toBe(isOne)
  })
})
