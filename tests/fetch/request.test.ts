import { createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Hosts } from '../../src/fetch/hosts.js'
import type { Manners } from '../../src/fetch/manners.js'
import { request } from '../../src/fetch/request.js'
import { toolVersion } from '../../src/version.js'
import { quick } from './desk.js'
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
  slowly,
  status,
  whole,
} from './site.js'

/** The text at an address. */
const textAt = (
  address: string,
  { signal = new AbortController().signal, headers = {}, ...manners }: Partial<Manners> & Options = {},
) =>
  request(
    address,
    headers,
    { hosts: new Hosts(0, signal), manners: { ...quick, ...manners }, signal },
    async ({ body }, alive) => {
      const pieces: Uint8Array[] = []
      for await (const piece of body ?? []) {
        alive()
        pieces.push(piece)
      }
      return Buffer.concat(pieces).toString()
    },
  )

interface Options {
  readonly signal?: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
}

describe('an answer', () => {
  it('is given as it comes', async () => {
    const site = await siteOf({ '/a.pdf': [pdf] })
    expect(await textAt(site.at('/a.pdf'))).toBe('%PDF-1.4 one')
  })

  it('is asked for by name, plainly and with the headers of the caller', async () => {
    const site = await siteOf({ '/a.pdf': [pdf] })
    await textAt(site.at('/a.pdf'), { headers: { 'if-none-match': '"1"' } })
    expect(site.asked[0]?.headers).toMatchObject({
      'user-agent': `yosan/${toolVersion}`,
      'accept-encoding': 'identity',
      'if-none-match': '"1"',
    })
  })

  it('may come in many pieces as long as none of the pauses is too long', async () => {
    const site = await siteOf({ '/a.pdf': [slowly(15, 100)] })
    expect(await textAt(site.at('/a.pdf'), { silence: 1000 })).toBe(`%PDF-1.4${'.'.repeat(15)}`)
  })
})

describe('what may get better', () => {
  it.each<[string, Answer, Partial<Manners>, string]>([
    ['no answer at all', silent, { silence: 200 }, 'sends nothing for 0.2 seconds'],
    ['headers and nothing more', headersOnly, { silence: 200 }, 'sends nothing for 0.2 seconds'],
    ['one byte and nothing more', oneByte, { silence: 200 }, 'sends nothing for 0.2 seconds'],
    ['pieces without end', endless('.'), { total: 300 }, 'takes more than 0.3 seconds to send'],
    ['an answer that takes too long to begin', silent, { total: 300 }, 'takes more than 0.3 seconds to send'],
    ['503', status(503), {}, 'answers 503 Service Unavailable'],
    ['429', status(429), {}, 'answers 429 Too Many Requests'],
    [
      'a status with a name of its own',
      (response) => response.writeHead(500, 'Oh dear').end(),
      {},
      'answers 500 Oh dear',
    ],
    ['a status without a name', (response) => response.writeHead(502, ' ').end(), {}, 'answers 502'],
    ['a connection that is closed', (response) => response.destroy(), {}, 'cannot be reached (UND_ERR_SOCKET)'],
  ])('%s', async (_, answer, manners, predicate) => {
    const site = await siteOf({ '/a.pdf': [answer] })
    await expect(textAt(site.at('/a.pdf'), manners)).rejects.toMatchObject({
      name: 'Fault',
      predicate,
      askedWait: null,
    })
    await vi.waitFor(() => expect(site.busy.now).toBe(0), 10_000)
  })

  it('a server that is not there', async () => {
    const predicate = 'cannot be reached (ECONNREFUSED)'
    await expect(textAt(await nowhere())).rejects.toMatchObject({ name: 'Fault', predicate })
  })

  it('a server that speaks something else', async () => {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => {}).end('220 Welcome\r\n')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    })
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const predicate = expect.stringMatching(/^cannot be reached \(HPE_\w+\)$/)
    await expect(textAt(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ name: 'Fault', predicate })
  })

  it.each([
    ['120', 120_000],
    ['soon', null],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('says how long the server asks to wait: %s', async (retryAfter, askedWait) => {
    const site = await siteOf({ '/': [status(503, { 'retry-after': retryAfter })] })
    await expect(textAt(site.at('/'))).rejects.toMatchObject({ name: 'Fault', askedWait })
  })
})

