import { expect, it } from 'vitest'
import { levelled, printsOf } from '../../src/book/print.js'
import { printOf } from './prints.js'

it.each([
  ['⽬', '目'],
  ['⾦　額', '金　額'],
  ['⼾籍住⺠基本台帳費', '戸籍住民基本台帳費'],
])('reads %s as %s', (text, expected) => {
  const { boxes, box } = printOf(text)
  const line = { number: 1, text, boxes, box, vertical: false }
  const [print] = printsOf({ page: 1, blocks: [{ lines: [line], cells: [] }] } as never)
  expect(print?.text).toBe(expected)
})

it('puts prints of one level together, from left to right', () => {
  const [first, second] = levelled([
    printOf('1,234千円', { x: 300, y: 2 }),
    printOf('１款　町税', { y: 0 }),
    printOf('１項　町民税', { y: 20 }),
  ])
  expect([first?.text, second?.text]).toEqual(['１款　町税\t1,234千円', '１項　町民税'])
  expect(first?.boxes).toHaveLength(4 * (first?.text.length ?? 0))
  expect(first?.box).toMatchObject({ x0: 0, x1: 370 })
})
