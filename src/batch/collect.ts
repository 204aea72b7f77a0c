import { copyNoter } from '../copies.js'
import { entitle } from '../entitle.js'
import { failedDocument } from '../failed-document.js'
import type { Dataset } from '../model/dataset.js'
import { DocumentChecks } from '../series/check-documents.js'
import type { Outcome } from './outcome.js'
import { readParts } from './results.js'

/** The data sets of documents in parts, one after another in the order of the outcomes, no more than one part in memory; and
 * behind them the checks of the documents against each other. */
export async function* collect(outcomes: readonly Outcome[]): AsyncGenerator<Dataset> {
  const noteCopy = copyNoter()
  const across = new DocumentChecks()
  for (const outcome of outcomes) {
    for await (const part of partsOf(outcome)) {
      const entitled = noteCopy(entitle(part, outcome.name))
      across.add(entitled)
      yield entitled
    }
    across.end()
  }
  yield across.dataset()
}

async function* partsOf(outcome: Outcome): AsyncGenerator<Dataset> {
  if ('failure' in outcome) yield failedDocument(outcome.failure, outcome.name, outcome.bytes)
  else yield* readParts(outcome.result)
}
