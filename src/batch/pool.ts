import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'
import { YosanError } from '../errors.js'
import type { Limits } from './limits.js'
import type { Answer, Task } from './task.js'

export interface Pool {
  /** Rejects when the process of the worker dies, or when the pool ends. */
  readonly run: (task: Task) => Promise<Answer>
  /** Ends all workers, whatever they are at; comes back when they are gone. */
  readonly end: () => Promise<void>
}

interface Crew {
  /** Workers that may be at work at the same time. */
  readonly workers: number
  /** Tasks that are to come. */
  readonly tasks: number
  readonly limits: Limits
  /** Ends the pool. */
  readonly signal: AbortSignal
}

/** Processes that extract documents, one at a time each; they start with the first document. One whose heap has grown is
 * replaced after its document. */
export const openPool = ({ signal, ...crew }: Crew): Pool => {
  let pool: Tinypool | null = null
  let ending: Promise<void> | null = null
  const noneStarts = withResolvers<never>()
  const end = async () => {
    ending ??= pool?.destroy() ?? Promise.resolve()
    await ending
  }
  signal.addEventListener('abort', end, { once: true })
  return {
    run: async (task) => {
      if (ending) throw new Error('the pool has ended')
      pool ??= start(crew, noneStarts.reject)
      try {
        return await Promise.race([pool.run(task), noneStarts.promise])
      } finally {
        // The library may have replaced a worker after the end.
        if (ending) await pool.destroy()
      }
    },
    end,
  }
}

const start = ({ workers, tasks, limits }: Omit<Crew, 'signal'>, noneStarts: (error: Error) => void): Tinypool => {
  const count = Math.min(workers, tasks)
  const pool = new Tinypool({
    runtime: 'child_process',
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    minThreads: count,
    maxThreads: count,
    argv: [String(process.pid)],
    execArgv: [
      // Beyond the limit, so that it is the guard that ends a greedy document and not the engine.
      `--max-old-space-size=${Math.ceil(limits.mebibytes * 1.5)}`,
      // A worker keeps to one core, so that as many as there are cores do not get in each other's way; with fewer documents
      // than workers, cores are free to compile beside the work.
      count < workers ? '--single-threaded-gc' : '--single-threaded',
      // Some room for young values saves time of the processor; much more lets the memory of a worker swing.
      '--max-semi-space-size=24',
    ],
    env: environment(),
    maxMemoryLimitBeforeRecycle: (limits.mebibytes * 1024 * 1024) / 4,
  })
  // A worker that dies between two documents is replaced, but one that dies at its start is not.
  pool.on('error', (error: Error) => {
    if (pool.threads.length > 0) return
    const message = `No worker process can be started (${error.message}): free some memory, or ask for fewer with --workers.`
    noneStarts(new YosanError('crashed', message))
  })
  return pool
}

interface Resolvers<T> {
  readonly promise: Promise<T>
  readonly reject: (error: Error) => void
}

const withResolvers = <T>(): Resolvers<T> => {
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<T>((_, no) => {
    reject = no
  })
  promise.catch(() => undefined)
  return { promise, reject }
}

/** With one arena the memory that glibc holds stays flat. */
const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ MALLOC_ARENA_MAX: '1', ...process.env }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )
