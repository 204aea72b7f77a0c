import { describe, expect, it } from 'vitest'
import { mofItems } from '../../src/outside/mof.js'
import { amountsIn, isKnown, mofRow } from './files.js'

type Row = Readonly<Record<string, string>>

const read = (...rows: readonly Row[]) =>
  amountsIn(mofItems, ...rows)?.map(({ name, fiscalYear, stage, yen }) => `${name} ${fiscalYear} ${stage} ${yen}`)

/** The same, of one name. */
const of = (name: string, ...rows: readonly Row[]) =>
  read(...rows)?.flatMap((text) => (text.startsWith(`${name} `) ? [text] : []))

const asked = (amount: string): Row => ({ '令和7年度要求額(千円)': amount })

const travel = mofRow('統計調査費', '職員旅費', asked('400'))
const office = mofRow('統計調査費', '庁費', asked('600'))
const staff = mofRow('総務本省共通費', '職員基本給', asked('9,000'))

describe('MOF 科目別', () => {
  it.each<[what: string, name: string, rows: readonly Row[], amounts: readonly string[]]>([
    [
      'a 目, as draft and as enacted',
      '職員旅費',
      [travel, office],
      ['職員旅費 2025 draft 400000', '職員旅費 2025 enacted 400000'],
    ],
    [
      'a 項, the sum of its 目',
      '統計調査費',
      [travel, office, staff],
      ['統計調査費 2025 draft 1000000', '統計調査費 2025 enacted 1000000'],
    ],
    ['a 組織', '総務本省', [travel, office, staff], ['総務本省 2025 draft 10000000', '総務本省 2025 enacted 10000000']],
    ['a 所管', '総務省', [travel, staff], ['総務省 2025 draft 9400000', '総務省 2025 enacted 9400000']],
    [
      'the year before',
      '職員旅費',
      [mofRow('統計調査費', '職員旅費', { '前年度予算額(千円)': '350' })],
      ['職員旅費 2024 enacted 350000'],
    ],
    [
      'nought',
      '職員旅費',
      [mofRow('統計調査費', '職員旅費', asked('0'))],
      ['職員旅費 2025 draft 0', '職員旅費 2025 enacted 0'],
    ],
    [
      'a decrease',
      '職員旅費',
      [mofRow('統計調査費', '職員旅費', asked('△5'))],
      ['職員旅費 2025 draft -5000', '職員旅費 2025 enacted -5000'],
    ],
    ['a blank', '職員旅費', [mofRow('統計調査費', '職員旅費')], []],
    ['a 項 of which a 目 is blank', '統計調査費', [travel, mofRow('統計調査費', '庁費')], []],
    [
      'two rows of one 目',
      '職員旅費',
      [travel, travel],
      ['職員旅費 2025 draft 800000', '職員旅費 2025 enacted 800000'],
    ],
    ['a 目 of two 項', '職員旅費', [travel, mofRow('総務本省共通費', '職員旅費', asked('1'))], []],
    ['a 項 of two 組織', '統計調査費', [travel, mofRow('統計調査費', '庁費', asked('1'), { 組織: '統計局' })], []],
    [
      'a 項 of two codes',
      '統計調査費',
      [travel, mofRow('統計調査費', '庁費', asked('600'), { 項コード: '020' })],
      ['統計調査費 2025 draft 1000000', '統計調査費 2025 enacted 1000000'],
    ],
    ['a 組織 of two 所管', '総務本省', [travel, mofRow('統計調査費', '庁費', asked('1'), { 所管: '内閣府' })], []],
  ])('%s', (_, name, rows, amounts) => {
    expect(of(name, ...rows)).toEqual(amounts)
  })

  const bare = { 所管: '総務省', 組織: '総務本省', 項コード: '010', 項名: '統計調査費', 目名: '職員旅費' }

  it.each<[what: string, columns: Row, amounts: readonly string[]]>([
    ['令和', { '令和6年度予算額(千円)': '400' }, ['職員旅費 2024 draft 400000', '職員旅費 2024 enacted 400000']],
    [
      'the first year of 令和',
      { '令和元年度要求額(千円)': '400' },
      ['職員旅費 2019 draft 400000', '職員旅費 2019 enacted 400000'],
    ],
    ['平成', { '平成31年度要求額(千円)': '400' }, ['職員旅費 2019 draft 400000', '職員旅費 2019 enacted 400000']],
    [
      'full-width brackets and numbers',
      { '令和７年度要求額（千円）': '400' },
      ['職員旅費 2025 draft 400000', '職員旅費 2025 enacted 400000'],
    ],
    [
      'yen',
      { '令和5年度予算額(円)': '400', '支出済歳出額(円)': '390', '歳出予算現額(円)': '410' },
      [
        '職員旅費 2023 draft 400',
        '職員旅費 2023 enacted 400',
        '職員旅費 2023 executed 390',
        '職員旅費 2023 current_appropriation 410',
      ],
    ],
    [
      'a supplement',
      { '令和6年度要求額(千円)': '', '成立予算額(千円)': '400', '改令和6年度予算額(千円)': '450' },
      ['職員旅費 2024 enacted 400000', '職員旅費 2024 revised 450000'],
    ],
    [
      'columns that are not of an amount',
      { '令和6年度要求額(千円)': '', '比較増△減額(千円)': '5', 令和6年度要求額の増減: '5' },
      [],
    ],
  ])('reads the heads of %s', (_, columns, amounts) => {
    expect(of('職員旅費', { ...bare, ...columns })).toEqual(amounts)
  })

  it('adds up the 項 of a special account', () => {
    const row = (detail: string, amount: string): Row => ({
      所管: '財務省',
      特別会計: '国債整理基金',
      項名: '国債整理支出',
      目名: detail,
      ...asked(amount),
    })
    const rows = [row('債務償還費', '5'), row('利子及割引料', '7')]
    expect(of('国債整理基金', ...rows)).toEqual(['国債整理基金 2025 draft 12000', '国債整理基金 2025 enacted 12000'])
    expect(of('国債整理支出', ...rows)).toEqual(['国債整理支出 2025 draft 12000', '国債整理支出 2025 enacted 12000'])
  })

  it.each<[what: string, columns: Row]>([
    ['a settlement', { '支出済歳出額(円)': '390', '歳出予算現額(円)': '410' }],
    ['a supplement', { '成立予算額(千円)': '400' }],
    ['the year before', { '前年度予算額(千円)': '400' }],
  ])('is of no year with the heads of %s alone', (_, columns) => {
    expect(isKnown(mofItems, { ...bare, ...columns })).toBe(true)
    expect(amountsIn(mofItems, { ...bare, ...columns })).toBe(null)
  })

  it.each([
    ['in thousand yen', mofRow('項', '目', asked('1')), 1000],
    ['in yen', { ...bare, '令和5年度予算額(円)': '1' }, 1],
  ])('keeps the last digit of a file %s', (_, row: Row, precision) => {
    expect(new Set(amountsIn(mofItems, row)?.map(({ precisionYen }) => precisionYen))).toEqual(new Set([precision]))
  })

  it.each([
    ['the columns it needs', mofRow('項', '目'), true],
    ['no amounts', bare, false],
    ['no 目', { 項名: '統計調査費', '令和7年度要求額(千円)': '1' }, false],
  ])('is known by %s', (_, row: Row, isOne) => {
    expect(isKnown(mofItems, row)).toBe(isOne)
  })
})
