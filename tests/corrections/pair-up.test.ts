import { describe, expect, it } from 'vitest'
import { pairUp } from '../../src/corrections/pair-up.js'

describe('pairUp', () => {
  it.each<[what: string, partners: Readonly<Record<string, string>>, paired: string]>([
    ['nothing', {}, ''],
    ['an item alone', { a: '' }, ''],
    ['each with its own', { a: '1', b: '2' }, 'ab'],
    ['one that gives way', { a: '12', b: '1' }, 'ab'],
    ['a row that gives way', { a: '12', b: '23', c: '2', d: '1' }, 'abc'],
    ['of two the first', { a: '1', b: '1' }, 'a'],
    ['more partners than items', { a: '123', b: '123' }, 'ab'],
  ])('%s', (_, partners, paired) => {
    const pairs = pairUp(Object.keys(partners), (item) => [...(partners[item] ?? '')])
    expect([...pairs.keys()].sort().join('')).toBe(paired)
    expect(new Set(pairs.values()).size).toBe(paired.length)
    for (const [item, partner] of pairs) expect(partners[item]).toContain(partner)
  })
})
