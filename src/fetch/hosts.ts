import { setTimeout } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'

/** Lets one request at a time go to a host, with a pause after each. */
export class Hosts {
  private readonly queues = new Map<string, LimitFunction>()
  /** By host, in milliseconds of `performance.now()`. */
  private readonly notBefore = new Map<string, number>()

  constructor(
    private readonly delay: number,
    private readonly signal: AbortSignal,
  ) {}

  /** Does a piece of work when it is its turn at the host. */
  turn<T>(host: string, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(host) ?? pLimit(1)
    this.queues.set(host, queue)
    return queue(async () => {
      await this.wait(host)
      try {
        return await work()
      } finally {
        this.pause(host, this.delay)
      }
    })
  }

  /** Nothing more goes to the host for so many milliseconds. */
  pause(host: string, milliseconds: number): void {
    const until = performance.now() + milliseconds
    this.notBefore.set(host, Math.max(until, this.notBefore.get(host) ?? 0))
  }

  /** A pause may become longer meanwhile. */
  private async wait(host: string): Promise<void> {
    for (let rest = this.rest(host); rest > 0; rest = this.rest(host))
      await setTimeout(rest, null, { signal: this.signal })
  }

  private rest(host: string): number {
    return (this.notBefore.get(host) ?? 0) - performance.now()
  }
}
