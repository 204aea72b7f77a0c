import { describe, expect, it } from 'vitest'
import { piecesBetween } from '../../src/book/pieces.js'
import { rowsIn } from '../../src/book/rows.js'
import { printOf } from './prints.js'

/** A text and how far down it stands. */
type At = readonly [string, number]

const everywhere = { x0: 0, x1: 1000, y0: 0, y1: 1000 }
const plain = ([text, y]: At) => ({ piece: piecesBetween([printOf(text, { y })], everywhere)[0] as never })

interface Case {
  readonly is: string
  readonly names: readonly At[]
  readonly amounts: readonly At[]
  readonly rows: readonly (readonly [string, string])[]
}

const cases: readonly Case[] = [
  { is: 'nothing', names: [], amounts: [], rows: [] },
  { is: 'one row', names: [['報酬', 0]], amounts: [['12', 0]], rows: [['報酬', '12']] },
  { is: 'a name without an amount', names: [['報酬', 0]], amounts: [], rows: [['報酬', '']] },
  {
    is: 'one amount beside a name of two lines',
    names: [
      ['負担金、補助', 0],
      ['及び交付金', 15],
    ],
    amounts: [['12', 0]],
    rows: [['負担金、補助/及び交付金', '12']],
  },
  {
    is: 'two rows',
    names: [
      ['報酬', 0],
      ['給料', 20],
    ],
    amounts: [
      ['12', 1],
      ['34', 21],
    ],
    rows: [
      ['報酬', '12'],
      ['給料', '34'],
    ],
  },
  {
    is: 'a name that goes on above the next row',
    names: [
      ['負担金、補助', 0],
      ['及び交付金', 15],
      ['扶助費', 30],
    ],
    amounts: [
      ['12', 0],
      ['34', 30],
    ],
    rows: [
      ['負担金、補助/及び交付金', '12'],
      ['扶助費', '34'],
    ],
  },
  {
    is: 'a name that begins above its amount',
    names: [
      ['報酬', 0],
      ['会計年度任用', 15],
      ['2', 22],
    ],
    amounts: [
      ['12', 0],
      ['34', 22],
    ],
    rows: [
      ['報酬', '12'],
      ['会計年度任用/2', '34'],
    ],
  },
  { is: 'what stands below the band', names: [['報酬', 990]], amounts: [['12', 1200]], rows: [['報酬', '']] },
]

describe('rows of a band', () => {
  it.each(cases)('$is', ({ names, amounts, rows }) => {
    const found = rowsIn(
      { y0: 0, y1: 1000, isClosed: false },
      names.map(plain),
      amounts.map(plain).filter(({ piece }) => piece),
    )
    const said = (of: readonly { piece: { text: string } }[]): string => of.map(({ piece }) => piece.text).join('/')
    expect(found.map((row) => [said(row.names), said(row.amounts)])).toEqual(rows)
  })
})
