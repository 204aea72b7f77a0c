import { Worker } from 'node:worker_threads'
import { extractDocument } from '../corridor.js'
import { type ErrorCode, InputError, YosanError } from '../errors.js'
import { unwritable } from '../files.js'
import type { Dataset } from '../model/dataset.js'
import { type FailedResult, type Result, writeResult } from './results.js'
import type { Answer, Task } from './task.js'

// Ctrl-C in a terminal reaches the whole group of processes: the batch itself ends its workers.
process.on('SIGINT', () => {})

const guard = new Worker(new URL('./guard.js', import.meta.url), { workerData: { parent: Number(process.argv[2]) } })
guard.unref()

/** Extracts one document and puts its result on disk; what is wrong with the document is a result too. */
export default async function work(task: Task): Promise<Answer> {
  guard.postMessage(task)
  try {
    const outcome = await read(task)
    const result = 'status' in outcome ? outcome : resultOf(outcome)
    // Of a file that changed there is no result for the bytes that it had.
    if (!('code' in result && result.code === 'file_changed'))
      writeResult(task.result, result, 'status' in outcome ? null : outcome)
    return { result, worker: process.pid, memory: Math.round(process.memoryUsage.rss() / 1024 / 1024) }
  } catch (error) {
    return { stop: stopFor(unwritable(task.folder, error)) }
  } finally {
    guard.postMessage(null)
  }
}

const stopFor = (error: Error) =>
  error instanceof YosanError
    ? { code: error.code, message: error.message }
    : { code: 'crashed' as const, message: `A worker cannot go on (${error.message}): please report it.` }

const read = async ({ path, pages, sha256 }: Task): Promise<Dataset | FailedResult> => {
  try {
    const dataset = await extractDocument(path, { pages })
    if (dataset.documents[0]?.sha256 === sha256) return dataset
    return failed('file_changed', 'changed while it was read: run the same command again.')
  } catch (error) {
    if (error instanceof InputError) return failed(error.code, error.predicate)
    if (error instanceof YosanError) throw error
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return failed('crashed', `made yosan stumble (${what}): please report it with the document.`)
  }
}

const failed = (code: ErrorCode, predicate: string): FailedResult => ({
  status: 'failed',
  code,
  predicate,
  limits: null,
})

const resultOf = ({ documents: [document], figures }: Dataset): Result => ({
  status: document?.status === 'partial' ? 'partial' : 'complete',
  pages: document?.pages_read ?? null,
  figures: figures.length,
  needs_review: document?.needs_review_total ?? 0,
})
