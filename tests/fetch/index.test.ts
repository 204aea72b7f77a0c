import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import type { Manners } from '../../src/fetch/manners.js'
import { deskIn, inSeconds, newDesk, ownFolder, times } from './desk.js'
import {
  type Answer,
  breaksOff,
  endless,
  headersOnly,
  leadsTo,
  nowhere,
  oneByte,
  pdf,
  silent,
  siteOf,
  status,
  whole,
} from './site.js'

const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex')

const one = '%PDF-1.4 one'
const two = '%PDF-1.4 two'
const html = { 'content-type': 'text/html; charset=utf-8' }
const asPdf = { 'content-type': 'application/pdf' }
const mebibyte = 1024 * 1024

describe('a download', () => {
  it('is kept as it came, with what is known of it', async () => {
    const desk = await newDesk()
    const headers = { ...asPdf, etag: '"1"', 'last-modified': 'Mon, 05 Jan 2026 00:00:00 GMT' }
    const site = await siteOf({ '/a.pdf': [whole(one, headers)] })
    const address = site.at('/a.pdf')
    const path = join(desk.places.originals, `${sha256(one)}.pdf`)
    expect(await desk.run().download(address)).toEqual({
      address,
      kind: 'pdf',
      sha256: sha256(one),
      bytes: one.length,
      retrieved_at: inSeconds(times.first),
      checked_at: times.first,
      content_type: 'application/pdf',
      etag: '"1"',
      last_modified: 'Mon, 05 Jan 2026 00:00:00 GMT',
      path,
      isNew: true,
    })
    expect(await readFile(path, 'utf8')).toBe(one)
    expect(await desk.halves()).toEqual([])
  })

  it('happens once for an address, however often it is named', async () => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [pdf] })
    const downloader = desk.run()
    const first = downloader.download(site.at('/a.pdf'))
    const again = downloader.download(site.at('/a.pdf'))
    expect(await again).toBe(await first)
    expect(await downloader.download(site.at('/a.pdf'))).toBe(await first)
    expect(site.asked).toHaveLength(1)
  })

  it('fails once for an address', async () => {
    const desk = await newDesk()
    const site = await siteOf({})
    const downloader = desk.run()
    for (let i = 0; i < 2; i++)
      await expect(downloader.download(site.at('/a.pdf'))).rejects.toMatchObject({ code: 'download_failed' })
    expect(site.asked).toHaveLength(1)
  })

  it('is one file for two addresses that give the same', async () => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [pdf], '/b.pdf': [pdf] })
    const downloader = desk.run()
    const [a, b] = await Promise.all([downloader.download(site.at('/a.pdf')), downloader.download(site.at('/b.pdf'))])
    expect(a?.path).toBe(b?.path)
    expect(await desk.originals()).toEqual([`${sha256(one)}.pdf`])
  })

  it('keeps the address that was named when it leads to another', async () => {
    const desk = await newDesk()
    const site = await siteOf({ '/a': [leadsTo('/b.pdf')], '/b.pdf': [pdf] })
    expect(await desk.run().download(site.at('/a'))).toMatchObject({ address: site.at('/a'), sha256: sha256(one) })
  })

  it('is taken without its packing', async () => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [whole(gzipSync(one), { ...asPdf, 'content-encoding': 'gzip' })] })
    expect(await desk.run().download(site.at('/a.pdf'))).toMatchObject({ sha256: sha256(one), bytes: one.length })
  })
})

