import { describe, expect, it } from 'vitest'
import { type Piece, piecesBetween } from '../../src/book/pieces.js'
import { SetsuLevels } from '../../src/book/setsu-levels.js'
import { printOf } from './prints.js'

const everywhere = { x0: 0, x1: 1000, y0: 0, y1: 1000 }
const piece = (text: string, x: number): Piece => piecesBetween([printOf(text, { x })], everywhere)[0] as Piece

interface Case {
  readonly is: string
  /** Rows from top to bottom: their texts, and where these begin. */
  readonly rows: readonly (readonly [string, number])[]
  readonly parts: readonly boolean[]
}

const cases: readonly Case[] = [
  {
    is: 'rows on one edge',
    rows: [
      ['1 報酬', 20],
      ['2 給料', 20],
    ],
    parts: [false, false],
  },
  {
    is: 'parts set in',
    rows: [
      ['10 需用費', 20],
      ['1 消耗品費', 50],
      ['2 燃料費', 50],
    ],
    parts: [false, true, true],
  },
  {
    is: 'a 節 behind parts',
    rows: [
      ['10 需用費', 20],
      ['1 消耗品費', 50],
      ['11 役務費', 20],
    ],
    parts: [false, true, false],
  },
  {
    is: 'numbers that end on one edge',
    rows: [
      ['10 需用費', 20],
      ['1 報酬', 30],
    ],
    parts: [false, false],
  },
  {
    is: 'parts with brackets',
    rows: [
      ['10 需用費', 20],
      ['(1) 消耗品費', 20],
    ],
    parts: [false, true],
  },
  {
    is: 'all with brackets',
    rows: [
      ['(1) 報酬', 20],
      ['(2) 給料', 20],
    ],
    parts: [false, false],
  },
]

describe('parts with numbers', () => {
  it.each(cases)('$is', ({ rows, parts }) => {
    const levels = new SetsuLevels()
    expect(rows.map(([text, x]) => levels.isPart([piece(text, x)], 0))).toEqual(parts)
  })

  it('are none at the head of another 目', () => {
    const levels = new SetsuLevels()
    levels.isPart([piece('1 報酬', 20)], 0)
    levels.restart()
    expect(levels.isPart([piece('1 報酬', 60)], 0)).toBe(false)
  })
})
