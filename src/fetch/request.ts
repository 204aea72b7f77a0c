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

/** Asks an address once, goes where it leads and gives what `use` makes of the answer, of status 200 or, when the headers ask
 * whether something changed, 304. The answer has to be used up by then.
 * @throws Fault for what may get better by asking again, InputError for what does not */
export const request = async <T>(
  address: string,
  headers: Readonly<Record<string, string>>,
  asking: Asking,
  use: (answer: Response, alive: Alive) => Promise<T>,
): Promise<T> => {
  const { hosts, manners } = asking
  let url = new URL(address)
  for (let hop = 0; hop <= manners.redirects; hop++) {
    const asked = url
    const step = await hosts.turn(asked.host, () =>
      inTime(asking, async (limit, alive) => {
        const answer = await send(asked, headers, limit, hosts)
        const next = redirectOf(answer, asked, address)
        if (next === null && isUsable(answer, headers)) return { value: await use(answer, alive) }
        await answer.body?.cancel()
        if (next === null) throw heeded(refusal(answer, address), asked.host, asking)
        return { next }
      }),
    )
    if ('value' in step) return step.value
    url = step.next
  }
  throw new InputError('download_failed', address, 'leads from one address to the next without end: check it.')
}

const send = async (
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  hosts: Hosts,
): Promise<Response> => {
  const answer = await fetch(url, {
    redirect: 'manual',
    headers: { 'user-agent': `yosan/${toolVersion}`, 'accept-encoding': 'identity', ...headers },
    signal,
  }).catch((cause: unknown) => {
    const reason = reasonOf(cause)
    if (notThere.has(reason)) hosts.missed(url.host)
    throw signal.aborted ? cause : new Fault(`cannot be reached (${reason})`, null, { cause })
  })
  hosts.reached(url.host)
  return answer
}

/** What the system and the library say of a host that is not there, or of a machine without a network. */
const notThere: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** The engine hides what happened to the connection in the cause. */
const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return String(cause)
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
}

const isUsable = ({ status }: Response, headers: Readonly<Record<string, string>>): boolean =>
  status === 200 || (status === 304 && ('if-none-match' in headers || 'if-modified-since' in headers))

const redirectOf = ({ status, headers }: Response, from: URL, address: string): URL | null => {
  const location = textOf(headers.get('location'))
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null
  if (to?.protocol === 'http:' || to?.protocol === 'https:') return withoutUser(to)
  throw new InputError('bad_address', address, 'leads to something that is not on the web (http or https): check it.')
}

const withoutUser = (url: URL): URL => Object.assign(url, { username: '', password: '' })

/** Headers come as if they were Latin-1; addresses that are not encoded are sent in UTF-8. */
const textOf = (header: string | null): string | null => header && Buffer.from(header, 'latin1').toString()

const refusal = ({ status, statusText, headers }: Response, address: string): Error => {
  const answered = `answers ${`${status} ${statusText}`.trim()}`
  return isPassing(status)
    ? new Fault(answered, readRetryAfter(headers.get('retry-after'), Date.now()))
    : new InputError('download_failed', address, `${answered}: check the address.`)
}

/** Nothing else goes to the host either for as long as it asks, unless that is too long to wait for. */
const heeded = (error: Error, host: string, { hosts, manners }: Asking): Error => {
  const wait = error instanceof Fault ? (error.askedWait ?? 0) : 0
  if (wait <= manners.longestWait) hosts.pause(host, wait)
  return error
}

/** Ends work that is silent for too long or takes too long in all. What fails lets go of its connection. */
const inTime = async <T>(
  { manners, signal }: Asking,
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
    signal.throwIfAborted()
    late.abort(error)
    throw late.signal.reason
  } finally {
    clearTimeout(whole)
    clearTimeout(silence)
  }
}
