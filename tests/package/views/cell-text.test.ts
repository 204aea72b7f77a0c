import { expect, it } from 'vitest'
import { cellText } from '../../../src/package/views/cell-text.js'

it.each([
  ['事業', '事業'],
  ['=1+1', '=1+1'],
  ['_x0041_', '_x005F_x0041_'],
  ['_x0041', '_x005F_x0041'],
  ['_xyz_', '_xyz_'],
  ['a\ud800b', 'a_xD800_b'],
  ['\udc00', '_xDC00_'],
  ['👍', '👍'],
  ['\ufffe\uffff', '_xFFFE__xFFFF_'],
])('%j becomes %j', (text, cell) => {
  expect(cellText(text)).toBe(cell)
})

it('cuts at the limit of Excel', () => {
  expect(cellText('あ'.repeat(32_767))).toBe('あ'.repeat(32_767))
  expect(cellText('あ'.repeat(32_768))).toBe(`${'あ'.repeat(32_766)}…`)
})

it('does not cut a character in two', () => {
  expect(cellText(`${'a'.repeat(32_765)}👍👍`)).toBe(`${'a'.repeat(32_765)}…`)
})
