import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/model/figure.js'
import { addDigest, type Digest } from '../../src/package/digests.js'
import { figure } from '../emit/sample.js'
import { oku, shuffled } from '../regression/entries.js'

const digestOf = (...parts: readonly (readonly Figure[])[]): Digest | undefined => {
  const digests = new Map<string, Digest>()
  for (const rows of parts) addDigest(digests, { document: 'slides', rows })
  return digests.get('slides')
}

const figures = [oku(1), oku(2), oku(2), oku(3, { programme: '別の事業' })]

describe('addDigest', () => {
  it('gives the same whatever the order and the ids', () => {
    fc.assert(
      fc.property(shuffled(figures), fc.array(fc.string(), { minLength: 4, maxLength: 4 }), (rows, ids) => {
        const renamed = rows.map((row, i) => ({ ...row, figure_id: ids[i] ?? '', line: i + 1, bbox: null }))
        expect(digestOf(renamed)).toEqual(digestOf(figures))
      }),
    )
  })

  it.each<[what: string, more: Partial<Figure>]>([
    ['page', { page: 2 }],
    ['programme', { programme: '別' }],
    ['role', { role: 'comparison' }],
    ['year', { fiscal_year: 2025 }],
    ['stage', { stage: 'draft' }],
    ['number of the supplement', { supplementary_no: 1 }],
    ['amount', { yen: 1 }],
    ['upper bound', { yen_max: 1 }],
    ['print', { raw: '1円' }],
    ['flag', { needs_review: true }],
  ])('gives another for another %s', (_, more) => {
    expect(digestOf([{ ...figure, ...more }])?.sha256).not.toBe(digestOf([figure])?.sha256)
  })

  it('tells cells apart that are the same when they are joined', () => {
    const [a, b] = [
      { programme: 'a', parent: null, raw: 'b"' },
      { programme: 'a"', parent: null, raw: 'b' },
    ].map((more) => digestOf([{ ...figure, ...more }])?.sha256)
    expect(a).not.toBe(b)
  })

  it('counts figures, also those of a document that comes in parts', () => {
    expect(digestOf([])).toMatchObject({ figures: 0 })
    expect(digestOf(figures)).toMatchObject({ figures: 4 })
    expect(digestOf(figures.slice(0, 1), figures.slice(1))).toMatchObject({ figures: 4 })
  })

  it('gives another for more of the same figures', () => {
    const digests = [[oku(1)], [oku(1), oku(1)], [oku(1), oku(1), oku(1)]].map((rows) => digestOf(rows)?.sha256)
    expect(new Set(digests).size).toBe(3)
    expect(digestOf([oku(1)], [oku(1)])?.sha256).not.toBe(digestOf([oku(1)])?.sha256)
  })

  it('keeps documents apart', () => {
    const digests = new Map<string, Digest>()
    addDigest(digests, { document: 'a', rows: [oku(1, { document_id: 'a' })] })
    addDigest(digests, { document: 'b', rows: [oku(1, { document_id: 'b' })] })
    expect([...digests.keys()]).toEqual(['a', 'b'])
    expect(digests.get('a')?.sha256).not.toBe(digests.get('b')?.sha256)
  })
})
