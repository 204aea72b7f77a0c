/** What pdf.js sends messages through; it hands these to a worker where there is one. */
export interface Port {
  postMessage(message: unknown): void
  addEventListener(type: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void
  removeEventListener(type: string, listener: Listener): void
}

type Listener = (event: { readonly data: unknown }) => void

/**
 * Two ends of a line between the two halves of pdf.js on one thread. pdf.js's own line clones whatever goes through it,
 * as if it went to another thread: every glyph of every page, and the fonts. Nothing here changes what it is given, so
 * the thing itself is handed over. Each message goes in a turn of the event loop of its own, so that timers run in
 * between: pdf.js's own line goes on without a stop, and no time limit ever comes to its end.
 */
export const connectedPorts = (): readonly [Port, Port] => {
  const [here, there] = [new Set<Listener>(), new Set<Listener>()]
  return [portBetween(here, there), portBetween(there, here)]
}

const portBetween = (own: Set<Listener>, others: ReadonlySet<Listener>): Port => ({
  postMessage(message) {
    const event = { data: withListsOfItsOwn(message) }
    setImmediate(() => {
      for (const listener of others) listener(event)
    })
  },
  addEventListener(_, listener, options) {
    own.add(listener)
    options?.signal?.addEventListener('abort', () => own.delete(listener))
  },
  removeEventListener(_, listener) {
    own.delete(listener)
  },
})

/** A piece of an operator list comes in two arrays that pdf.js empties and fills again once they are sent. */
const withListsOfItsOwn = (message: unknown): unknown => {
  if (!holdsChunk(message)) return message
  const { chunk } = message
  return { ...message, chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } }
}

interface Chunk {
  readonly fnArray: readonly unknown[]
  readonly argsArray: readonly unknown[]
}

const holdsChunk = (message: unknown): message is { readonly chunk: Chunk } => {
  const chunk: unknown = typeof message === 'object' && message !== null && 'chunk' in message ? message.chunk : null
  return typeof chunk === 'object' && chunk !== null && 'fnArray' in chunk && 'argsArray' in chunk
}
