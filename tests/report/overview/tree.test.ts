import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Programme } from '../../../src/model/programme.js'
import { type Branch, treeOf } from '../../../src/report/overview/tree.js'
import { programme } from '../../emit/sample.js'

/** `b<a`: the programme b in a. */
const rowOf = (text: string, i: number): Programme => {
  const [programme_row_id = '', parent_row_id = null] = text.split('<')
  return { ...programme, programme_row_id, parent_row_id, name: `${programme_row_id}${i}` }
}

const rowsOf = (text: string): Programme[] => text.split(' ').map(rowOf)

const print = (tree: readonly Branch[]): string =>
  tree
    .map(({ programme: { programme_row_id: id }, branches }) =>
      branches.length === 0 ? id : `${id}(${print(branches)})`,
    )
    .join(' ')

const all = (tree: readonly Branch[]): Programme[] =>
  tree.flatMap((branch) => [branch.programme, ...all(branch.branches)])

const depthOf = (tree: readonly Branch[]): number =>
  tree.reduce((depth, { branches }) => Math.max(depth, 1 + depthOf(branches)), 0)

describe('treeOf', () => {
  it('makes nothing of nothing', () => {
    expect(treeOf([])).toEqual([])
  })

  it.each<[what: string, rows: string, tree: string]>([
    ['a flat list in its order', 'b a c', 'b a c'],
    ['a tree', 'a b<a c<b d<a e', 'a(b(c) d) e'],
    ['what stands before what encloses it', 'c<a b<a a d<b', 'a(c b(d))'],
    ['an orphan at the top', 'a b<x c<b', 'a b(c)'],
    ['one that encloses itself', 'a<a b<a', 'a(b)'],
    ['two that enclose each other', 'a<b b<a c<b', 'a(b(c))'],
    ['a cycle behind others', 'x a<c b<a c<b', 'x a(b(c))'],
    ['an id twice', 'a a b<a', 'a(b) a'],
    ['an id twice, once in itself', 'a a<a b<a', 'a(a b)'],
    ['an id twice below itself, both ways round', 'b<a a<a a', 'a(b a)'],
  ])('of %s', (_, rows, tree) => {
    expect(print(treeOf(rowsOf(rows)))).toBe(tree)
  })

  it('holds each programme once, below what encloses it or at the top', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const rows = fc.array(fc.tuple(ids, fc.option(ids)), { maxLength: 9 })
    fc.assert(
      fc.property(rows, (list) => {
        const programmes = list.map(([id, parent], i) => rowOf(parent === null ? id : `${id}<${parent}`, i))
        const tree = treeOf(programmes)
        expect(new Set(all(tree))).toEqual(new Set(programmes))
        expect(all(tree).length).toBe(programmes.length)
        const check = (branches: readonly Branch[], parent: string | null): void => {
          for (const branch of branches) {
            if (parent !== null) expect(branch.programme.parent_row_id).toBe(parent)
            check(branch.branches, branch.programme.programme_row_id)
          }
        }
        check(tree, null)
        // What has nothing above it is never below something.
        const tops = new Set(tree.map((branch) => branch.programme))
        for (const one of programmes)
          if (one.parent_row_id === null || !programmes.some((other) => other.programme_row_id === one.parent_row_id))
            expect(tops.has(one)).toBe(true)
      }),
    )
  })

  it('of thousands in each other is no deeper than a page can show, and holds them all in their order', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => rowOf(i === 0 ? '0' : `${i}<${i - 1}`, i))
    const tree = treeOf(rows)
    expect(depthOf(tree)).toBe(50)
    expect(all(tree)).toEqual(rows)
  })

  it('of thousands side by side holds them in their order', () => {
    const rows = [rowOf('x', 0), ...Array.from({ length: 200_000 }, (_, i) => rowOf(`${i}<x`, i))]
    expect(treeOf(rows)[0]?.branches.map((branch) => branch.programme)).toEqual(rows.slice(1))
  })
})
