import { expect, it } from 'vitest'
import { isHeadWord, meaningOfStack } from '../../src/book/column-words.js'

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
