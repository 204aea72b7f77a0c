import { describe, expect, it } from 'vitest'
import type { Section } from '../../src/book/column.js'
import type { Leaf } from '../../src/book/leaf.js'
import { tablesIn } from '../../src/book/tables.js'

const upright = (y0: number, y1: number) => ({ x0: 10, y0, x1: 10, y1 })

const leafWith = (spans: readonly (readonly [number, number])[]): Leaf => ({
  pages: [1],
  width: 300,
  height: 800,
  prints: [],
  rules: { across: [], down: spans.map(([y0, y1]) => upright(y0, y1)) },
})

const section: Section = {
  columns: [
    { meaning: { kind: 'names', levels: ['moku'] }, x0: 10, x1: 100 },
    { meaning: { kind: 'money', column: 'current' }, x0: 100, x1: 200 },
  ],
  top: 90,
  head: 100,
  bottom: 400,
}

interface Case {
  readonly is: string
  /** Where upright rules begin and end. */
  readonly rules: readonly (readonly [number, number])[]
  readonly tables: readonly (readonly [number, number])[]
}

const cases: readonly Case[] = [
  { is: 'one table', rules: [[90, 300]], tables: [[100, 300]] },
  {
    is: 'rules in stretches',
    rules: [
      [90, 150],
      [150, 300],
    ],
    tables: [[100, 300]],
  },
  {
    is: 'two tables',
    rules: [
      [90, 200],
      [250, 300],
    ],
    tables: [
      [100, 200],
      [250, 300],
    ],
  },
  { is: 'a table that the next section cuts', rules: [[90, 500]], tables: [[100, 400]] },
  {
    is: 'rules of the next section that begin above its words',
    rules: [
      [90, 300],
      [398, 700],
    ],
    tables: [[100, 300]],
  },
]

describe('the tables of a section', () => {
  it.each(cases)('$is', ({ rules, tables }) => {
    expect(tablesIn(leafWith(rules), section).map(({ y0, y1 }) => [y0, y1])).toEqual(tables)
  })
})
