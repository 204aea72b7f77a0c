import { describe, expect, it } from 'vitest'
import type { Column } from '../../src/book/column.js'
import type { Meaning } from '../../src/book/column-words.js'
import { faced, isLeft, isRight, type Sheet } from '../../src/book/facing.js'
import { printOf } from './prints.js'

const moku: Meaning = { kind: 'names', levels: ['moku'] }
const kan: Meaning = { kind: 'names', levels: ['kan'] }
const money: Meaning = { kind: 'money', column: 'current' }
const setsu: Meaning = { kind: 'setsu' }
const amount: Meaning = { kind: 'amount' }
const told: Meaning = { kind: 'description' }

/** A sheet of one table, whose lines stand on levels below its head. */
const sheetOf = (page: number, meanings: readonly Meaning[], levels: readonly number[], head = 100): Sheet => ({
  leaf: {
    pages: [page],
    width: 500,
    height: 800,
    prints: levels.map((y) => printOf('報酬', { y: head + y })),
    rules: { across: [], down: [] },
  },
  sections:
    meanings.length === 0
      ? []
      : [
          {
            columns: meanings.map((meaning, i): Column => ({ meaning, x0: 100 * i, x1: 100 * (i + 1) })),
            top: head - 20,
            head,
            bottom: 800,
          },
        ],
})

const sides: readonly (readonly [string, readonly Meaning[], boolean, boolean])[] = [
  ['names with money', [moku, money], true, false],
  ['節 with 説明', [setsu, amount, told], false, true],
  ['a whole table', [moku, money, setsu, amount, told], false, false],
  ['funding sources', [money, money], false, true],
  ['節 beside their 目', [moku, money, setsu, amount], true, false],
  ['説明 alone', [told], false, true],
  ['no table', [], false, false],
]

it.each(sides)('%s', (_, meanings, left, right) => {
  const sheet = sheetOf(1, meanings, [10])
  expect([isLeft(sheet), isRight(sheet)]).toEqual([left, right])
})

interface Case {
  readonly is: string
  readonly left: Sheet
  readonly right: Sheet
  readonly pages: readonly number[] | null
}

const left = sheetOf(2, [moku, money], [10, 40, 70])
const cases: readonly Case[] = [
  { is: 'level lines', left, right: sheetOf(3, [setsu, amount, told], [10, 40, 70]), pages: [2, 3] },
  { is: 'the right page first in the file', left, right: sheetOf(1, [setsu, amount, told], [10, 40]), pages: [1, 2] },
  {
    is: 'a right page that stands lower',
    left,
    right: sheetOf(3, [setsu, amount, told], [10, 40], 111),
    pages: [2, 3],
  },
  { is: 'no level line', left, right: sheetOf(3, [setsu, amount, told], [22, 55]), pages: null },
  { is: '節 beside 款', left: sheetOf(2, [kan, money], [10]), right: sheetOf(3, [setsu, amount], [10]), pages: null },
  {
    is: '説明 alone beside 節',
    left: sheetOf(2, [moku, money, setsu, amount], [10, 40]),
    right: sheetOf(3, [told], [10, 40]),
    pages: [2, 3],
  },
  { is: '説明 alone beside 目', left, right: sheetOf(3, [told], [10, 40]), pages: null },
  {
    is: 'one level line of many below level heads',
    left: sheetOf(2, [moku, money], [10, 42, 74, 106, 138]),
    right: sheetOf(3, [setsu, amount, told], [10, 58, 90, 122, 154]),
    pages: [2, 3],
  },
  { is: 'no table on the right', left, right: sheetOf(3, [], [10]), pages: null },
]

describe('two sheets face each other', () => {
  it.each(cases)('$is', ({ left, right, pages }) => {
    expect(faced(left, right)?.leaf.pages ?? null).toEqual(pages)
  })

  it('with the columns of both', () => {
    const both = faced(left, sheetOf(3, [setsu, amount, told], [10, 40, 70]))
    expect(both?.sections[0]?.columns.map(({ x0 }) => x0)).toEqual([0, 100, 500, 600, 700])
  })
})
