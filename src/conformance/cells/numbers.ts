import type { FieldDescriptor } from '../descriptor.js'
import type { CellType } from './cell-type.js'
import { compareDecimals, readDecimal } from './decimal.js'

/** Whole numbers of any length. */
export const integer = (field: FieldDescriptor): CellType => ({
  read: (text) => {
    const digits = plain(text, field)
    return /^[+-]?\d+$/u.test(digits) ? readDecimal(digits) : null
  },
  compare: compareDecimals,
  length: null,
})

/** Decimals, and INF, -INF and NaN in any case. */
export const number = (field: FieldDescriptor): CellType => ({
  read: (text) => {
    const word = words.get(text.slice(0, 5).toUpperCase())
    return word ?? readDecimal(withPoint(plain(text, field), field))
  },
  compare: compareDecimals,
  length: null,
})

const words: ReadonlyMap<string, string> = new Map([
  ['NAN', 'NaN'],
  ['INF', 'INF'],
  ['-INF', '-INF'],
])

/** The number without marks of groups, and where it need not be bare, without what stands around it. */
const plain = (text: string, { groupChar = '', bareNumber = true, decimalChar = '.' }: FieldDescriptor): string => {
  const bare = bareNumber ? text : strip(text, decimalChar)
  return groupChar === '' ? bare : bare.replaceAll(groupChar, '')
}

const withPoint = (text: string, { decimalChar = '.' }: FieldDescriptor): string => {
  if (decimalChar === '.') return text
  return text.includes('.') ? '' : text.replace(decimalChar, '.')
}

/** Takes off what comes before the first digit, sign or point, and what comes behind the last digit or point. */
const strip = (text: string, decimalChar: string): string => {
  const begins = (at: number) => /[\d+-]/u.test(text[at] ?? '') || text.startsWith(decimalChar, at)
  let [start, end] = [0, text.length]
  while (start < end && !begins(start)) start += 1
  while (end > start && !/\d/u.test(text[end - 1] ?? '') && !text.startsWith(decimalChar, end - 1)) end -= 1
  return text.slice(start, end)
}