describe('kinds', () => {
  const noType = {}
  const late = (before: number) => `${' '.repeat(before)}%PDF-1.4`

  it.each([
    ['a PDF', one, asPdf, 'pdf'],
    ['a PDF of no type', one, noType, 'pdf'],
    ['a PDF that says it is a page', one, html, 'pdf'],
    ['a PDF as bytes', one, { 'content-type': 'application/octet-stream' }, 'pdf'],
    ['a PDF behind 1024 bytes', late(1024), asPdf, 'pdf'],
    ['a page', '<p>予算</p>', html, 'html'],
    ['a page in capitals', '<p>', { 'content-type': 'TEXT/HTML' }, 'html'],
    ['a page of XHTML', '<?xml version="1.0"?>', { 'content-type': 'application/xhtml+xml' }, 'html'],
    ['a page of no type', '\r\n<!DOCTYPE html>', noType, 'html'],
    ['a page of no type with a mark of UTF-8', '\ufeff<!DOCTYPE html>', noType, 'html'],
    ['an empty page', '', html, 'html'],
  ])('%s', async (_, body, headers, kind) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [whole(body, headers)] })
    const download = await desk.run().download(site.at('/a.pdf'))
    expect(download.kind).toBe(kind)
    expect(download.path).toBe(join(desk.places.originals, `${sha256(body)}.${kind}`))
  })

  it.each([
    ['text', 'Not a PDF', { 'content-type': 'text/plain' }],
    ['a picture', '\x89PNG', { 'content-type': 'image/png' }],
    ['markup of another type', '<svg>', { 'content-type': 'image/svg+xml' }],
    ['text of no type', 'Not a PDF', noType],
    ['nothing', '', asPdf],
    ['a PDF far behind', late(1025), asPdf],
  ])('neither: %s', async (_, body, headers) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [whole(body, headers)] })
    const address = site.at('/a.pdf')
    const message = `${address} gives neither a PDF nor a web page: name the address of one.`
    const result = expect(desk.run().download(address)).rejects
    await result.toMatchObject({ name: 'YosanError', code: 'not_a_pdf', message })
    expect(site.asked).toHaveLength(1)
    expect([...(await desk.halves()), ...(await desk.originals())]).toEqual([])
  })
})

describe('sizes', () => {
  const announced =
    (bytes: number, headers: Readonly<Record<string, string>>): Answer =>
    (response) => {
      response.writeHead(200, { ...headers, 'content-length': String(bytes) }).write('%PDF-1.4')
    }
  const zeros = gzipSync(Buffer.alloc(2 * mebibyte + 1))

  it.each<[string, Answer, string]>([
    ['a PDF of which the header says it', announced(2 * mebibyte + 1, asPdf), '2 MiB'],
    ['a page of which the header says it', announced(mebibyte + 1, html), '1 MiB'],
    ['a PDF without end', endless('%PDF'.repeat(50_000)), '2 MiB'],
    ['a page without end', endless('<br>'.repeat(50_000), html), '1 MiB'],
    ['a PDF that is small when packed', whole(zeros, { ...asPdf, 'content-encoding': 'gzip' }), '2 MiB'],
  ])('too large: %s', async (_, answer, limit) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [answer] })
    const address = site.at('/a.pdf')
    const message = `${address} is larger than ${limit}, the most that is read: leave it out.`
    const result = expect(desk.run().download(address)).rejects
    await result.toMatchObject({ name: 'YosanError', code: 'too_large', message })
    expect(site.asked).toHaveLength(1)
    expect([...(await desk.halves()), ...(await desk.originals())]).toEqual([])
    await vi.waitFor(() => expect(site.busy.now).toBe(0), 10_000)
  })

  it.each([
    ['a PDF', asPdf, 2 * mebibyte],
    ['a page', html, mebibyte],
  ])('just not too large: %s', async (_, headers, bytes) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [whole('%PDF-1.4'.padEnd(bytes), headers)] })
    expect(await desk.run().download(site.at('/a.pdf'))).toMatchObject({ bytes })
  })
})

