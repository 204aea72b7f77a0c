import pLimit from 'p-limit'
import { InputError, YosanError } from '../errors.js'
import { exitCodeOf } from '../exit-code.js'
import { Downloader } from '../fetch/index.js'
import { manners } from '../fetch/manners.js'
import { Originals } from '../fetch/originals.js'
import { unwritable } from '../files.js'
import { findInputs, type Input } from '../inputs/index.js'
import { examine } from '../load/file.js'
import { type BatchOptions, type Failure, failureOf } from '../options.js'
import { type Summary, Tally } from '../tally.js'
import { type Diary, openDiary } from './diary.js'
import { type Document, findDocuments } from './documents.js'
import type { Listener } from './events.js'
import { occupy, type Places, placesIn } from './folder.js'
import type { Lock } from './lock.js'
import type { Outcome } from './outcome.js'
import { openPool } from './pool.js'
import { programId } from './program.js'
import { readDocument, type Worked } from './read-document.js'
import { writeTables } from './tables.js'

export interface Watch {
  /** Is told what happens, as it happens. */
  readonly on?: Listener
  /** Ends the batch; what is done stays for the same call to go on from. */
  readonly signal?: AbortSignal
  /** Is called once there is something to read and the folder is this run's alone, before anything is read. */
  readonly ready?: () => Promise<void>
}

/** Makes one data set of all that is named, unattended: each document goes to a worker process and its result to disk, and
 * when all are there the tables are written in the order of the documents' ids. Whatever happens to this process meanwhile,
 * the same call goes on from the results. Nothing at all is written when nothing that was named is there.
 * @throws YosanError when it is interrupted, and when the folder is in use or cannot be written to */
export async function batch(
  names: readonly string[],
  options: BatchOptions,
  { on = () => {}, signal, ready = async () => {} }: Watch = {},
): Promise<Summary> {
  const { inputs, failures } = await findInputs(names, options.out)
  const missing = await missingOf(inputs)
  if (missing.length === inputs.length) return new Tally().summary([...failures, ...missing], [])
  const places = placesIn(options.out)
  const lock = await occupy(places)
  const stop = new AbortController()
  const end = () => stop.abort()
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  try {
    await ready()
    const program = programId()
    const diary = await openDiary(places.journal, { names, options, program }, on)
    try {
      const summary = await makeDataset(inputs, failures, { places, lock, options, program, diary, stop })
      await diary.tell({ event: 'ended', exit: exitCodeOf(summary) })
      return summary
    } catch (error) {
      throw await diary.stopped(signal?.aborted ? interrupted(diary.progress()) : unwritable(options.out, error))
    } finally {
      await diary.close()
    }
  } catch (error) {
    throw unwritable(options.out, error)
  } finally {
    signal?.removeEventListener('abort', end)
    end()
    await lock.release()
  }
}

interface Office {
  readonly places: Places
  readonly lock: Lock
  readonly options: BatchOptions
  readonly program: string
  readonly diary: Diary
  /** Ends all that is under way. */
  readonly stop: AbortController
}

const makeDataset = async (
  inputs: readonly Input[],
  failures: readonly Failure[],
  office: Office,
): Promise<Summary> => {
  const { places, lock, options, diary, stop } = office
  const downloader = new Downloader({
    originals: new Originals(places),
    manners: { ...manners, delay: options.delay * 1000 },
    signal: stop.signal,
    since: diary.since,
    now: () => new Date(),
  })
  const search = await findDocuments(inputs, { downloader, linkFilter: options.linkFilter })
  await diary.tell({ event: 'found', documents: search.documents.length })
  const nothings = [...failures, ...search.failures]
  for (const failure of nothings) await diary.tell({ event: 'failed', document_id: null, ...failure, cached: false })
  const outcomes = await readAll(search.documents, downloader, office)
  await diary.tell({ event: 'writing' })
  const { tables, corrections } = options
  return writeTables(outcomes, nothings, { places, lock, tables, corrections, signal: stop.signal })
}

const readAll = async (
  documents: readonly Document[],
  downloader: Downloader,
  { places, options, program, diary, stop }: Office,
): Promise<Outcome[]> => {
  const { workers, timeout, memory } = options
  const limits = { seconds: timeout, mebibytes: memory }
  const { signal } = stop
  const pool = openPool({ workers, tasks: documents.length, limits, signal })
  const slots = pLimit(workers)
  const work = new Map<string, Promise<Worked>>()
  const desk = { places, program, options, limits, downloader, pool, tell: diary.tell, signal, slots, work }
  const reading = documents.map((document) => readDocument(document, desk))
  try {
    return await Promise.all(reading)
  } catch (error) {
    stop.abort()
    throw error
  } finally {
    await pool.end()
    await Promise.allSettled(reading)
  }
}

/** Files that are not there or that nothing can be read of, before any of them is opened. */
const missingOf = async (inputs: readonly Input[]): Promise<Failure[]> => {
  const found = await Promise.all(
    inputs.map(async (input) => {
      if (input.kind === 'address') return []
      try {
        await examine(input.path)
        return []
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        return [failureOf(input.path, error)]
      }
    }),
  )
  return found.flat()
}

const interrupted = ({ done, documents }: { done: number; documents: number }): YosanError => {
  const count = (n: number) => n.toLocaleString('en-GB')
  const how = `with ${count(done)} of ${count(documents)} documents done`
  return new YosanError('interrupted', `Interrupted ${how}: run the same command again to go on.`)
}
