import { SingleBar } from 'cli-progress'
import { YosanError } from '../errors.js'
import type { BatchEvent, Listener } from '../index.js'
import { escapeText, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'

/** Shows how far a batch is. */
export interface Progress {
  readonly on: Listener
  readonly close: () => void
}

/** For a machine one event a line; for a person a bar on a screen and else a line a document, as long as there are several.
 * @throws YosanError for an unknown format */
export const progressOn = (args: Arguments, terminal: Terminal): Progress => {
  const format = args.text('log')
  if (format === 'ndjson') return events(terminal)
  if (format !== null) throw new YosanError('bad_value', `--log knows only ndjson, not '${format}'.`)
  if (args.flag('quiet')) return silence
  return terminal.screen ? bar(terminal.screen) : lines(terminal)
}

const silence: Progress = { on: () => {}, close: () => {} }

const events = ({ err }: Terminal): Progress => ({
  on: (event) => err(`${escapeText(JSON.stringify(event))}\n`),
  close: () => {},
})

const lines = ({ err }: Terminal): Progress => {
  let documents = 0
  let over = 0
  const on = (event: BatchEvent): void => {
    if (event.event === 'found') documents = event.documents
    if (documents < 2 || !isOver(event)) return
    over++
    const count = `[${String(over).padStart(String(documents).length)}/${documents}]`
    err(`${count} ${escapeText(`${event.input}  ${outcomeOf(event)}`)}\n`)
  }
  return { on, close: () => {} }
}

type Over = Extract<BatchEvent, { event: 'done' | 'failed' }>

const isOver = (event: BatchEvent): event is Over =>
  event.event === 'done' || (event.event === 'failed' && event.document_id !== null)

const outcomeOf = (event: Over): string => {
  if (event.event === 'failed') return `failed (${event.code})`
  const pages = event.pages === null ? 'text' : `${event.pages} pages`
  const partial = event.status === 'partial' ? ', partial' : ''
  return `${pages}, ${event.figures} figures${partial}${event.cached ? ', unchanged' : ''}`
}

const layout = '{bar} {value}/{total} documents, {rate} pages/s, {eta_formatted} left, {failed} failed'

const bar = (stream: NodeJS.WritableStream): Progress => {
  const shown = new SingleBar({
    format: layout,
    stream,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  })
  const begun = performance.now()
  let [pages, failed, isOpen] = [0, 0, false]
  const on = (event: BatchEvent): void => {
    if (event.event === 'found' && event.documents > 1) {
      shown.start(event.documents, 0, { rate: 0, failed })
      isOpen = true
    }
    if (!isOver(event)) return
    if (event.event === 'failed') failed++
    else if (!event.cached) pages += event.pages ?? 1
    const rate = (pages / ((performance.now() - begun) / 1000)).toFixed(1)
    if (isOpen) shown.increment(1, { rate, failed })
  }
  const close = (): void => {
    if (isOpen) shown.stop()
    isOpen = false
  }
  return { on, close }
}