describe('what stays as it is', () => {
  it.each([
    [404, 'Not Found'],
    [403, 'Forbidden'],
    [401, 'Unauthorized'],
    [410, 'Gone'],
    [501, 'Not Implemented'],
    [204, 'No Content'],
    [206, 'Partial Content'],
    [300, 'Multiple Choices'],
  ])('%i %s', async (code, name) => {
    const site = await siteOf({ '/a.pdf': [status(code)] })
    const address = site.at('/a.pdf')
    const message = `${address} answers ${code} ${name}: check the address.`
    await expect(textAt(address)).rejects.toMatchObject({ name: 'YosanError', code: 'download_failed', message })
  })

  it('304 without a question whether something changed', async () => {
    const site = await siteOf({ '/a.pdf': [(response) => response.writeHead(304).end()] })
    const message = `${site.at('/a.pdf')} answers 304 Not Modified: check the address.`
    await expect(textAt(site.at('/a.pdf'))).rejects.toMatchObject({ code: 'download_failed', message })
  })

  it('a redirect that leads nowhere', async () => {
    const site = await siteOf({ '/a.pdf': [status(302)] })
    const message = `${site.at('/a.pdf')} answers 302 Found: check the address.`
    await expect(textAt(site.at('/a.pdf'))).rejects.toMatchObject({ code: 'download_failed', message })
  })
})

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('are followed: %i', async (code) => {
    const site = await siteOf({ '/a': [leadsTo('/b', code)], '/b': [pdf] })
    expect(await textAt(site.at('/a'))).toBe('%PDF-1.4 one')
  })

  it.each([
    ['/r7/b.pdf', '/r7/b.pdf'],
    ['b.pdf?v=2', '/r6/b.pdf?v=2'],
    ['../b.pdf#page=2', '/b.pdf'],
    ['?v=2', '/r6/a.pdf?v=2'],
    ['/a%20b.pdf', '/a%20b.pdf'],
    ['/a b.pdf', '/a%20b.pdf'],
    ['/%E4%BA%88.pdf', '/%E4%BA%88.pdf'],
    // Sent as it is, in UTF-8, which browsers understand.
    [Buffer.from('/予算.pdf').toString('latin1'), '/%E4%BA%88%E7%AE%97.pdf'],
  ])('may be relative: %s', async (location, path) => {
    const site = await siteOf({ '/r6/a.pdf': [leadsTo(location)], [path]: [pdf] })
    expect(await textAt(site.at('/r6/a.pdf'))).toBe('%PDF-1.4 one')
    expect(site.asked.map((one) => one.path)).toEqual(['/r6/a.pdf', path])
  })

  it('lead on to another server, one question each', async () => {
    const other = await siteOf({ '/b.pdf': [pdf] })
    const site = await siteOf({ '/a': [leadsTo('/c')], '/c': [leadsTo(other.at('/b.pdf'))] })
    expect(await textAt(site.at('/a'), { headers: { 'if-none-match': '"1"' } })).toBe('%PDF-1.4 one')
    expect(site.asked.map((one) => one.path)).toEqual(['/a', '/c'])
    expect(other.asked.map((one) => one.headers['if-none-match'])).toEqual(['"1"'])
  })

  const chain = { '/1': [leadsTo('/2')], '/2': [leadsTo('/3')], '/3': [leadsTo('/4')], '/4': [pdf] }

  it('are followed as often as manners say', async () => {
    expect(await textAt((await siteOf(chain)).at('/1'), { redirects: 3 })).toBe('%PDF-1.4 one')
  })

  it.each([
    ['a chain that is too long', chain, '/1', 2, 3],
    ['a circle', { '/a': [leadsTo('/b')], '/b': [leadsTo('/a')] }, '/a', 5, 6],
    ['an address that leads to itself', { '/a': [leadsTo('/a')] }, '/a', 3, 4],
  ])('end: %s', async (_, answers, path, redirects, count) => {
    const site = await siteOf(answers)
    const message = `${site.at(path)} leads from one address to the next without end: check it.`
    const result = expect(textAt(site.at(path), { redirects })).rejects
    await result.toMatchObject({ name: 'YosanError', code: 'download_failed', message })
    expect(site.asked).toHaveLength(count)
  })

  it.each([
    'file:///etc/hostname',
    'ftp://127.0.0.1/a.pdf',
    'javascript:alert(1)',
    'data:application/pdf,x',
    'http://',
  ])('do not lead off the web: %s', async (location) => {
    const site = await siteOf({ '/a': [leadsTo(location)] })
    const message = `${site.at('/a')} leads to something that is not on the web (http or https): check it.`
    const result = expect(textAt(site.at('/a'))).rejects
    await result.toMatchObject({ name: 'YosanError', code: 'bad_address', message })
  })

  it('are told apart from the address that was named when they end badly', async () => {
    const site = await siteOf({ '/a': [leadsTo('/b')] })
    const message = `${site.at('/a')} answers 404 Not Found: check the address.`
    await expect(textAt(site.at('/a'))).rejects.toMatchObject({ code: 'download_failed', message })
  })
})

