import { InputError } from '../errors.js'
import { toolVersion } from '../version.js'
import { Fault, isPassing, readRetryAfter } from './fault.js'
import type { Hosts } from './hosts.js'
import type { Manners } from './manners.js'

export interface Asking {
  readonly hosts: Hosts
  readonly manners: Manners
  readonly signal: AbortSignal
}

/** Tells that bytes still come, so that the answer is not given up. */
export type Alive = () => void

/** Asks an address once, goes where it leads and gives what `use` makes of the answer, of status 200 or 304. The answer has
 * to be used up by then.
 * @throws Fault for what may get better by asking again, InputError for what does not */
export const request = async <T>(
  address: string,
  headers: Readonly<Record<string, string>>,
  { hosts, manners, signal }: Asking,
  use: (answer: Response, alive: Alive) => Promise<T>,
): Promise<T> => {
  let url = new URL(address)
  for (let hop = 0; hop <= manners.redirects; hop++) {
    const asked = url
    const step = await hosts.turn(asked.host, () =>
      inTime({ manners, signal }, async (limit, alive) => {
        const answer = await send(asked, headers, limit)
        const next = redirectOf(answer, asked, address)
        if (next === null && isUsable(answer)) return { value: await use(answer, alive) }
        await answer.body?.cancel()
        if (next === null) throw refusal(answer, address)
        return { next }
      }),
    )
    if ('value' in step) return step.value
    url = step.next
  }
  throw new InputError('download_failed', address, 'leads from one address to the next without end: check it.')
}

const send = (url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> =>
  fetch(url, {
    redirect: 'manual',
    headers: { 'user-agent': `yosan/${toolVersion}`, 'accept-encoding': 'identity', ...headers },
    signal,
  }).catch((cause: unknown) => {
    throw signal.aborted ? cause : new Fault(`cannot be reached (${reasonOf(cause)})`, null, { cause })
  })

/** The engine hides what happened to the connection in the cause. */
const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return String(cause)
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
}

const isUsable = ({ status }: Response): boolean => status === 200 || status === 304

const redirectOf = ({ status, headers }: Response, from: URL, address: string): URL | null => {
  const location = headers.get('location')
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null
  if (to?.protocol === 'http:' || to?.protocol === 'https:') return to
  throw new InputError('bad_address', address, 'leads to something that is not on the web (http or https): check it.')
}

const refusal = ({ status, statusText, headers }: Response, address: string): Error => {
  const answered = `answers ${`${status} ${statusText}`.trim()}`
  return isPassing(status)
    ? new Fault(answered, readRetryAfter(headers.get('retry-after'), Date.now()))
    : new InputError('download_failed', address, `${answered}: check the address.`)
}

interface Limits {
  readonly manners: Manners
  readonly signal: AbortSignal
}

/** Ends work that is silent for too long or takes too long in all. */
const inTime = async <T>(
  { manners, signal }: Limits,
  work: (limit: AbortSignal, alive: Alive) => Promise<T>,
): Promise<T> => {
  const late = new AbortController()
  const end = (predicate: string) => late.abort(new Fault(predicate))
  const silent = () => end(`sends nothing for ${manners.silence / 1000} seconds`)
  const whole = setTimeout(() => end(`takes more than ${manners.total / 1000} seconds to send`), manners.total)
  let silence = setTimeout(silent, manners.silence)
  const alive = () => {
    clearTimeout(silence)
    silence = setTimeout(silent, manners.silence)
  }
  try {
    return await work(AbortSignal.any([late.signal, signal]), alive)
  } catch (error) {
    throw late.signal.aborted ? late.signal.reason : error
  } finally {
    clearTimeout(whole)
    clearTimeout(silence)
  }
}
