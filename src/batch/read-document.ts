import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { LimitFunction } from 'p-limit'
import { InputError, YosanError } from '../errors.js'
import type { Bytes } from '../failed-document.js'
import type { Downloader } from '../fetch/index.js'
import { hashInput } from '../load/file.js'
import { isCorrectionOf } from '../model/correction-identity.js'
import type { DocumentName } from '../model/document-name.js'
import { type BatchOptions, failureOf } from '../options.js'
import type { Document } from './documents.js'
import type { BatchEvent } from './events.js'
import type { Places } from './folder.js'
import type { Limits } from './limits.js'
import type { Outcome } from './outcome.js'
import type { Pool } from './pool.js'
import { resultKey } from './program.js'
import { type FailedResult, type Result, readResult, writeResult } from './results.js'
import type { Answer, Task } from './task.js'

/** What the documents of a batch share. */
export interface Desk {
  readonly places: Places
  readonly program: string
  readonly options: BatchOptions
  readonly limits: Limits
  readonly downloader: Downloader
  /** Lets as many documents through at a time as there are workers. */
  readonly slots: LimitFunction
  readonly pool: Pool
  /** By the key of the result, what is under way: documents with the same bytes are extracted once. */
  readonly work: Map<string, Promise<Worked>>
  readonly signal: AbortSignal
  readonly tell: (event: BatchEvent) => Promise<void>
}

/** Brings a document to its result: downloads it, if need be, looks whether the result is there and extracts it if not.
 * @throws YosanError for trouble that ends the batch */
export const readDocument = async (document: Document, desk: Desk): Promise<Outcome> => {
  try {
    const file = await fileOf(document, desk)
    return await desk.slots(() => outcomeOf(document, file, desk))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const failure = failureOf(document.input, error)
    await desk.tell({ event: 'failed', document_id: document.documentId, ...failure, cached: false })
    return { name: nameOf(document, null), failure, bytes: null }
  }
}

interface LocalFile {
  readonly path: string
  /** Known of a download, which its own hash names. */
  readonly bytes: Bytes | null
  readonly retrievedAt: string | null
}

const fileOf = async ({ documentId, input, where }: Document, { downloader, tell }: Desk): Promise<LocalFile> => {
  if (where.kind === 'file') return { path: input, bytes: null, retrievedAt: null }
  const { path, kind, sha256, bytes, isNew, retrieved_at } = await downloader.download(input)
  if (kind !== 'pdf')
    throw new InputError('not_a_pdf', input, 'gives a web page in place of a PDF: look at the address.')
  await tell({ event: 'downloaded', document_id: documentId, address: input, sha256, bytes, new: isNew })
  return { path, bytes: { sha256, bytes }, retrievedAt: retrieved_at }
}

const nameOf = ({ documentId, fileName, input, where }: Document, retrievedAt: string | null): DocumentName => ({
  documentId,
  fileName,
  origin:
    where.kind === 'file'
      ? null
      : { sourceUrl: input, landingUrl: where.landingUrl, linkText: where.linkText, retrievedAt },
})

const outcomeOf = async (document: Document, file: LocalFile, desk: Desk): Promise<Outcome> => {
  desk.signal.throwIfAborted()
  const { places, program, options, limits, tell } = desk
  const bytes = file.bytes ?? (await hashInput(file.path))
  const of = { document_id: document.documentId, sha256: bytes.sha256 }
  const corrections = options.corrections.filter((correction) => isCorrectionOf(correction, of))
  const read = { path: file.path, sha256: bytes.sha256, pages: options.pages, as: options.as, corrections }
  const key = resultKey({ program, ...read })
  const path = join(places.results, `${key}.gz`)
  const known = desk.work.has(key) ? null : await readResult(path)
  const isCached = known !== null && isFinal(known, limits, options.retryFailed)
  const task = {
    ...read,
    folder: places.folder,
    result: { path, temporary: places.temporary },
    limits,
  }
  const { result, ...by } = isCached
    ? { result: known, worker: null, memory: null }
    : await once(key, desk, () => extracted(document, task, desk))
  const name = nameOf(document, file.retrievedAt)
  const told = { document_id: document.documentId, input: document.input, cached: isCached }
  if (result.status !== 'failed') {
    await tell({ event: 'done', ...told, sha256: bytes.sha256, ...result, ...by })
    return { name, result: path }
  }
  const failure = { input: document.input, code: result.code, message: `${document.input} ${result.predicate}` }
  await tell({ event: 'failed', ...told, ...failure })
  return { name, failure, bytes }
}

const once = (key: string, { work }: Desk, extract: () => Promise<Worked>): Promise<Worked> => {
  const begun = work.get(key) ?? extract()
  work.set(key, begun)
  return begun
}

/** Whether extracting the document again would give the same: failures of the moment may go away with time or other limits. */
const isFinal = (result: Result, limits: Limits, retryFailed: boolean): boolean => {
  if (result.status !== 'failed' || result.limits === null) return true
  return !retryFailed && result.limits.seconds === limits.seconds && result.limits.mebibytes === limits.mebibytes
}

/** A process may die of something else than its document, and may have grown with those before it, so a document is given a
 * second one, which is new. */
const attempts = 2

/** A result, and which worker it is from when it is new. */
export interface Worked {
  readonly result: Result
  readonly worker: number | null
  readonly memory: number | null
}

const extracted = async ({ documentId }: Document, task: Task, desk: Desk): Promise<Worked> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    await rm(task.result.path, { force: true })
    await desk.tell({ event: 'started', document_id: documentId, attempt })
    const answer = await answerOf(task, desk)
    // What is on disk counts: it is what the tables are made of.
    const result = answer && !answer.isKept ? answer.result : await readResult(task.result.path)
    if (result && !(isOfProcess(result) && attempt < attempts))
      return { result, worker: answer?.worker ?? null, memory: answer?.memory ?? null }
  }
  const predicate = 'takes the process that reads it down: please report it with the document.'
  const result: FailedResult = { status: 'failed', code: 'crashed', predicate, limits: task.limits }
  writeResult(task.result, result, null)
  return { result, worker: null, memory: null }
}

/** Whether a process that reads nothing else may do better. */
const isOfProcess = (result: Result): boolean => result.status === 'failed' && result.code === 'out_of_memory'

/** Null when the process of the worker died. */
const answerOf = async (task: Task, { pool, signal }: Desk): Promise<Extract<Answer, { result: Result }> | null> => {
  const answer = await pool.run(task).catch((error: unknown) => {
    signal.throwIfAborted()
    if (error instanceof YosanError) throw error
    return null
  })
  signal.throwIfAborted()
  if (answer && 'stop' in answer) throw new YosanError(answer.stop.code, answer.stop.message)
  return answer
}
