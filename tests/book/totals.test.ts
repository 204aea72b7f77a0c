import { expect, it } from 'vitest'
import { sumOf } from '../../src/book/totals.js'

it.each([
  ['計', ['moku'], 'kou'],
  ['項　計', ['moku'], 'kou'],
  ['合　　計', ['moku'], 'kou'],
  ['歳出合計', ['moku'], 'total'],
  ['款　計', ['moku'], 'kan'],
  ['計', ['kan', 'kou'], 'total'],
  ['歳　入　合　計', ['kan', 'kou'], 'total'],
  ['合計', ['kan'], 'total'],
  ['会計管理費', ['moku'], null],
  ['統計調査費', ['kan', 'kou'], null],
] as const)('%s below %j is of %s', (name, levels, level) => {
  expect(sumOf(name, levels)).toBe(level)
})