describe('asking again', () => {
  it.each<[string, readonly Answer[]]>([
    ['breaks off twice', [breaksOff, breaksOff, pdf]],
    ['closes the connection twice', [(response) => response.destroy(), (response) => response.destroy(), pdf]],
    ['is out of order twice', [status(503), status(500), pdf]],
    ['has too many questions, then breaks off', [status(429), breaksOff, pdf]],
  ])('gets what a server gives that %s', async (_, answers) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': answers })
    expect(await desk.run().download(site.at('/a.pdf'))).toMatchObject({ sha256: sha256(one), bytes: one.length })
    expect(site.asked).toHaveLength(3)
    expect(await desk.originals()).toEqual([`${sha256(one)}.pdf`])
    expect(await desk.halves()).toEqual([])
  })

  it.each<[string, Answer]>([
    ['answers', silent],
    ['sends a body', headersOnly],
    ['sends more than one byte', oneByte],
  ])('gets what a server gives that at first never %s', async (_, answer) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [answer, pdf] })
    const downloader = desk.run({ manners: { silence: 1000 } })
    expect(await downloader.download(site.at('/a.pdf'))).toMatchObject({ sha256: sha256(one) })
    expect(await desk.halves()).toEqual([])
  })

  // A busy machine may give up before the server hears of it, so that its requests are not counted here.
  it.each<[string, Answer, Partial<Manners>, string]>([
    ['never answers', silent, { silence: 200 }, 'sends nothing for 0.2 seconds'],
    ['sends headers alone', headersOnly, { silence: 200 }, 'sends nothing for 0.2 seconds'],
    ['stops after a byte', oneByte, { silence: 200 }, 'sends nothing for 0.2 seconds'],
    ['never ends', endless('.'), { total: 200 }, 'takes more than 0.2 seconds to send'],
  ])('comes to an end at a server that %s', async (_, answer, manners, predicate) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [answer] })
    const address = site.at('/a.pdf')
    const message = `${address} ${predicate}, asked 3 times: try again later.`
    const result = expect(desk.run({ manners }).download(address)).rejects
    await result.toMatchObject({ name: 'YosanError', code: 'download_failed', message })
    expect([...(await desk.halves()), ...(await desk.originals())]).toEqual([])
  })

  it.each<[string, Answer, string]>([
    ['breaks off', breaksOff, 'breaks off before its end'],
    ['is out of order', status(500), 'answers 500 Internal Server Error'],
    ['has too many questions', status(429), 'answers 429 Too Many Requests'],
    ['asks not to wait', status(503, { 'retry-after': '0' }), 'answers 503 Service Unavailable'],
    ['sends what is not packed as it says', whole(one, { 'content-encoding': 'gzip' }), 'breaks off before its end'],
  ])('comes to an end, after so many questions, at a server that %s', async (_, answer, predicate) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [answer] })
    const address = site.at('/a.pdf')
    const message = `${address} ${predicate}, asked 3 times: try again later.`
    const result = expect(desk.run().download(address)).rejects
    await result.toMatchObject({ name: 'YosanError', code: 'download_failed', message })
    expect(site.asked).toHaveLength(3)
    expect([...(await desk.halves()), ...(await desk.originals())]).toEqual([])
  })

  it('comes to an end where no server is', async () => {
    const desk = await newDesk()
    const address = await nowhere()
    const message = `${address} cannot be reached (ECONNREFUSED), asked 3 times: try again later.`
    await expect(desk.run().download(address)).rejects.toMatchObject({ code: 'download_failed', message })
  })

  it('does not count when once is enough', async () => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [status(500)] })
    const message = `${site.at('/a.pdf')} answers 500 Internal Server Error: try again later.`
    const downloader = desk.run({ manners: { attempts: 1 } })
    await expect(downloader.download(site.at('/a.pdf'))).rejects.toMatchObject({ message })
    expect(site.asked).toHaveLength(1)
  })

  const circle = 'leads from one address to the next without end: check it.'
  const offTheWeb = 'leads to something that is not on the web (http or https): check it.'

  it.each<[string, Answer, string, string, number]>([
    ['404', status(404), 'download_failed', 'answers 404 Not Found: check the address.', 1],
    ['403', status(403), 'download_failed', 'answers 403 Forbidden: check the address.', 1],
    ['a circle', leadsTo('/a'), 'download_failed', circle, 4],
    ['a way off the web', leadsTo('file:///etc/hostname'), 'bad_address', offTheWeb, 1],
  ])('is of no use: %s', async (_, answer, code, predicate, count) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a': [answer] })
    const result = expect(desk.run().download(site.at('/a'))).rejects
    await result.toMatchObject({ name: 'YosanError', code, message: `${site.at('/a')} ${predicate}` })
    expect(site.asked).toHaveLength(count)
    expect([...(await desk.halves()), ...(await desk.originals())]).toEqual([])
  })
})

/** Timers may come a little early. */
const early = 50

