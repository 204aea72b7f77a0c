import { createHash } from 'node:crypto'
import type { DocumentRows } from '../by-document.js'
import type { Figure } from '../model/figure.js'
import { type Entry, entriesOf, fields } from '../regression/entry.js'

/** The content of a document's figures in short. */
export interface Digest {
  /** The same whatever their order and ids. */
  readonly sha256: string
  readonly figures: number
}

/** Keeps a document's digest beside those of others. Rows of a document that do not stand together are one document too. */
export const addDigest = (digests: Map<string, Digest>, { document, rows }: DocumentRows<Figure>): void => {
  const before = digests.get(document)
  const hash = createHash('sha256').update(before?.sha256 ?? '')
  for (const entry of entriesOf(rows)) hash.update(JSON.stringify(valuesOf(entry)))
  digests.set(document, { sha256: hash.digest('hex'), figures: (before?.figures ?? 0) + rows.length })
}

const valuesOf = (entry: Entry): readonly string[] => fields.map((field) => entry[field])
