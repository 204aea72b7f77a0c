import type { DocumentRows } from '../by-document.js'
import type { DocumentRow } from '../model/document.js'
import type { Figure } from '../model/figure.js'
import { baselineOf } from '../regression/baseline.js'
import { compareDocuments, type DocumentReport } from '../regression/report.js'
import type { Digest } from './digests.js'

/** One state of the figures: its documents, and the figures of each as often as they are asked for. */
export interface State {
  readonly documents: readonly DocumentRow[]
  /** Digest of the figures of each document. */
  readonly digests: ReadonlyMap<string, Digest>
  readonly figures: () => AsyncIterable<DocumentRows<Figure>>
}

/** How many figures are compared at a time. */
const many = 50_000

/** What became of each document between two states, by the content of its figures. Documents whose figures are all the same are
 * not compared one by one, and of the others only some are in memory at a time. */
export async function* changesBetween(before: State, after: State): AsyncGenerator<DocumentReport> {
  const names = [...new Set([...namesIn(before), ...namesIn(after)])].sort()
  const sizeOf = (name: string): number =>
    isSame(name, before, after) ? 0 : sizeIn(before, name) + sizeIn(after, name)
  for (const group of groupsOf(names, sizeOf)) {
    const differing = new Set(group.filter((name) => sizeOf(name) > 0))
    const [a, b] = [await read(before, group, differing), await read(after, group, differing)]
    for (const report of compareDocuments(a, b))
      yield differing.has(report.document) ? report : { ...report, same: sizeIn(after, report.document) }
  }
}

const namesIn = ({ documents, digests }: State): string[] => [
  ...documents.map(({ document_id }) => document_id),
  ...digests.keys(),
]

const isSame = (name: string, before: State, after: State): boolean =>
  before.digests.get(name)?.sha256 === after.digests.get(name)?.sha256

const sizeIn = ({ digests }: State, name: string): number => digests.get(name)?.figures ?? 0

/** Documents in groups that together hold no more figures than are compared at a time, or one document alone. */
const groupsOf = (names: readonly string[], sizeOf: (name: string) => number): string[][] => {
  const groups: string[][] = []
  let size = 0
  for (const name of names) {
    size += sizeOf(name)
    if (groups.length === 0 || size > many) {
      groups.push([])
      size = sizeOf(name)
    }
    groups.at(-1)?.push(name)
  }
  return groups
}

const read = async ({ documents, figures }: State, group: readonly string[], differing: ReadonlySet<string>) => {
  const found: Figure[] = []
  if (differing.size > 0)
    for await (const { document, rows } of figures())
      if (differing.has(document)) for (const row of rows) found.push(row)
  return baselineOf(
    { figures: found, documents: documents.filter(({ document_id }) => group.includes(document_id)) },
    [],
  )
}
