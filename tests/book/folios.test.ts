import { describe, expect, it } from 'vitest'
import { withoutFolio } from '../../src/book/folios.js'
import { printOf } from './prints.js'

interface Case {
  readonly is: string
  /** Texts with how far down and how far right they stand. */
  readonly prints: readonly (readonly [string, number, number?])[]
  readonly left: readonly string[]
}

const cases: readonly Case[] = [
  {
    is: 'a number between dashes below all else',
    prints: [
      ['報酬', 0],
      ['－ １６ －', 20],
    ],
    left: ['報酬'],
  },
  {
    is: 'a number between dashes beside a name',
    prints: [
      ['報酬', 0],
      ['- 16 -', 0, 200],
    ],
    left: ['報酬', '- 16 -'],
  },
  {
    is: 'a number alone, far below',
    prints: [
      ['報酬', 0],
      ['16', 60],
    ],
    left: ['報酬'],
  },
  {
    is: 'a number alone, far above',
    prints: [
      ['16', 0],
      ['報酬', 60],
    ],
    left: ['報酬'],
  },
  {
    is: 'a number of the next row',
    prints: [
      ['報酬', 0],
      ['16', 14],
    ],
    left: ['報酬', '16'],
  },
  {
    is: 'an amount far below',
    prints: [
      ['報酬', 0],
      ['1,600', 60],
    ],
    left: ['報酬', '1,600'],
  },
  {
    is: 'a number between rows',
    prints: [
      ['報酬', 0],
      ['16', 60],
      ['給料', 120],
    ],
    left: ['報酬', '16', '給料'],
  },
  { is: 'a page of a number alone', prints: [['16', 0]], left: ['16'] },
]

describe('printed page numbers', () => {
  it.each(cases)('$is', ({ prints, left }) => {
    const found = withoutFolio(prints.map(([text, y, x = 0]) => printOf(text, { x, y })))
    expect(found.map(({ text }) => text)).toEqual(left)
  })
})
