import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'
import type { Limits } from './limits.js'
import type { Answer, Task } from './task.js'

export interface Pool {
  /** Rejects when the process of the worker dies, or when the pool ends. */
  readonly run: (task: Task) => Promise<Answer>
  /** Ends all workers, whatever they are at; comes back when they are gone. */
  readonly end: () => Promise<void>
}

/** Processes that extract documents, one at a time each; they start with the first document. One whose heap has grown is
 * replaced after its document. */
export const openPool = (workers: number, limits: Limits, worker = new URL('./worker.js', import.meta.url)): Pool => {
  let pool: Tinypool | null = null
  let ending: Promise<void> | null = null
  return {
    run: async (task) => {
      if (ending) throw new Error('the pool has ended')
      pool ??= start(workers, limits, worker)
      return pool.run(task)
    },
    end: async () => {
      ending ??= pool?.destroy() ?? Promise.resolve()
      await ending
    },
  }
}

const start = (workers: number, { mebibytes }: Limits, worker: URL): Tinypool => {
  const pool = new Tinypool({
    runtime: 'child_process',
    filename: fileURLToPath(worker),
    minThreads: workers,
    maxThreads: workers,
    argv: [String(process.pid)],
    // Beyond the limit, so that it is the guard that ends a greedy document and not the engine.
    execArgv: [`--max-old-space-size=${Math.ceil(mebibytes * 1.5)}`],
    env: environment(),
    maxMemoryLimitBeforeRecycle: (mebibytes * 1024 * 1024) / 4,
  })
  // A worker may die between two documents; the pool replaces it.
  pool.on('error', () => {})
  return pool
}

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
