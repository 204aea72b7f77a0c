import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byDocument } from '../../src/by-document.js'
import type { DocumentRow } from '../../src/model/document.js'
import type { Figure } from '../../src/model/figure.js'
import { changesBetween, type State } from '../../src/package/changes.js'
import { addDigest, type Digest } from '../../src/package/digests.js'
import { baselineOf } from '../../src/regression/baseline.js'
import { compareDocuments, type DocumentReport } from '../../src/regression/report.js'
import { oku, row, shuffled } from '../regression/entries.js'

interface Side {
  readonly figures: readonly Figure[]
  readonly documents: readonly DocumentRow[]
}

const sideOf = (figures: readonly Figure[], documents?: readonly DocumentRow[]): Side => ({
  figures,
  documents:
    documents ?? [...new Set(figures.map(({ document_id }) => document_id))].map((id) => row(0, { document_id: id })),
})

/** A state that counts how often its figures are read. */
const stateOf = ({ figures, documents }: Side): State & { reads: number } => {
  const digests = new Map<string, Digest>()
  for (const id of new Set(figures.map(({ document_id }) => document_id)))
    addDigest(digests, { document: id, rows: figures.filter(({ document_id }) => document_id === id) })
  const state = {
    documents,
    digests,
    reads: 0,
    figures: () => {
      state.reads++
      return byDocument(
        (async function* () {
          yield figures
        })(),
      )
    },
  }
  return state
}

const changes = async (before: Side, after: Side): Promise<DocumentReport[]> => {
  const reports: DocumentReport[] = []
  for await (const report of changesBetween(stateOf(before), stateOf(after))) reports.push(report)
  return reports
}

/** The same without groups and digests. */
const atOnce = (before: Side, after: Side): DocumentReport[] =>
  compareDocuments(baselineOf(before, []), baselineOf(after, []))

const told = (reports: readonly DocumentReport[]): string[] =>
  reports.map(({ document, file, same, added, removed, changed }) =>
    [document, file, same, `+${added.length}`, `-${removed.length}`, `~${changed.length}`].join(' '),
  )

const inA = { document_id: 'a' }
const inB = { document_id: 'b' }
const two = [oku(1, inA), oku(2, inA)]

describe('changesBetween', () => {
  it.each<[what: string, before: Side, after: Side, told: readonly string[]]>([
    ['nothing', sideOf([]), sideOf([]), []],
    ['the same', sideOf(two), sideOf(two), ['a as_before 2 +0 -0 ~0']],
    [
      'another order and other ids',
      sideOf(two),
      sideOf([oku(2, { ...inA, figure_id: 'x' }), oku(1, inA)]),
      ['a as_before 2 +0 -0 ~0'],
    ],
    ['an added figure', sideOf(two), sideOf([...two, oku(3, inA)]), ['a as_before 2 +1 -0 ~0']],
    ['a removed figure', sideOf(two), sideOf(two.slice(1)), ['a as_before 1 +0 -1 ~0']],
    ['a changed figure', sideOf(two), sideOf([oku(1, inA), oku(2, { ...inA, yen: 1 })]), ['a as_before 1 +0 -0 ~1']],
    ['a new document', sideOf(two), sideOf([...two, oku(1, inB)]), ['a as_before 2 +0 -0 ~0', 'b new 0 +1 -0 ~0']],
    [
      'a document that is gone',
      sideOf([...two, oku(1, inB)]),
      sideOf(two),
      ['a as_before 2 +0 -0 ~0', 'b gone 0 +0 -1 ~0'],
    ],
    [
      'a document by another name',
      sideOf(two),
      sideOf(two.map((figure) => ({ ...figure, ...inB }))),
      ['a gone 0 +0 -2 ~0', 'b new 0 +2 -0 ~0'],
    ],
    [
      'a document with other bytes',
      sideOf(two, [row(2, inA)]),
      sideOf(two, [row(2, { ...inA, sha256: '1'.repeat(64) })]),
      ['a other_bytes 2 +0 -0 ~0'],
    ],
    [
      'a document that is read otherwise',
      sideOf(two, [row(2, inA)]),
      sideOf(two, [row(2, { ...inA, status: 'partial' })]),
      ['a other_status 2 +0 -0 ~0'],
    ],
    [
      'documents without figures',
      sideOf([], [row(0, inA)]),
      sideOf([], [row(0, inB)]),
      ['a gone 0 +0 -0 ~0', 'b new 0 +0 -0 ~0'],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(told(await changes(before, after))).toEqual(expected)
  })

  it('reads no figures where none differ', async () => {
    const [before, after] = [stateOf(sideOf(two)), stateOf(sideOf([...two].reverse()))]
    for await (const { same } of changesBetween(before, after)) expect(same).toBe(2)
    expect([before.reads, after.reads]).toEqual([0, 0])
  })

  const figure = fc
    .record({
      document_id: fc.constantFrom('a', 'b', 'c', 'd'),
      count: fc.integer({ min: 1, max: 3 }),
      needs_review: fc.boolean(),
    })
    .map(({ count, ...more }) => oku(count, more))
  const sorted = fc
    .array(figure, { maxLength: 10 })
    .map((figures) =>
      figures.sort((a, b) => (a.document_id < b.document_id ? -1 : a.document_id > b.document_id ? 1 : 0)),
    )

  it('tells what a comparison at once tells, whatever is the same', async () => {
    await fc.assert(
      fc.asyncProperty(sorted, sorted, async (before, after) => {
        const sides = [sideOf(before), sideOf(after)] as const
        expect(await changes(...sides)).toEqual(atOnce(...sides))
      }),
      { numRuns: 300 },
    )
  })

  it('tells nothing of figures in another order', async () => {
    const reordered = sorted.chain((list) => fc.tuple(fc.constant(list), shuffled(list)))
    await fc.assert(
      fc.asyncProperty(reordered, async ([before, after]) => {
        for (const { added, removed, changed } of await changes(sideOf(before), sideOf(after)))
          expect([added, removed, changed]).toEqual([[], [], []])
      }),
    )
  })

  it('tells the same of documents that are too large to be compared at once', async () => {
    const large = (document_id: string, count: number, more: Partial<Figure> = {}): Figure[] =>
      Array.from({ length: count }, (_, i) =>
        oku(i + 1, { document_id, figure_id: `${document_id}-${i}`, ...(i % 5_000 === 0 ? more : {}) }),
      )
    const sizes = { a: 30_000, b: 12_000, c: 12_000, d: 10, e: 20_000, f: 3 }
    const all = (more: Partial<Figure>) => Object.entries(sizes).flatMap(([id, count]) => large(id, count, more))
    const without = (id: string, figures: readonly Figure[]) => figures.filter((one) => one.document_id !== id)
    const before = sideOf(without('d', all({})))
    const after = sideOf(without('f', all({ is_new: true })))
    const [small, big] = [stateOf(before), stateOf(after)]
    const found: DocumentReport[] = []
    for await (const report of changesBetween(small, big)) found.push(report)
    expect(told(found)).toEqual([
      'a as_before 29994 +0 -0 ~6',
      'b as_before 11997 +0 -0 ~3',
      'c as_before 11997 +0 -0 ~3',
      'd new 0 +10 -0 ~0',
      'e as_before 19996 +0 -0 ~4',
      'f gone 0 +0 -3 ~0',
    ])
    expect(found).toEqual(atOnce(before, after))
    // a alone, b and c with d, and the rest.
    expect([small.reads, big.reads]).toEqual([3, 3])
  })
})
