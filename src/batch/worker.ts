import { Worker } from 'node:worker_threads'
import { extractDocument } from '../corridor.js'
import { type ErrorCode, InputError, YosanError } from '../errors.js'
import { unwritable } from '../files.js'
import { hashInput } from '../load/file.js'
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
    const isKept = !('code' in result && passing.has(result.code))
    if (isKept) keep(task, result, 'status' in outcome ? null : outcome)
    const memory = Math.round(process.memoryUsage.rss() / 1024 / 1024)
    return { result, isKept, worker: process.pid, memory }
  } catch (error) {
    return { stop: stopFor(unwritable(task.folder, error)) }
  } finally {
    guard.postMessage(null)
  }
}

/** What is wrong with a file at the moment, and not with the bytes that the result would be kept for. */
const passing: ReadonlySet<ErrorCode> = new Set(['file_changed', 'missing_file', 'unreadable_file', 'not_a_file'])

/** Trouble with the disk concerns all documents; rows that are too many to be written concern this one. */
const keep = (task: Task, result: Result, dataset: Dataset | null): void => {
  try {
    writeResult(task.result, result, dataset)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error
    writeResult(task.result, stumbled(error, task), null)
  }
}

const stopFor = (error: Error) =>
  error instanceof YosanError
    ? { code: error.code, message: error.message }
    : { code: 'crashed' as const, message: `A worker cannot go on (${error.message}): please report it.` }

const read = async (task: Task): Promise<Dataset | FailedResult> => {
  const { path, pages, as, corrections, sha256 } = task
  try {
    const dataset = await extractDocument(path, { pages, as, corrections })
    return dataset.documents[0]?.sha256 === sha256 ? dataset : changed
  } catch (error) {
    if (error instanceof YosanError && !(error instanceof InputError)) throw error
    const now = await hashInput(path).catch(() => null)
    if (now && now.sha256 !== sha256) return changed
    return error instanceof InputError ? failed(error.code, error.predicate) : stumbled(error, task)
  }
}

const failed = (code: ErrorCode, predicate: string): FailedResult => ({
  status: 'failed',
  code,
  predicate,
  limits: null,
})

const changed = failed('file_changed', 'changed while it was read: run the same command again.')

/** It may be for want of memory or of open files, so it is tried again with other limits or when asked to. */
const stumbled = (error: unknown, { limits }: Task): FailedResult => {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { ...failed('crashed', `made yosan stumble (${what}): please report it with the document.`), limits }
}

const resultOf = ({ documents: [document], figures }: Dataset): Result => ({
  status: document?.status === 'partial' ? 'partial' : 'complete',
  pages: document?.pages_read ?? null,
  figures: figures.length,
  needs_review: document?.needs_review_total ?? 0,
})
