import { YosanError } from '../errors.js'
import { Drawer } from './drawer.js'
import type { Limits, Picture, Undrawn } from './picture.js'

export type { Limits, Picture, Undrawn } from './picture.js'

interface Wanted {
  /** Physical pages, 1-based, in the order in which they are to come. */
  readonly pages: readonly number[]
  /** Processes that draw at the same time. */
  readonly workers: number
  /** Of each page, and of the opening of the document. */
  readonly limits: Limits
  /** Ends the drawing. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Draws pages of a PDF, in processes of their own. A page that cannot be drawn within the limits, or whose process dies, is
 * Undrawn and the next ones are drawn all the same; so is one that the document does not have. The order is that of the
 * request, and no more than two pages a process are drawn ahead of the one that is asked for. When the loop ends, in whatever
 * way, no process is left.
 * @throws YosanError when nothing can be drawn on this machine ('broken_installation'), when the file cannot be opened (the
 * codes of `load`, or 'timed_out', 'out_of_memory' and 'crashed'), and when the signal ends it ('interrupted')
 */
export async function* drawPages(
  path: string,
  { pages, workers, limits, signal }: Wanted,
): AsyncGenerator<Picture | Undrawn> {
  if (signal?.aborted) throw interrupted()
  const drawers = Array.from({ length: Math.min(workers, pages.length) }, () => new Drawer(path, limits))
  const end = () => Promise.all(drawers.map((drawer) => drawer.end()))
  signal?.addEventListener('abort', end)
  try {
    for await (const drawn of inTurn(pages, drawers)) {
      if (signal?.aborted) break
      yield drawn
    }
    if (signal?.aborted) throw interrupted()
  } catch (error) {
    throw signal?.aborted ? interrupted() : error
  } finally {
    signal?.removeEventListener('abort', end)
    await end()
  }
}

/** Which of them draws a page hangs on its place in the list alone, so that two runs do the same. */
async function* inTurn(pages: readonly number[], drawers: readonly Drawer[]): AsyncGenerator<Picture | Undrawn> {
  const ahead: Promise<Picture | Undrawn>[] = []
  for (const [i, page] of pages.entries()) {
    const drawn = drawers[i % drawers.length]?.draw(page)
    if (!drawn) return
    // Only whoever waits for the page learns what is wrong.
    drawn.catch(() => undefined)
    ahead.push(drawn)
    const first = ahead.length > 2 * drawers.length ? ahead.shift() : null
    if (first) yield await first
  }
  yield* ahead
}

const interrupted = (): YosanError => new YosanError('interrupted', 'Interrupted while pages were drawn: run it again.')