describe('a connection', () => {
  it.each<[string, Answer]>([
    ['is refused', endless('.', {}, 404)],
    ['leads off the web', endless('.', { location: 'ftp://127.0.0.1/' }, 302)],
    ['leads on', endless('.', { location: '/b.pdf' }, 302)],
  ])('is let go when an answer without end %s', async (_, answer) => {
    const site = await siteOf({ '/a.pdf': [answer] })
    await expect(textAt(site.at('/a.pdf'))).rejects.toThrow()
    await vi.waitFor(() => expect(site.busy.now).toBe(0), 10_000)
  })

  it('is let go when the answer is not used', async () => {
    const site = await siteOf({ '/a.pdf': [endless('.')] })
    const signal = new AbortController().signal
    const refuse = async () => {
      throw new Error('no')
    }
    const asking = { hosts: new Hosts(0, signal), manners: quick, signal }
    await expect(request(site.at('/a.pdf'), {}, asking, refuse)).rejects.toThrow('no')
    await vi.waitFor(() => expect(site.busy.now).toBe(0), 10_000)
  })
})

describe('a signal to stop', () => {
  it.each<[string, Answer]>([
    ['no answer', silent],
    ['a body that does not go on', oneByte],
    ['a body without end', endless('.')],
  ])('ends the wait: %s', async (_, answer) => {
    const stop = new AbortController()
    const site = await siteOf({
      '/a.pdf': [
        (...asked) => {
          answer(...asked)
          setTimeout(() => stop.abort(), 50)
        },
      ],
    })
    const result = expect(textAt(site.at('/a.pdf'), { signal: stop.signal })).rejects
    await result.toMatchObject({ name: 'AbortError' })
    await vi.waitFor(() => expect(site.busy.now).toBe(0), 10_000)
  })

  it('keeps anything from being asked', async () => {
    const site = await siteOf({ '/a.pdf': [pdf] })
    const result = expect(textAt(site.at('/a.pdf'), { signal: AbortSignal.abort() })).rejects
    await result.toMatchObject({ name: 'AbortError' })
    expect(site.asked).toEqual([])
  })
})

describe('the content', () => {
  it('breaks off where the connection does', async () => {
    const site = await siteOf({ '/a.pdf': [breaksOff] })
    await expect(textAt(site.at('/a.pdf'))).rejects.toThrow('terminated')
  })

  it('is taken without its packing', async () => {
    const packed = whole(gzipSync('%PDF-1.4 packed'), { 'content-encoding': 'gzip' })
    const site = await siteOf({ '/a.pdf': [packed] })
    expect(await textAt(site.at('/a.pdf'))).toBe('%PDF-1.4 packed')
  })
})
