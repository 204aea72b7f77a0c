import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headsOf } from '../../src/model/heads.js'

const ties = (...pairs: readonly string[]) => pairs.map(([from = '', to = '']) => ({ from, to }))

describe('headsOf', () => {
  it.each<[pairs: readonly string[], heads: string]>([
    [[], 'abcd'],
    [['ab'], 'bbcd'],
    [['aa'], 'abcd'],
    [['ab', 'ab'], 'bbcd'],
    [['ab', 'ba'], 'bbcd'],
    [['ab', 'bc'], 'cccd'],
    [['bc', 'ab'], 'cccd'],
    [['ab', 'bc', 'ca'], 'cccd'],
    [['ab', 'ac'], 'cccd'],
    [['ab', 'cd'], 'bbdd'],
    [['ab', 'cd', 'ac'], 'dddd'],
  ])('of %j are %s', (pairs, heads) => {
    expect([...'abcd'].map(headsOf(ties(...pairs))).join('')).toBe(heads)
  })

  it('are the same for names that ties lead between, and only for these', () => {
    const name = fc.constantFrom(...'abcdefg')
    fc.assert(
      fc.property(fc.array(fc.record({ from: name, to: name }), { maxLength: 8 }), (pairs) => {
        const headOf = headsOf(pairs)
        for (const start of 'abcdefg') {
          const reached = new Set([start])
          for (let size = 0; size < reached.size; ) {
            size = reached.size
            for (const { from, to } of pairs)
              if (reached.has(from) || reached.has(to)) for (const one of [from, to]) reached.add(one)
          }
          for (const other of 'abcdefg') expect(headOf(start) === headOf(other)).toBe(reached.has(other))
        }
      }),
    )
  })
})
