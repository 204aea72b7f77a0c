import type { PlainNumber, SignMark } from '../model/finding.js'
import type { TokenisedText } from '../model/token.js'
import { isSure } from './doubt.js'

const signs: readonly SignMark[] = ['△', '▲', '−', '-', '+']

/** Digits in a cell: `1,234`, `△ 54,317`, `(2,458)`. The value in brackets is not negative: there
 * a budget prints the year before or a part. */
export const readNumber = ({ clean, tokens }: TokenisedText, index: number): PlainNumber | null => {
  const token = tokens[index]
  if (token?.kind !== 'number') return null
  const { from, to } = token
  const printed = clean.text.slice(from, to).trim()
  const sign = /^[(〔[]/u.test(printed) ? '（）' : (signs.find((mark) => printed.startsWith(mark)) ?? 'none')
  const [integer = '', decimals = ''] = printed.replace(/[^\d.]/g, '').split('.')
  const digits = Number(integer + decimals)
  if (!Number.isSafeInteger(digits)) return null
  const negative = /^[(〔[]? ?[△▲−-]/u.test(printed)
  return {
    kind: 'number',
    digits: negative ? -digits : digits,
    exponent: 0 - decimals.length,
    sign,
    sure: isSure(clean, from, to, null),
    from,
    to,
  }
}
