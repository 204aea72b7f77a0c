import pLimit from 'p-limit'
import { InputError } from '../errors.js'
import { Fault, waitAfter } from './fault.js'
import { HostLost, Hosts } from './hosts.js'
import type { Manners } from './manners.js'
import type { DownloadRecord, Originals } from './originals.js'
import { type Alive, request } from './request.js'

export type { DownloadRecord } from './originals.js'

export interface Settings {
  readonly originals: Originals
  readonly manners: Manners
  readonly signal: AbortSignal
  /** What was asked since then, in ISO 8601, is not asked again. */
  readonly since: string
  readonly now: () => Date
}

/** An address with its bytes on disk. */
export interface Download extends DownloadRecord {
  readonly path: string
  /** Whether bytes came now, and not earlier. */
  readonly isNew: boolean
}

/** Downloads addresses, each at most once, and keeps what they give. What was kept by an earlier run is asked for with its
 * date and tag, so that an unchanged document does not travel twice. */
export class Downloader {
  private readonly hosts: Hosts
  /** Originals are read whole to be sure of them, so only some at a time. */
  private readonly lookups = pLimit(4)
  private readonly begun = new Map<string, Promise<Download>>()

  constructor(private readonly settings: Settings) {
    const { manners, signal } = settings
    this.hosts = new Hosts(manners.delay, signal, manners.attempts)
  }

  /** @throws InputError when the address gives neither a PDF nor a page */
  download(address: string): Promise<Download> {
    const download = this.begun.get(address) ?? this.patiently(address)
    this.begun.set(address, download)
    return download
  }

  private async patiently(address: string): Promise<Download> {
    const { originals, since, manners } = this.settings
    const known = await this.lookups(() => originals.find(address))
    if (known && known.checked_at >= since) return { ...known, path: originals.pathOf(known), isNew: false }
    for (let attempt = 1; ; attempt++)
      try {
        return await this.once(address, known)
      } catch (error) {
        if (error instanceof HostLost)
          throw new InputError('download_failed', address, 'is at a host that cannot be reached: try again later.')
        if (!(error instanceof Fault)) throw error
        const wait = waitAfter(error, attempt, manners)
        if (wait === null) throw givenUp(address, error, attempt)
        this.hosts.pause(new URL(address).host, wait)
      }
  }

  private async once(address: string, known: DownloadRecord | null): Promise<Download> {
    const { originals, manners, signal, now } = this.settings
    const headers = {
      ...(known?.etag && { 'if-none-match': known.etag }),
      ...(known?.last_modified && { 'if-modified-since': known.last_modified }),
    }
    return request(address, headers, { hosts: this.hosts, manners, signal }, async (answer, alive) => {
      const time = now().toISOString()
      if (answer.status === 304 && known) return this.noted({ ...known, checked_at: time }, false)
      const kept = await originals.keep(
        bodyOf(answer),
        limiter(address, answer, manners, alive),
        kindFor(address, answer),
      )
      const isSame = known?.sha256 === kept.sha256
      const record = {
        address,
        ...kept,
        retrieved_at: isSame ? known.retrieved_at : inSeconds(time),
        checked_at: time,
        content_type: answer.headers.get('content-type'),
        etag: answer.headers.get('etag'),
        last_modified: answer.headers.get('last-modified'),
      }
      return this.noted(record, !isSame)
    })
  }

  private async noted(record: DownloadRecord, isNew: boolean): Promise<Download> {
    const { originals } = this.settings
    await originals.note(record)
    return { ...record, path: originals.pathOf(record), isNew }
  }
}

/** As data sets publish times. */
const inSeconds = (time: string): string => time.replace(/\.\d+(?=Z$)/u, '')

const givenUp = (address: string, { predicate, askedWait }: Fault, attempts: number): InputError => {
  const wait = askedWait ? ` and asks to wait ${Math.ceil(askedWait / 1000)} seconds` : ''
  const asked = attempts === 1 ? '' : `, asked ${attempts} times`
  return new InputError('download_failed', address, `${predicate}${wait}${asked}: try again later.`)
}

/** The pieces of a body; a connection that breaks off may hold the next time. */
async function* bodyOf({ body }: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of body ?? []) yield piece
  } catch (cause) {
    throw new Fault('breaks off before its end', null, { cause })
  }
}

const limiter = (address: string, { headers }: Response, { pdfBytes, pageBytes }: Manners, alive: Alive) => {
  const most = isHtml(headers) ? pageBytes : pdfBytes
  const check = (bytes: number) => {
    if (bytes <= most) return
    const limit = `${Math.round(most / 1024 / 1024)} MiB`
    throw new InputError('too_large', address, `is larger than ${limit}, the most that is read: leave it out.`)
  }
  check(Number(headers.get('content-length') ?? 0))
  return (piece: Uint8Array, before: number) => {
    alive()
    check(before + piece.length)
  }
}

const kindFor =
  (address: string, { headers }: Response) =>
  (start: Uint8Array): DownloadRecord['kind'] => {
    const text = Buffer.from(start).toString('latin1')
    if (text.includes('%PDF-')) return 'pdf'
    if (isHtml(headers) || (!headers.has('content-type') && /^(?:\xef\xbb\xbf)?\s*</u.test(text))) return 'html'
    throw new InputError('not_a_pdf', address, 'gives neither a PDF nor a web page: name the address of one.')
  }

const isHtml = (headers: Headers): boolean => /html/iu.test(headers.get('content-type') ?? '')
