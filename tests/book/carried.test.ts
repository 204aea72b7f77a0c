import { expect, it } from 'vitest'
import { carriedFrom } from '../../src/book/carried.js'
import type { Column } from '../../src/book/column.js'
import type { Sheet } from '../../src/book/facing.js'
import type { Leaf } from '../../src/book/leaf.js'
import { printOf } from './prints.js'

const columns: readonly Column[] = [
  { meaning: { kind: 'names', levels: ['moku'] }, x0: 0, x1: 100 },
  { meaning: { kind: 'money', column: 'current' }, x0: 100, x1: 200 },
  { meaning: { kind: 'money', column: 'previous' }, x0: 200, x1: 300 },
]

/** Rows of two amounts of thousands that end at two edges, from a level downwards. */
const leafOf = (edges: readonly number[], top: number): Leaf => ({
  pages: [1],
  width: 500,
  height: 800,
  prints: [0, 20, 40].flatMap((y) => edges.map((x) => printOf('1,234', { x: x - 50, y: top + y }))),
  rules: { across: [], down: [] },
})

const earlier: Sheet = {
  leaf: leafOf([195, 295], 140),
  sections: [{ columns, top: 100, head: 130, bottom: 800 }],
}

it('carries on a table whose money ends where its own does', () => {
  const carried = carriedFrom(leafOf([195, 295], 110), [earlier])
  expect(carried?.sections).toEqual([{ columns, top: 99, head: 99, bottom: 800 }])
})

it('begins with its first money', () => {
  expect(carriedFrom(leafOf([195, 295], 80), [earlier])?.sections[0]?.head).toBe(79)
})

it.each([
  ['elsewhere', [195, 320]],
  ['at one edge alone', [195]],
])('carries on nothing where money ends %s', (_, edges) => {
  expect(carriedFrom(leafOf(edges, 110), [earlier])).toBeNull()
})
