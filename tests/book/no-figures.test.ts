import { describe, expect, it } from 'vitest'
import { type NoFigure, noFigure, type Zone } from '../../src/book/no-figures.js'
import { numbersIn } from '../../src/book/numbers.js'
import { printOf } from './prints.js'

type Case = readonly [string, Zone, readonly (NoFigure | null)[]]

const cases: readonly Case[] = [
  ['令和６年度予算', 'head', ['head']],
  ['令和６年度から', 'description', ['year']],
  ['- 41 -', 'money', ['page']],
  ['―\t14\t―\t一般会計', 'outside', ['page']],
  ['204', 'margin', ['page']],
  ['204', 'outside', [null]],
  ['国庫負担 1/2', 'description', ['basis', 'basis']],
  ['594,196×0.20885', 'description', ['basis', 'basis']],
  ['補助率　３０％', 'description', ['percent']],
  ['敬老祝金　3,711人', 'description', ['count']],
  ['１　報酬', 'names', ['code']],
  ['10', 'names', ['code']],
  ['001 一般職', 'description', ['code']],
  ['◎0101010 議会費', 'description', ['code']],
  ['(款) 2 総務費　(項) 1 総務管理費', 'outside', ['code', 'code']],
  ['市役所(第2)庁舎', 'description', ['word']],
  ['月額10,000円', 'description', [null]],
  ['市預託金　7,000', 'description', [null]],
  ['賠償限度　2千万円', 'description', [null]],
  ['２款　総務費　489,000千円', 'outside', ['count', null]],
  ['12', 'money', [null]],
  ['(12)', 'money', [null]],
  ['12.3', 'ratio', ['percent']],
  ['△ 1 2 , 3 4 5', 'money', [null]],
  ['1,234\t5,678', 'outside', [null, null]],
]

describe('a number in a book', () => {
  it.each(cases)('%s among %s', (text, zone, kinds) => {
    expect(numbersIn(printOf(text)).map((number) => noFigure(number, zone))).toEqual(kinds)
  })
})

it('stands where its digits do', () => {
  expect(numbersIn(printOf('あ １２ い')).map(({ text, own }) => [text.trim(), own.x0, own.x1])).toEqual([
    ['１２', 20, 40],
  ])
})
