import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identify, partsOf } from '../src/identify.js'

const idsOf = (...paths: string[]) =>
  identify(paths.map((path) => ({ parts: partsOf(path) }))).map(({ documentId }) => documentId)

describe('identify', () => {
  it.each([
    [['a/b/R8 要求（概要）.pdf'], ['r8-要求-概要']],
    [
      ['x.pdf', 'x.txt', 'x.md'],
      ['x', 'x-txt', 'x-md'],
    ],
    [
      ['r6/01.pdf', 'r7/01.pdf', 'r7/02.pdf'],
      ['r6-01', 'r7-01', '02'],
    ],
    [
      ['p/r7/01.pdf', 'q/r7/01.pdf'],
      ['p-r7-01', 'q-r7-01'],
    ],
    [
      ['01.pdf', 'r7/01.pdf'],
      ['01', 'r7-01'],
    ],
    [
      ['a-b.pdf', 'a_b.pdf', 'a b.pdf'],
      ['a-b-2', 'a-b-3', 'a-b'],
    ],
    [
      ['x/a-b.pdf', 'a/b.pdf', 'c/b.pdf'],
      ['x-a-b', 'a-b', 'c-b'],
    ],
    [['…….pdf'], ['document']],
    [
      [`${'予'.repeat(80)}.pdf`, `${'予'.repeat(90)}.pdf`],
      ['予'.repeat(50), `${'予'.repeat(50)}-2`],
    ],
    [
      ['か\u3099.pdf', 'x/\u304c.pdf'],
      ['が', 'x-が'],
    ],
  ])('%j', (paths, ids) => {
    expect(idsOf(...paths)).toEqual(ids)
  })

  const name = fc.constantFrom('a', 'b', 'a-b', 'a_b', 'A', '予算', '01')
  const path = fc
    .tuple(fc.array(name, { maxLength: 3 }), name, fc.constantFrom('.pdf', '.md'))
    .map(([folders, file, extension]) => [...folders, `${file}${extension}`].join('/'))
  const paths = fc.uniqueArray(path, { minLength: 1, maxLength: 12 })

  it('gives no id twice', () => {
    fc.assert(fc.property(paths, (some) => new Set(idsOf(...some)).size === some.length))
  })

  it('does not hang on the order of the paths', () => {
    fc.assert(
      fc.property(paths, (some) => {
        const ids = new Map(some.map((one, i) => [one, idsOf(...some)[i]]))
        const turned = [...some].reverse()
        expect(idsOf(...turned)).toEqual(turned.map((one) => ids.get(one)))
      }),
    )
  })
})
