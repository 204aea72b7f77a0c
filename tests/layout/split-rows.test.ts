import { describe, expect, it } from 'vitest'
import { cellTexts, layoutOf, type Print, ruled } from './pages.js'

/** Lines of the cells in the second row of a table of three columns; the first row is heads. */
type Lines = readonly (readonly [column: number, y: number, text: string])[]

const shown = (lines: Lines): string[] | undefined => {
  const heads = ['事項', '金額', '前年度'].map((word, c): Print => [55 + 100 * c, 55, word])
  const body = lines.map(([column, y, text]): Print => [55 + 100 * column, 75 + y, text])
  return cellTexts(layoutOf([...heads, ...body], ruled([50, 150, 250, 350], [50, 70, 170])))[0]?.slice(3)
}

const cases: readonly (readonly [what: string, lines: Lines, cells: readonly string[]])[] = [
  [
    'each number has a row',
    [
      [0, 0, '報酬'],
      [1, 0, '1,200'],
      [2, 0, '1,100'],
      [0, 15, '旅費'],
      [1, 15, '300'],
    ],
    ['1,0 報酬', '1,1 1,200', '1,2 1,100', '2,0 旅費', '2,1 300'],
  ],
  [
    'a name that goes on below joins its row',
    [
      [0, 0, '使用料及び'],
      [0, 11, '賃借料'],
      [1, 0, '1,200'],
      [0, 30, '旅費'],
      [1, 30, '300'],
    ],
    ['1,0 使用料及び/賃借料', '1,1 1,200', '2,0 旅費', '2,1 300'],
  ],
  [
    'a word in brackets below a number stands in the place of the amount before',
    [
      [0, 0, '報酬'],
      [1, 0, '1,200'],
      [1, 11, '（1,100）'],
      [2, 0, '100'],
      [0, 30, '旅費'],
      [1, 30, '300'],
      [1, 41, '（新規）'],
      [2, 30, '300'],
    ],
    ['1,0 報酬', '1,1 1,200/（1,100）', '1,2 100', '2,0 旅費', '2,1 300/（新規）', '2,2 300'],
  ],
  [
    'a number between the two lines of its name joins them',
    [
      [0, 0, '使用料及び'],
      [0, 11, '賃借料'],
      [1, 5.5, '1,200'],
      [0, 30, '旅費'],
      [1, 30, '300'],
      [0, 50, '報酬'],
      [1, 50, '200'],
    ],
    ['1,0 使用料及び/賃借料', '1,1 1,200', '2,0 旅費', '2,1 300', '3,0 報酬', '3,1 200'],
  ],
  [
    'an amount in brackets below another is of the same row',
    [
      [0, 0, '施設整備'],
      [0, 12, '事業'],
      [1, 0, '1,200'],
      [1, 12, '(1,000)'],
    ],
    ['1,0 施設整備/事業', '1,1 1,200/(1,000)'],
  ],
  [
    'unless its name is in brackets too',
    [
      [0, 0, '投資的経費'],
      [0, 12, '（うち人件費）'],
      [1, 0, '1,200'],
      [1, 12, '(1,000)'],
    ],
    ['1,0 投資的経費', '1,1 1,200', '2,0 （うち人件費）', '2,1 (1,000)'],
  ],
  [
    'names and numbers in one cell stay together',
    [
      [0, 0, '財政調整'],
      [1, 0, '取崩   680'],
      [1, 15, '積立   665'],
    ],
    ['1,0 財政調整', '1,1 取崩   680/積立   665'],
  ],
  [
    'the unit above the first number is no row',
    [
      [1, 0, '千円'],
      [0, 12, '報酬'],
      [1, 12, '1,200'],
    ],
    ['1,0 報酬', '1,1 千円/1,200'],
  ],
  [
    'a text of many lines is not cut',
    [
      [0, 0, '事業費'],
      [0, 12, '事務費'],
      [1, 0, '1,200'],
      [1, 12, '300'],
      ...[0, 9, 18, 27, 36].map((y): Lines[number] => [2, y, '説明の文']),
    ],
    ['1,0 事業費', '1,1 1,200', '1,2+2x1 説明の文/説明の文/説明の文/説明の文/説明の文', '2,0 事務費', '2,1 300'],
  ],
]

describe('rows that only whitespace parts', () => {
  it.each(cases)('%s', (_, lines, cells) => {
    expect(shown(lines)).toEqual(cells)
  })
})
