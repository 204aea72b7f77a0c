import { copyNoter } from './copies.js'
import { extractDocument } from './corridor.js'
import { entitle } from './entitle.js'
import { YosanError } from './errors.js'
import { failedDocument } from './failed-document.js'
import { identify, partsOf } from './identify.js'
import { hashInput } from './load/file.js'
import type { Correction } from './model/correction.js'
import { isCorrectionOf } from './model/correction-identity.js'
import type { Dataset } from './model/dataset.js'
import { type Extraction, type ExtractOptions, type Failure, failureOf } from './options.js'
import { DocumentChecks } from './series/check-documents.js'

/** Extracts documents one after another in this process and joins their rows into one data set. The order of the inputs does
 * not matter. */
export const extract = async (inputs: readonly string[], options: ExtractOptions): Promise<Extraction> => {
  const named = identify([...new Set(inputs)].map((path) => ({ path, parts: partsOf(path) })))
  const noteCopy = copyNoter()
  const across = new DocumentChecks()
  const datasets: Dataset[] = []
  const rooms: unknown[] = []
  const failures: Failure[] = []
  for (const { path, parts, documentId } of named.sort((a, b) => (a.documentId < b.documentId ? -1 : 1))) {
    const name = { documentId, fileName: parts.at(-1) ?? path, origin: null }
    try {
      const corrections = await correctionsOf(path, documentId, options.corrections ?? [])
      const result = await extractDocument(path, { ...options, corrections })
      if ('room' in result) rooms.push(result.room)
      else datasets.push(noteCopy(entitle(result, name)))
    } catch (error) {
      if (!(error instanceof YosanError)) throw error
      const failure = failureOf(path, error)
      failures.push(failure)
      datasets.push(entitle(failedDocument(failure, name, null), name))
    }
  }
  if (options.stopAfter) return { dataset: joinDatasets([]), failures, rooms }
  for (const dataset of datasets) {
    across.add(dataset)
    across.end()
  }
  return { dataset: joinDatasets([...datasets, across.dataset()]), failures }
}

/** The corrections of one document, which its bytes or its id name. */
const correctionsOf = async (
  path: string,
  document_id: string,
  corrections: readonly Correction[],
): Promise<readonly Correction[]> => {
  if (corrections.length === 0) return []
  const { sha256 } = await hashInput(path)
  return corrections.filter((correction) => isCorrectionOf(correction, { document_id, sha256 }))
}

const joinDatasets = (datasets: readonly Dataset[]): Dataset => ({
  figures: datasets.flatMap(({ figures }) => figures),
  programmes: datasets.flatMap(({ programmes }) => programmes),
  documents: datasets.flatMap(({ documents }) => documents),
  issues: datasets.flatMap(({ issues }) => issues),
  checks: datasets.flatMap(({ checks }) => checks),
  lines: datasets.flatMap(({ lines }) => lines),
  grids: datasets.flatMap(({ grids }) => grids),
})
