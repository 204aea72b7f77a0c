import { expect, it } from 'vitest'
import { isOfSources } from '../../src/book/sources.js'

it.each([
  ['財源 国庫支出金 1,234 一般財源 567', true],
  ['[特定財源 県 1,234千円]', true],
  ['国庫支出金 1,234 地方債 567', true],
  ['(国 1,234 県 56)', true],
  ['国庫支出金 1,234', false],
  ['財源調整事業 1,234', false],
  ['報酬 1,234 旅費 567', false],
  ['一般財源', false],
])('%s', (text, expected) => {
  expect(isOfSources(text)).toBe(expected)
})