describe('pauses', () => {
  it('grow from attempt to attempt', async () => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [status(503), status(503), pdf] })
    await desk.run({ manners: { firstWait: 150 } }).download(site.at('/a.pdf'))
    const [first = 0, second = 0, third = 0] = site.asked.map(({ at }) => at)
    expect(second - first).toBeGreaterThanOrEqual(150 - early)
    expect(third - second).toBeGreaterThanOrEqual(300 - early)
  })

  it.each([
    ['in seconds', () => '1', 1000],
    ['until a date', () => new Date(Date.now() + 2000).toUTCString(), 1000],
  ])('are as long as the server asks: %s', async (_, retryAfter, least) => {
    const desk = await newDesk()
    const later: Answer = (...asked) => status(503, { 'retry-after': retryAfter() })(...asked)
    const site = await siteOf({ '/a.pdf': [later, pdf] })
    expect(await desk.run().download(site.at('/a.pdf'))).toMatchObject({ kind: 'pdf' })
    const [first = 0, second = 0] = site.asked.map(({ at }) => at)
    expect(second - first).toBeGreaterThanOrEqual(least - early)
  })

  it.each([
    [429, 'Too Many Requests'],
    [503, 'Service Unavailable'],
  ])('are not made when the server asks for too long a one: %i', async (code, name) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [status(code, { 'retry-after': '3600' })] })
    const address = site.at('/a.pdf')
    const message = `${address} answers ${code} ${name} and asks to wait 3600 seconds: try again later.`
    await expect(desk.run().download(address)).rejects.toMatchObject({ code: 'download_failed', message })
    expect(site.asked).toHaveLength(1)
  })

  it.each([0, 20])(
    'that a server asks for are kept by all downloads from it, with %i ms between them',
    async (delay) => {
      const desk = await newDesk()
      const site = await siteOf({ '/a.pdf': [status(503, { 'retry-after': '1' }), pdf], '/b.pdf': [pdf] })
      const downloader = desk.run({ manners: { delay } })
      await Promise.all([downloader.download(site.at('/a.pdf')), downloader.download(site.at('/b.pdf'))])
      // Either may be asked for first.
      const refused = site.asked.findIndex(({ path }) => path === '/a.pdf')
      const [first = 0, second = 0] = site.asked.slice(refused).map(({ at }) => at)
      expect(second - first).toBeGreaterThanOrEqual(1000 - early)
    },
  )

  it('that another server asks for to which an address leads are kept there', async () => {
    const desk = await newDesk()
    const other = await siteOf({ '/b.pdf': [status(503, { 'retry-after': '1' }), pdf], '/c.pdf': [pdf] })
    const site = await siteOf({ '/a': [leadsTo(other.at('/b.pdf'))] })
    const downloader = desk.run()
    const a = downloader.download(site.at('/a'))
    await vi.waitFor(() => expect(other.asked).toHaveLength(1), 10_000)
    await Promise.all([a, downloader.download(other.at('/c.pdf'))])
    const [first = 0, second = 0] = other.asked.map(({ at }) => at)
    expect(second - first).toBeGreaterThanOrEqual(1000 - early)
  })
})

describe('servers', () => {
  const paths = ['/1.pdf', '/2.pdf', '/3.pdf', '/4.pdf', '/5.pdf']

  it('are asked for one document at a time, with a pause between', async () => {
    const desk = await newDesk()
    const late: Answer = (...asked) => setTimeout(() => pdf(...asked), 10)
    const site = await siteOf(Object.fromEntries(paths.map((path) => [path, [late]])))
    const downloader = desk.run({ manners: { delay: 20 } })
    await Promise.all(paths.map((path) => downloader.download(site.at(path))))
    expect(site.asked.map(({ path }) => path).sort()).toEqual(paths)
    expect(site.busy.most).toBe(1)
    // Timers may come a little early: a pause of 20 ms follows an answer of 10.
    const gaps = site.asked.slice(1).map(({ at }, i) => at - (site.asked[i]?.at ?? Number.NaN))
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(25)
  })

  it('are asked at the same time when they are two', async () => {
    const desk = await newDesk()
    const met: (() => void)[] = []
    // Each answers when the other is asked as well.
    const both: Answer = (...asked) => {
      met.push(() => pdf(...asked))
      if (met.length === 2) for (const answer of met) answer()
    }
    const sites = [await siteOf({ '/a.pdf': [both] }), await siteOf({ '/a.pdf': [both] })]
    const downloader = desk.run()
    const downloads = await Promise.all(sites.map((site) => downloader.download(site.at('/a.pdf'))))
    expect(downloads.map(({ kind }) => kind)).toEqual(['pdf', 'pdf'])
  })
})

