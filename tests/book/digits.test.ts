import { expect, it } from 'vitest'
import { foldDigits, readCell } from '../../src/book/digits.js'

it.each([
  ['1,234', 1234],
  ['１０，８１２', 10812],
  ['1 0 , 8 1 2', 10812],
  ['△ 21,382', -21382],
  ['▲5', -5],
  ['−5', -5],
  ['－5', -5],
  ['\u00ad5', -5],
  ['Δ 5', -5],
  ['0', 0],
  ['△0', 0],
])('reads %s', (text, value) => {
  expect(readCell(text)).toEqual({ kind: 'number', value })
})

it.each([
  ['－ 16 －', '－ 16 －'],
  ['１－２', '1－2'],
  ['差引 －１２', '差引 -12'],
])('folds %s to %s', (text, folded) => {
  expect(foldDigits(text)).toBe(folded)
})

it.each(['－', '-', '―', '…'])('%s is nothing at all', (text) => {
  expect(readCell(text)).toEqual({ kind: 'nil' })
})

it.each(['1,23', '12,34,567', '1.5', '1234,567', '(1,234)', '約100', '', '－\t908', '－　　908', '9007199254740993'])(
  'does not guess %s',
  (text) => {
    expect(readCell(text)).toEqual({ kind: 'unreadable' })
  },
)
