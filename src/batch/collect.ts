import { copyNoter } from '../copies.js'
import { entitle } from '../entitle.js'
import { failedDocument } from '../failed-document.js'
import type { Dataset } from '../model/dataset.js'
import { DocumentChecks } from '../series/check-documents.js'
import type { Outcome } from './outcome.js'
import { readDataset } from './results.js'

/** The data sets of documents, one after another in the order of the outcomes, no more than one in memory; and behind them the
 * checks of the documents against each other. */
export async function* collect(outcomes: readonly Outcome[]): AsyncGenerator<Dataset> {
  const noteCopy = copyNoter()
  const across = new DocumentChecks()
  for (const outcome of outcomes) {
    const { name } = outcome
    const dataset =
      'failure' in outcome ? failedDocument(outcome.failure, name, outcome.bytes) : await readDataset(outcome.result)
    const entitled = noteCopy(entitle(dataset, name))
    across.add(entitled)
    yield entitled
  }
  yield across.dataset()
}
