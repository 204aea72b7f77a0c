import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ErrorCode } from '../errors.js'
import type { Order } from './messages.js'
import type { Limits } from './picture.js'

/** How a process was lost before it said anything. */
export interface Loss {
  readonly lost: ErrorCode
  /** The rest of a sentence on the page or document that it was at. */
  readonly predicate: string
}

/** Starts a process that opens a document and draws its pages. */
export const startChild = (path: string, { mebibytes }: Limits): ChildProcess => {
  const order: Order = { path, parent: process.pid, mebibytes }
  return fork(fileURLToPath(new URL('./worker.js', import.meta.url)), [JSON.stringify(order)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [
      // Beyond the limit, so that it is the guard that ends a greedy page and not the engine.
      `--max-old-space-size=${Math.ceil(mebibytes * 1.5)}`,
      // A process keeps to one core, so that as many as there are cores do not get in each other's way.
      '--single-threaded-gc',
    ],
    // See canvas.ts; and with one arena the memory that glibc holds stays flat.
    env: { MALLOC_ARENA_MAX: '1', ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' },
  })
}

/** The next message of a process; it is ended when there is none in time. */
export const hear = <Message>(child: ChildProcess, limits: Limits): Promise<Message | Loss> =>
  new Promise((resolve) => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, limits.seconds * 1000)
    const settle = (heard: Message | Loss) => {
      clearTimeout(timer)
      child.off('message', settle).off('exit', gone).off('error', gone)
      resolve(heard)
    }
    const gone = () => settle(late ? tooSlow(limits) : lossOf(child, limits))
    if (isGone(child)) return gone()
    child.on('message', settle).on('exit', gone).on('error', gone)
  })

/** Ends a process, whatever it is at; comes back when it is gone. */
export const endChild = async (child: ChildProcess): Promise<void> => {
  if (isGone(child)) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

/** It has ended, or was never started. */
const isGone = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null

const tooSlow = ({ seconds }: Limits): Loss => ({
  lost: 'timed_out',
  predicate: `takes more than ${seconds} seconds.`,
})

/** Its guard ends a process in the same way as a system that is short of memory. */
const lossOf = ({ exitCode, signalCode }: ChildProcess, { mebibytes }: Limits): Loss => {
  if (signalCode === 'SIGKILL')
    return {
      lost: 'out_of_memory',
      predicate: `needs more than ${mebibytes} MiB of memory, or its process was ended from outside.`,
    }
  return { lost: 'crashed', predicate: `made its process end (${signalCode ?? exitCode ?? 'it could not start'}).` }
}
