import { YosanError } from '../errors.js'
import type { BatchOptions } from '../options.js'
import type { BatchEvent, Listener } from './events.js'
import { Journal, lastRun } from './journal.js'

/** What makes a run the same as another, so that it goes on where that one was interrupted. */
interface Command {
  readonly names: readonly string[]
  readonly options: BatchOptions
  readonly program: string
}

/** Tells events to the journal and to who listens. */
export interface Diary {
  /** When the run began that this one goes on from, though no more than a day ago, or this one; ISO 8601. */
  readonly since: string
  readonly tell: (event: BatchEvent) => Promise<void>
  /** Notes why the run stops and gives the error back. The journal may be what cannot be written to. */
  readonly stopped: (error: Error) => Promise<Error>
  readonly progress: () => { readonly done: number; readonly documents: number }
  readonly close: () => Promise<void>
}

/** Milliseconds after which a download of an interrupted run is asked for again. */
const day = 86_400_000

export const openDiary = async (path: string, command: Command, listen: Listener): Promise<Diary> => {
  const said = sayCommand(command)
  const [first, ...rest] = (await lastRun(path)) ?? []
  const resumed = first?.event === 'begun' && first.command === said && rest.at(-1)?.event !== 'ended'
  const journal = await Journal.open(path)
  const progress = { done: 0, documents: 0 }
  const tell = async (event: BatchEvent): Promise<void> => {
    if (event.event === 'found') progress.documents = event.documents
    if (event.event === 'done' || (event.event === 'failed' && event.document_id !== null)) progress.done++
    listen(await journal.add(event))
  }
  const now = Date.now()
  const since = new Date(resumed ? Math.max(Date.parse(first.at), now - day) : now).toISOString()
  await tell({ event: 'begun', resumed, pid: process.pid, folder: process.cwd(), command: said })
  return {
    since,
    tell,
    stopped: async (error) => {
      if (error instanceof YosanError)
        await tell({ event: 'stopped', code: error.code, message: error.message }).catch(() => undefined)
      return error
    },
    progress: () => progress,
    close: () => journal.close(),
  }
}

/** Nothing of how fast the work goes is in it. */
const sayCommand = ({ names, options, program }: Command): string => {
  const { pages, tables, linkFilter } = options
  return JSON.stringify({ names, pages, tables, linkFilter: linkFilter?.source ?? null, program })
}
