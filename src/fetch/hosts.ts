import { setTimeout } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'

/** A host was not there so often that it is asked no more. */
export class HostLost extends Error {
  override readonly name = 'HostLost'
}

/** Lets one request at a time go to a host, with a pause after each. */
export class Hosts {
  private readonly queues = new Map<string, LimitFunction>()
  /** By host, in milliseconds of `performance.now()`. */
  private readonly notBefore = new Map<string, number>()
  /** How often in a row a host was not there. */
  private readonly misses = new Map<string, number>()

  constructor(
    private readonly delay: number,
    private readonly signal: AbortSignal,
    /** Misses in a row after which a host is asked nothing more. */
    private readonly mostMisses = Number.POSITIVE_INFINITY,
  ) {}

  /** Does a piece of work when it is its turn at the host.
   * @throws HostLost when the host is given up */
  turn<T>(host: string, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(host) ?? pLimit(1)
    this.queues.set(host, queue)
    return queue(async () => {
      if (this.isLost(host)) throw new HostLost()
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

  /** The host was not there. */
  missed(host: string): void {
    this.misses.set(host, (this.misses.get(host) ?? 0) + 1)
  }

  /** The host answered. */
  reached(host: string): void {
    this.misses.delete(host)
  }

  private isLost(host: string): boolean {
    return (this.misses.get(host) ?? 0) >= this.mostMisses
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
