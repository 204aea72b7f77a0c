import { parentPort, workerData } from 'node:worker_threads'
import { type FailedResult, writeResult } from './results.js'
import type { Task } from './task.js'

// A thread beside the one that reads documents. It ends the process when a document takes too long or too much memory, which
// a thread caught in a loop cannot do itself, and leaves the reason as the document's result; and it ends the process when the
// batch that it works for is gone.

const interval = 100

let task: Task | null = null
let begun = 0

parentPort?.on('message', (message: Task | null) => {
  task = message
  begun = performance.now()
})

setInterval(() => {
  if (process.ppid !== workerData.parent) end()
  const excess = task && excessOf(task)
  if (!task || !excess) return
  try {
    writeResult(task.result, excess, null)
  } finally {
    end()
  }
}, interval)

const end = () => process.kill(process.pid, 'SIGKILL')

const excessOf = ({ limits }: Task): FailedResult | null => {
  if (performance.now() - begun > limits.seconds * 1000)
    return {
      status: 'failed',
      code: 'timed_out',
      predicate: `takes more than ${limits.seconds} seconds to read: give it more with --timeout.`,
      limits,
    }
  if (process.memoryUsage.rss() > limits.mebibytes * 1024 * 1024)
    return {
      status: 'failed',
      code: 'out_of_memory',
      predicate: `needs more than ${limits.mebibytes} MiB of memory: give it more with --memory.`,
      limits,
    }
  return null
}
