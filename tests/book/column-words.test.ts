import { expect, it } from 'vitest'
import { headWordsIn, isHeadWord, isOtherSource, meaningOfStack } from '../../src/book/column-words.js'

it.each([
  [['目'], 'names moku'],
  [['款・項'], 'names kan,kou'],
  [['款項目'], 'names kan,kou,moku'],
  [['本年度予算額'], 'money current'],
  [['本年度', '予定額'], 'money current'],
  [['前年度', '予定額'], 'money previous'],
  [['本年度予算額（Ａ）'], 'money current'],
  [['比較(A)-(B)'], 'money change'],
  [['比較増△減'], 'money change'],
  [['本年度予', '特', '国県支出金'], 'money national_prefectural'],
  [['国・道支出金'], 'money national_prefectural'],
  [['国(都)支出金'], 'money national_prefectural'],
  [['市債'], 'money bond'],
  [['財源内訳', '一般財源'], 'money general'],
  [['節', '区分'], 'setsu'],
  [['節', '金額（千円）'], 'amount'],
  [['説明'], 'description'],
  [['補正前の額'], 'money before'],
  [['補正額'], 'money supplement'],
  [['計'], 'money after'],
  [['令和６年度'], 'year 2024'],
  [['７年度'], 'year 2025'],
  [['７年'], null],
  [['前年度', '最終予算額'], 'money previous'],
  [['対前年度', '比較増減'], 'money change'],
  [['増△減額'], 'money change'],
  [['国庫・県', '支出金'], 'money national_prefectural'],
  [['その他財源'], 'money other'],
  [['一般財源等'], 'money general'],
  [['節及び細節'], 'setsu'],
  [['説明・積算内訳'], 'description'],
  [['一財'], 'money general'],
  [['構成比'], 'ratio'],
  [['増減率', '（％）'], 'ratio'],
  [['前年度比'], null],
  [['説明会'], null],
  [['繰入金'], null],
  [['職員数'], null],
  [[], null],
])('%j is %s', (stack, expected) => {
  const meaning = meaningOfStack(stack)
  const detail =
    meaning &&
    ('levels' in meaning
      ? meaning.levels
      : 'column' in meaning
        ? meaning.column
        : 'year' in meaning
          ? meaning.year
          : null)
  expect(meaning && [meaning.kind, ...(detail === null ? [] : [String(detail)])].join(' ')).toBe(expected)
})

it.each(['目', '節', '本年度予算額の財源内訳', '特定財源', '説 明'])('%s may stand in a head', (word) => {
  expect(isHeadWord(word)).toBe(true)
})

it.each(['1 市税', '報酬', '12,345', '一般管理費'])('%s stands in no head', (word) => {
  expect(isHeadWord(word)).toBe(false)
})

it.each([
  ['区分金額', ['区分', '金額']],
  ['目本年度比較', ['目', '本年度', '比較']],
  ['本年度予算額', ['本年度予算額']],
  ['区分1', []],
  ['', []],
])('%s is made of %j', (text, expected) => {
  expect(headWordsIn(text)).toEqual(expected)
})

it.each([
  [['使用料及び', '手数料'], true],
  [['財源内訳', '繰入金'], true],
  [['一般財源'], false],
  [[], false],
])('%j is another source of money: %j', (stack, expected) => {
  expect(isOtherSource(stack)).toBe(expected)
})
