import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byDocument, type DocumentRows } from '../../src/by-document.js'

interface Row {
  readonly document_id: string
  readonly n: number
}

async function* batched(rows: readonly Row[], sizes: readonly number[]): AsyncGenerator<readonly Row[]> {
  let from = 0
  for (const size of sizes) {
    yield rows.slice(from, from + size)
    from += size
  }
  yield rows.slice(from)
}

const all = async (batches: AsyncIterable<readonly Row[]>): Promise<DocumentRows<Row>[]> => {
  const documents: DocumentRows<Row>[] = []
  for await (const one of byDocument(batches)) documents.push(one)
  return documents
}

const rowsOf = (ids: string): Row[] => [...ids].map((document_id, n) => ({ document_id, n }))

describe('byDocument', () => {
  it.each<[ids: string, documents: readonly (readonly [string, readonly number[]])[]]>([
    ['', []],
    ['a', [['a', [0]]]],
    [
      'aab',
      [
        ['a', [0, 1]],
        ['b', [2]],
      ],
    ],
    [
      'aba',
      [
        ['a', [0]],
        ['b', [1]],
        ['a', [2]],
      ],
    ],
  ])('%j', async (ids, documents) => {
    const found = await all(batched(rowsOf(ids), []))
    expect(found.map(({ document, rows }) => [document, rows.map(({ n }) => n)])).toEqual(documents)
  })

  it('gives all rows in their order, each below its document, however they are cut', async () => {
    const ids = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 })
    const sizes = fc.array(fc.nat(4), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(ids, sizes, async (text, cuts) => {
        const rows = rowsOf(text)
        const found = await all(batched(rows, cuts))
        expect(found.flatMap((one) => one.rows)).toEqual(rows)
        for (const { document, rows: own } of found)
          expect(new Set(own.map((row) => row.document_id))).toEqual(new Set([document]))
        found.slice(1).forEach(({ document }, i) => {
          expect(document).not.toBe(found[i]?.document)
        })
      }),
    )
  })
})
