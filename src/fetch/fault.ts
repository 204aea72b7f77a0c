import type { Manners } from './manners.js'

/** An answer, or the lack of one, that may get better by asking again. */
export class Fault extends Error {
  override readonly name = 'Fault'

  constructor(
    /** The rest of a sentence that begins with the address. */
    readonly predicate: string,
    /** What the server asks for in Retry-After, in milliseconds. */
    readonly askedWait: number | null = null,
    options?: ErrorOptions,
  ) {
    super(predicate, options)
  }
}

const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** Whether a status is one that servers give for a while (RFC 9110, RFC 6585). */
export const isPassing = (status: number): boolean => passing.has(status)

/** How long to wait before the next attempt, in milliseconds, or null when there is to be none. `attempt` counts from 1. */
export const waitAfter = ({ askedWait }: Fault, attempt: number, manners: Manners): number | null => {
  if (attempt >= manners.attempts) return null
  const own = manners.firstWait * 2 ** (attempt - 1)
  if (askedWait === null) return own
  return askedWait > manners.longestWait ? null : Math.max(askedWait, own)
}

/** Retry-After: seconds or a date (RFC 9110, 10.2.3). */
export const readRetryAfter = (value: string | null, now: number): number | null => {
  if (value === null) return null
  if (/^\d+$/u.test(value.trim())) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
