import { emitPieces } from '../emit/pieces.js'
import { YosanError } from '../errors.js'
import { writeFiles } from '../files.js'
import type { Correction } from '../model/correction.js'
import type { Dataset } from '../model/dataset.js'
import { type Failure, tableFiles } from '../options.js'
import { type Summary, Tally } from '../tally.js'
import { collect } from './collect.js'
import type { Places } from './folder.js'
import type { Lock } from './lock.js'
import type { Outcome } from './outcome.js'

interface Task {
  readonly places: Places
  readonly lock: Lock
  /** Whether each printed table makes a file of its own too. */
  readonly tables: boolean
  readonly corrections: readonly Correction[]
  readonly signal: AbortSignal
}

/** Writes the data set of all documents and tells what is in it. With no document that could be read nothing is written. */
export const writeTables = async (
  outcomes: readonly Outcome[],
  nothings: readonly Failure[],
  { places, lock, tables, corrections, signal }: Task,
): Promise<Summary> => {
  const tally = new Tally()
  const datasets = counted(collect(outcomes), tally, signal)
  const failures = [...nothings, ...outcomes.flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : []))]
  if (outcomes.every((outcome) => 'failure' in outcome)) {
    for await (const _ of datasets);
    return tally.summary(failures, [], corrections)
  }
  if (!(await lock.isHeld()))
    throw new YosanError('folder_in_use', `Another run has taken over the folder ${places.folder}: let it finish.`)
  const files = await writeFiles({ ...places, earlier: [tableFiles] }, emitPieces(datasets, { tables }))
  return tally.summary(failures, files, corrections)
}

async function* counted(datasets: AsyncIterable<Dataset>, tally: Tally, signal: AbortSignal): AsyncGenerator<Dataset> {
  for await (const dataset of datasets) {
    signal.throwIfAborted()
    tally.add(dataset)
    yield dataset
  }
}
