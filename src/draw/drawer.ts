import type { ChildProcess } from 'node:child_process'
import { basename } from 'node:path'
import { YosanError } from '../errors.js'
import { endChild, hear, type Loss, startChild } from './child.js'
import type { Answer, Opening } from './messages.js'
import type { Limits, Picture, Undrawn } from './picture.js'

/** Draws pages of one document, one at a time, in a process that is replaced when it is lost or has grown. */
export class Drawer {
  private child: ChildProcess | null = null
  private last: Promise<unknown> = Promise.resolve()
  private ended = false

  constructor(
    private readonly path: string,
    private readonly limits: Limits,
  ) {}

  /** Draws a page once those asked for before are done.
   * @throws YosanError when nothing can be drawn on this machine or nothing of this document, and behind the end */
  draw(page: number): Promise<Picture | Undrawn> {
    const drawn = this.last.then(() => this.drawNow(page))
    // Who asked may still be waiting for an earlier page.
    this.last = drawn.catch(() => undefined)
    return drawn
  }

  /** Ends the process, whatever it is at; comes back when it is gone. */
  async end(): Promise<void> {
    this.ended = true
    if (this.child) await endChild(this.child)
    this.child = null
  }

  private async drawNow(page: number): Promise<Picture | Undrawn> {
    const child = this.child ?? (await this.start())
    child.send(page, () => undefined)
    const answer = await hear<Answer>(child, this.limits)
    if ('lost' in answer) {
      this.child = null
      return { page, reason: `Page ${page} cannot be drawn: it ${answer.predicate}` }
    }
    if (answer.mebibytes > this.limits.mebibytes * grown) await this.replace(child)
    return answer.drawn
  }

  private async start(): Promise<ChildProcess> {
    if (this.ended) throw new YosanError('interrupted', 'Pages are no longer drawn.')
    const child = startChild(this.path, this.limits)
    this.child = child
    const opening = await hear<Opening>(child, this.limits)
    if ('open' in opening) return child
    await endChild(child)
    this.child = null
    throw 'lost' in opening ? this.unopened(opening) : new YosanError(opening.code, opening.message)
  }

  private unopened({ lost, predicate }: Loss): YosanError {
    return new YosanError(lost, `${basename(this.path)} cannot be opened to be drawn: it ${predicate}`)
  }

  private async replace(child: ChildProcess): Promise<void> {
    this.child = null
    await endChild(child)
  }
}

/** Share of the memory allowed from which a process is replaced behind a page: what the engine keeps of earlier pages must
 * not be what a later one lacks. */
const grown = 0.5
