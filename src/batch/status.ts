import { YosanError } from '../errors.js'
import type { Entry } from './events.js'
import { placesIn } from './folder.js'
import { lastRun } from './journal.js'
import { holderOf } from './lock.js'

/** How far the last run in a folder is, or how it ended. Times in ISO 8601, UTC. */
export interface Status {
  readonly state: 'running' | 'interrupted' | 'finished'
  /** When its first part began, when it is one that was resumed. */
  readonly begun_at: string
  /** When it last did something. */
  readonly last_at: string
  /** Of a finished run. */
  readonly exit: number | null
  /** Null as long as they are still being looked for. */
  readonly documents: number | null
  readonly done: number
  /** Of those, the ones whose result was there when the run began or was resumed. */
  readonly cached: number
  readonly partial: number
  readonly pages: number
  /** Mean time that a page took, in milliseconds, over the documents whose results were not there; null without any. */
  readonly page_ms: number | null
  readonly figures: number
  readonly needs_review: number
  /** Documents at work now, or left behind by an interruption. */
  readonly under_way: readonly string[]
  readonly failures: readonly { readonly input: string; readonly code: string; readonly message: string }[]
  /** Why it stopped, when it could say. */
  readonly stopped: string | null
}

/** @throws YosanError for a folder in which no batch ran */
export const statusOf = async (folder: string): Promise<Status> => {
  const { journal, lock } = placesIn(folder)
  const entries = await lastRun(journal)
  const [first] = entries ?? []
  if (!entries || !first)
    throw new YosanError('no_batch', `No batch ran in the folder ${folder}: name the folder of a data set.`)
  return summarise(first, entries, (await holderOf(lock)) !== null)
}

type Done = Extract<Entry, { event: 'done' }>

/** A text counts as one. */
const pagesOf = ({ pages }: Done): number => pages ?? 1

const pageTime = (entries: readonly Entry[], done: readonly Done[]): number | null => {
  const begun = new Map(
    entries.flatMap((entry) => (entry.event === 'started' ? [[entry.document_id, Date.parse(entry.at)]] : [])),
  )
  const timed = done.flatMap((entry) => {
    const from = entry.cached ? undefined : begun.get(entry.document_id)
    return from === undefined ? [] : [{ ms: Date.parse(entry.at) - from, pages: pagesOf(entry) }]
  })
  const pages = sum(timed.map((one) => one.pages))
  return pages === 0 ? null : Math.round(sum(timed.map(({ ms }) => ms)) / pages)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const summarise = (first: Entry, entries: readonly Entry[], isRunning: boolean): Status => {
  // A run that is resumed tells of all documents again.
  const outcomes = new Map<string, Extract<Entry, { event: 'done' | 'failed' }>>()
  const underWay = new Set<string>()
  for (const entry of entries) {
    if (entry.event === 'begun') {
      underWay.clear()
      outcomes.clear()
    }
    if (entry.event === 'started') underWay.add(entry.document_id)
    if (entry.event !== 'done' && entry.event !== 'failed') continue
    underWay.delete(entry.document_id ?? '')
    outcomes.set(entry.document_id ?? entry.input, entry)
  }
  const done = [...outcomes.values()].filter((entry) => entry.event === 'done')
  const failures = [...outcomes.values()].filter((entry) => entry.event === 'failed')
  const last = entries.at(-1) ?? first
  return {
    state: isRunning ? 'running' : last.event === 'ended' ? 'finished' : 'interrupted',
    begun_at: first.at,
    last_at: last.at,
    exit: last.event === 'ended' ? last.exit : null,
    documents: entries.findLast((entry) => entry.event === 'found')?.documents ?? null,
    done: done.length,
    cached: done.filter(({ cached }) => cached).length,
    partial: done.filter(({ status }) => status === 'partial').length,
    pages: sum(done.map(pagesOf)),
    page_ms: pageTime(entries, done),
    figures: sum(done.map(({ figures }) => figures)),
    needs_review: sum(done.map(({ needs_review }) => needs_review)),
    under_way: [...underWay].sort(),
    failures: failures
      .map(({ input, code, message }) => ({ input, code, message }))
      .sort((a, b) => (a.input < b.input ? -1 : 1)),
    stopped: last.event === 'stopped' ? last.message : null,
  }
}
