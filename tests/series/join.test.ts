import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/model/figure.js'
import { joinFigures } from '../../src/series/join.js'
import { document } from '../emit/sample.js'
import { figure } from './points.js'

/** A data set of documents with a figure each; the bytes of a document are known by a letter. */
const set = (folder: string, documents: Readonly<Record<string, string | null>>) => ({
  folder,
  documents: Object.entries(documents).map(([document_id, sha256]) => ({ ...document, document_id, sha256 })),
  figures: Object.keys(documents).map((id) => figure(id, 25, { figure_id: `${id}-p001-001` })),
})

const idsOf = (figures: readonly Figure[]) => figures.map(({ figure_id }) => figure_id)

describe('joinFigures', () => {
  it.each<[what: string, sets: Parameters<typeof joinFigures>[0], ids: readonly string[]]>([
    ['nothing', [], []],
    ['one data set', [set('a', { r6: '1', r7: '2' })], ['r6-p001-001', 'r7-p001-001']],
    ['two', [set('a', { r6: '1' }), set('b', { r7: '2' })], ['r6-p001-001', 'r7-p001-001']],
    [
      'a copy of the same bytes',
      [set('a', { r6: '1' }), set('b', { r6: '1', r7: '2' })],
      ['r6-p001-001', 'r7-p001-001'],
    ],
    ['a copy of another name', [set('a', { r6: '1' }), set('b', { copy: '1' })], ['r6-p001-001']],
    ['a copy in the same data set', [set('a', { r6: '1', copy: '1' })], ['r6-p001-001']],
    ['the same data set twice', [set('a', { r6: '1' }), set('a', { r6: '1' })], ['r6-p001-001']],
    ['other bytes of the same name', [set('a', { r6: '1' }), set('b', { r6: '2' })], ['r6-p001-001', 'b/r6-p001-001']],
    [
      'of three data sets',
      [set('a', { x: '1' }), set('b', { x: '2' }), set('c', { x: '3' })],
      ['x-p001-001', 'b/x-p001-001', 'c/x-p001-001'],
    ],
    [
      'bytes that nobody knows',
      [set('a', { r6: null }), set('b', { r6: null, r7: null })],
      ['r6-p001-001', 'b/r6-p001-001', 'r7-p001-001'],
    ],
    ['figures without a document', [{ ...set('a', { r6: '1', r7: '2' }), documents: [] }], []],
  ])('%s', (_, sets, ids) => {
    expect(idsOf(joinFigures(sets))).toEqual(ids)
  })

  it('renames each id of a figure, and nothing else', () => {
    const own = figure('r6', 25, {
      figure_id: 'r6-p001-002',
      programme_row_id: 'r6-0001',
      compares_figure_id: 'r6-p001-001',
      duplicate_of_figure_id: null,
    })
    const [, joined] = joinFigures([set('a', { r6: '1' }), { ...set('b', { r6: '2' }), figures: [own] }])
    expect(joined).toEqual({
      ...own,
      document_id: 'b/r6',
      figure_id: 'b/r6-p001-002',
      programme_row_id: 'b/r6-0001',
      compares_figure_id: 'b/r6-p001-001',
    })
  })

  it('leaves the figures of the first data set as they are', () => {
    const first = set('a', { r6: '1', r7: '2' })
    expect(joinFigures([first, set('b', { r6: '3' })]).slice(0, 2)).toEqual(first.figures)
  })

  it('gives each document with bytes of its own once, with ids of its own', () => {
    const documents = fc.dictionary(fc.constantFrom('r5', 'r6', 'r7'), fc.constantFrom('1', '2', '3', '4'), {
      noNullPrototype: true,
    })
    const sets = fc.array(documents, { maxLength: 4 }).map((all) => all.map((own, i) => set(`folder${i}`, own)))
    fc.assert(
      fc.property(sets, (all) => {
        const joined = joinFigures(all)
        const bytes = new Set(all.flatMap((one) => one.documents.map(({ sha256 }) => sha256)))
        expect(joined.length).toBe(bytes.size)
        expect(new Set(idsOf(joined)).size).toBe(joined.length)
        for (const { figure_id, document_id } of joined) expect(figure_id).toBe(`${document_id}-p001-001`)
      }),
    )
  })
})
