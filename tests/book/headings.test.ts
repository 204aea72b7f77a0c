import { describe, expect, it } from 'vitest'
import { directionIn, headingsIn, titleIn, unitIn } from '../../src/book/headings.js'

describe('headingsIn', () => {
  it.each([
    ['１款　市税\t46,460,600千円', [['kan', '1', '市税', '46,460,600千円']]],
    [
      '１款　市税　　２項　固定資産税',
      [
        ['kan', '1', '市税', null],
        ['kou', '2', '固定資産税', null],
      ],
    ],
    [
      '款\t16. 県支出金\t項\t2. 県補助金\t（単位：千円）',
      [
        ['kan', '16', '県支出金', null],
        ['kou', '2', '県補助金', null],
      ],
    ],
    [
      '（款）２　総務費　（項）１　総務管理費',
      [
        ['kan', '2', '総務費', null],
        ['kou', '1', '総務管理費', null],
      ],
    ],
    ['第１款　水　道　事　業　収　益', [['kan', '1', '水道事業収益', null]]],
    ['（項）１　総務管理費（続き）', [['kou', '1', '総務管理費', null]]],
    ['1項 総務管理費 つづき', [['kou', '1', '総務管理費', null]]],
    ['2項 手続き費', [['kou', '2', '手続き費', null]]],
    ['(款) 2 総務費\t1,234,567', [['kan', '2', '総務費', '1,234,567']]],
    [
      '【款】１．市税　　【項】２．固定資産税',
      [
        ['kan', '1', '市税', null],
        ['kou', '2', '固定資産税', null],
      ],
    ],
    [
      '2款　総務費　－　1項　総務管理費',
      [
        ['kan', '2', '総務費', null],
        ['kou', '1', '総務管理費', null],
      ],
    ],
    [
      '２款１項３目　財産管理費',
      [
        ['kan', '2', '', null],
        ['kou', '1', '', null],
        ['moku', '3', '財産管理費', null],
      ],
    ],
    ['２款１項', []],
    ['第２条　歳出予算の各項の経費', []],
    ['款　項　目', []],
    ['一般管理費', []],
  ])('%s', (text, expected) => {
    expect(headingsIn(text).map(({ level, code, name, amount }) => [level, code, name, amount])).toEqual(expected)
  })
})

describe('directionIn', () => {
  it.each([
    ['歳　　入', 'revenue'],
    ['（歳　出）', 'expenditure'],
    ['２　　歳    入', 'revenue'],
    ['3.歳　出', 'expenditure'],
    ['収益的支出\t（単位：千円）', 'expenditure'],
    ['資本的収入', 'revenue'],
    ['歳入歳出予算', null],
    ['収益的収入及び支出', null],
    ['歳入合計', null],
  ])('%s', (text, direction) => {
    expect(directionIn(text)).toBe(direction)
  })
})

describe('titleIn', () => {
  it.each([
    ['令和６年度青葉川市一般会計予算', { fiscalYear: 2024, account: '一般会計' }],
    ['令 和 ４ 年 度　青葉川市介護保険特別会計予算', { fiscalYear: 2022, account: '介護保険特別会計' }],
    ['令和元年度　青葉川市水道事業会計予算', { fiscalYear: 2019, account: '水道事業会計' }],
    ['平成31年度 一般会計補正予算（第１号）', { fiscalYear: 2019, account: '一般会計' }],
    ['令和６年度の予算', null],
  ])('%s', (text, title) => {
    expect(titleIn(text)).toEqual(title)
  })
})

describe('unitIn', () => {
  it.each([
    ['（単位：千円）', 1000],
    ['（単位   千円）', 1000],
    ['千円', 1000],
    ['千円\t千円', 1000],
    ['(単位:円)', 1],
    ['百万円', 1_000_000],
    ['金額（千円）', 1000],
    ['(円)', 1],
    ['報酬 12(千円)', null],
    ['12千円', null],
  ])('%s', (text, unit) => {
    expect(unitIn(text)).toBe(unit)
  })
})
