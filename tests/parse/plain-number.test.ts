import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainNumber } from '../../src/model/finding.js'
import { cellText } from '../normalise/lines.js'
import { findingsIn, ofKind, parsePage } from './findings.js'
import { rowsOf } from './table.js'

/** The numbers in a cell; `⏎` breaks its lines. */
const numbersIn = async (print: string): Promise<PlainNumber[]> => {
  const parsed = await parsePage(cellText(...print.split('⏎')))
  return parsed.flatMap(({ findings }) => ofKind(findings, 'number'))
}

/** Sign, digits and power of ten: `△-12345e-1`. */
const shown = ({ sign, digits, exponent }: PlainNumber): string =>
  `${sign === 'none' ? '' : sign}${digits}${exponent === 0 ? '' : `e${exponent}`}`

describe('cell-numbers.csv', () => {
  it.each(rowsOf('cell-numbers'))('$printed: $note', async ({ printed = '', numbers }) => {
    expect((await numbersIn(printed)).map(shown).join(' ')).toBe(numbers)
  })
})

it('numbers outside tables are none', async () => {
  expect(ofKind(await findingsIn('1,234'), 'number')).toEqual([])
})

describe('any number as budgets print it', () => {
  const grouped = (digits: number): string => String(digits).replace(/\B(?=(?:\d{3})+$)/gu, ',')
  const wide = (print: string): string =>
    print.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
  const number = fc.record({
    digits: fc.integer({ min: 0, max: 10 ** 12 }),
    decimals: fc.constantFrom('', '.0', '.5', '.25'),
    sign: fc.constantFrom('', '△', '▲', '△ ', '−'),
    isWide: fc.boolean(),
  })

  it('is read as it stands', async () => {
    await fc.assert(
      fc.asyncProperty(number, async ({ digits, decimals, sign, isWide }) => {
        const print = `${grouped(digits)}${decimals}`
        const [found, ...others] = await numbersIn(sign + (isWide ? wide(print) : print))
        const value = Number(`${digits}${decimals.slice(1)}`)
        expect([found?.digits, found?.exponent, others.length]).toEqual([
          sign === '' ? value : -value,
          0 - decimals.slice(1).length,
          0,
        ])
      }),
    )
  })
})
