import { parentPort, workerData } from 'node:worker_threads'
import { holdsMoreThan, keepWatch } from '../keep-watch.js'
import { type FailedResult, writeResult } from './results.js'
import type { Task } from './task.js'

// A thread beside the one that reads documents. It ends the process when a document takes too long or too much memory, which
// a thread caught in a loop cannot do itself, and leaves the reason as the document's result; and it ends the process when the
// batch that it works for is gone.

let task: Task | null = null
let begun = 0

parentPort?.on('message', (message: Task | null) => {
  task = message
  begun = performance.now()
})

keepWatch(workerData.parent, () => {
  const excess = task && excessOf(task)
  if (!task || !excess) return false
  writeResult(task.result, excess, null)
  return true
})

const excessOf = ({ limits }: Task): FailedResult | null => {
  if (performance.now() - begun > limits.seconds * 1000)
    return {
      status: 'failed',
      code: 'timed_out',
      predicate: `takes more than ${limits.seconds} seconds to read: give it more with --timeout.`,
      limits,
    }
  if (holdsMoreThan(limits.mebibytes))
    return {
      status: 'failed',
      code: 'out_of_memory',
      predicate: `needs more than ${limits.mebibytes} MiB of memory: give it more with --memory.`,
      limits,
    }
  return null
}