describe('the second run', () => {
  const tagged = (body: string, tag: string): Answer =>
    whole(body, { ...asPdf, etag: `"${tag}"`, 'last-modified': 'Mon, 05 Jan 2026 00:00:00 GMT' })

  /** What two runs, one day after the other, get from the answers of a server. */
  const runs = async (answers: readonly Answer[], between: (path: string) => Promise<unknown> = async () => {}) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': answers })
    const first = await desk.run().download(site.at('/a.pdf'))
    await between(first.path)
    const settings = { since: times.second, now: () => new Date(times.second) }
    const again = () => desk.run(settings).download(site.at('/a.pdf'))
    return { desk, site, first, again }
  }

  const conditions = ({ asked }: Awaited<ReturnType<typeof siteOf>>) =>
    asked.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']])

  it('asks whether something changed, and keeps what did not', async () => {
    const { site, first, again } = await runs([tagged(one, '1'), status(304)])
    expect(await again()).toEqual({ ...first, checked_at: times.second, isNew: false })
    expect(conditions(site)).toEqual([
      [undefined, undefined],
      ['"1"', 'Mon, 05 Jan 2026 00:00:00 GMT'],
    ])
  })

  it('keeps the time of bytes that come again', async () => {
    const { again, desk, first } = await runs([tagged(one, '1'), tagged(one, '2')])
    const second = { ...first, checked_at: times.second, etag: '"2"', isNew: false }
    expect(await again()).toEqual(second)
    expect(await desk.originals()).toEqual([`${sha256(one)}.pdf`])
  })

  it('keeps both when the bytes changed', async () => {
    const { again, desk, site } = await runs([tagged(one, '1'), tagged(two, '2'), status(304)])
    const second = {
      sha256: sha256(two),
      retrieved_at: inSeconds(times.second),
      checked_at: times.second,
      etag: '"2"',
      isNew: true,
    }
    expect(await again()).toMatchObject(second)
    expect(await desk.originals()).toEqual([`${sha256(one)}.pdf`, `${sha256(two)}.pdf`].sort())
    const third = '2026-02-03T00:00:00.000Z'
    const last = desk.run({ since: third, now: () => new Date(third) }).download(site.at('/a.pdf'))
    expect(await last).toMatchObject({ ...second, checked_at: third, isNew: false })
    expect(conditions(site)[2]?.[0]).toBe('"2"')
  })

  it('asks plainly when the server named neither tag nor date', async () => {
    const { again, site, first } = await runs([pdf])
    expect(await again()).toEqual({ ...first, checked_at: times.second, isNew: false })
    expect(conditions(site)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it.each([
    ['is damaged', (path: string) => writeFile(path, '%PDF-1.4 ONE')],
    ['is gone', (path: string) => rm(path)],
  ])('fetches a document whole whose original %s', async (_, harm) => {
    const { again, site, first } = await runs([tagged(one, '1')], harm)
    const second = await again()
    expect(second).toMatchObject({ sha256: first.sha256, retrieved_at: inSeconds(times.second), isNew: true })
    expect(await readFile(second.path, 'utf8')).toBe(one)
    expect(conditions(site)[1]).toEqual([undefined, undefined])
  })

  it('does not ask again when it is the same run that goes on', async () => {
    const { desk, site, first } = await runs([tagged(one, '1')])
    const downloader = desk.run({ since: times.first, now: () => new Date(times.second) })
    expect(await downloader.download(site.at('/a.pdf'))).toEqual({ ...first, isNew: false })
    expect(site.asked).toHaveLength(1)
  })

  it('asks again in the same run when the original is gone', async () => {
    const { desk, site } = await runs([tagged(one, '1')], (path) => rm(path))
    const downloader = desk.run({ since: times.first, now: () => new Date(times.second) })
    expect(await downloader.download(site.at('/a.pdf'))).toMatchObject({
      retrieved_at: inSeconds(times.second),
      isNew: true,
    })
    expect(conditions(site)).toHaveLength(2)
  })

  it('keeps the original when the server fails', async () => {
    const { again, desk, first } = await runs([tagged(one, '1'), status(500)])
    await expect(again()).rejects.toMatchObject({ code: 'download_failed' })
    expect(await desk.originals()).toEqual([`${sha256(one)}.pdf`])
    expect(await readFile(first.path, 'utf8')).toBe(one)
  })
})

describe('a signal to stop', () => {
  const stopped = async (
    answers: readonly Answer[],
    { manners = {}, count = 1 }: { readonly manners?: Partial<Manners>; readonly count?: number } = {},
  ) => {
    const desk = await newDesk()
    const stop = new AbortController()
    const paths = Array.from({ length: count }, (_, i) => `/${i}.pdf`)
    const site = await siteOf(Object.fromEntries(paths.map((path) => [path, answers])))
    const downloader = desk.run({ signal: stop.signal, manners })
    const names = paths.map((path) => site.at(path))
    const results = names.map((name) => expect(downloader.download(name)).rejects.toMatchObject({ name: 'AbortError' }))
    await vi.waitFor(() => expect(site.asked).toHaveLength(1), 10_000)
    await new Promise((done) => setTimeout(done, 50))
    stop.abort()
    await Promise.all(results)
    expect(site.asked).toHaveLength(1)
    expect([...(await desk.halves()), ...(await desk.originals())]).toEqual([])
  }

  it.each<[string, Answer]>([
    ['for an answer', silent],
    ['for the rest of a body', oneByte],
    ['until the server may be asked again', status(503, { 'retry-after': '5' })],
  ])('ends the wait %s', async (_, answer) => {
    await stopped([answer])
  })

  it('ends the last attempt', async () => {
    await stopped([oneByte], { manners: { attempts: 1 } })
  })

  it('ends the wait of those that come after', async () => {
    await stopped([silent], { count: 3 })
  })

  it('keeps nothing from being found that is there', async () => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [pdf] })
    const first = await desk.run().download(site.at('/a.pdf'))
    const downloader = desk.run({ signal: AbortSignal.abort(), since: times.first })
    expect(await downloader.download(site.at('/a.pdf'))).toEqual({ ...first, isNew: false })
  })
})

describe('a disk that cannot be written to', () => {
  it.each(['originals', 'downloads', 'temporary'] as const)('is no fault of the server: %s', async (place) => {
    const desk = await newDesk()
    const site = await siteOf({ '/a.pdf': [pdf] })
    await writeFile(desk.places[place], '')
    const result = expect(desk.run().download(site.at('/a.pdf'))).rejects
    await result.toMatchObject({ name: 'Error', code: 'ENOTDIR' })
    expect(site.asked.length, 'it is not asked again').toBeLessThan(2)
    expect(await desk.halves()).toEqual([])
    await vi.waitFor(() => expect(site.busy.now).toBe(0), 10_000)
  })

  // The first download has this name while it is not whole.
  it.runIf(existsSync('/dev/full'))('is no fault of the server: a full one', async () => {
    const desk = deskIn(await ownFolder())
    const site = await siteOf({ '/a.pdf': [endless(one)] })
    await mkdir(desk.places.temporary)
    await symlink('/dev/full', join(desk.places.temporary, 'download.1'))
    const result = expect(desk.run().download(site.at('/a.pdf'))).rejects
    await result.toMatchObject({ name: 'Error', code: 'ENOSPC' })
    expect(site.asked).toHaveLength(1)
    expect(await desk.halves()).toEqual([])
    await vi.waitFor(() => expect(site.busy.now).toBe(0), 10_000)
  })
})

describe('a host that is not there', () => {
  it('is given up after as many misses in a row as an address is asked', async () => {
    const address = await nowhere()
    const addresses = Array.from({ length: 8 }, (_, i) => address.replace('a.pdf', `${i}.pdf`))
    const downloader = (await newDesk()).run()
    const ends = await Promise.allSettled(addresses.map((address) => downloader.download(address)))
    const sentences = ends.map((end, i) =>
      end.status === 'rejected' ? String(end.reason.message).replace(addresses[i] ?? '', '') : 'done',
    )
    expect(new Set(sentences)).toEqual(new Set([' is at a host that cannot be reached: try again later.']))
  })
})
