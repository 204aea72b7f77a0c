import { writeFile } from 'node:fs/promises'
import { request, type Server } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeServer, listen, serve } from '../../src/serve/index.js'
import { ReviewStore } from '../../src/serve/review-store.js'
import type { Site } from '../../src/serve/routes.js'
import { newFolder } from '../cli/data-sets.js'
import { correction } from '../corrections/corrections.js'

let site: Site
let server: Server
let running: { readonly address: string }
beforeEach(async () => {
  const folder = await newFolder()
  const page = join(folder, 'index.html')
  await writeFile(page, '<p>予算')
  site = {
    pages: new Map([['index.html', page]]),
    home: 'index.html',
    documents: new Map([['資料 1', { document_id: '資料 1', sha256: null }]]),
    store: new ReviewStore(folder),
  }
  server = await listen(0)
  running = { address: serve(server, site) }
})
afterEach(() => closeServer(server))

interface Sent {
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks as no browser would: with any path and header. */
const ask = ({ path, method = 'GET', headers = {}, body }: Sent = {}) => {
  const { port, pathname } = new URL(running.address)
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: path ?? pathname, method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece) => {
        text += piece
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const secretOf = () => new URL(running.address).pathname.slice(1, -1)

describe('serve', () => {
  it('gives the first page to who knows the address, and lets nothing be kept or framed', async () => {
    expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/u)
    expect(await ask()).toMatchObject({
      status: 200,
      text: '<p>予算',
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      },
    })
  })

  it.each<[path: (secret: string) => string, status: number]>([
    [() => '/', 404],
    [(secret) => `/${secret}`, 404],
    [(secret) => `/${secret}/index.html?x#y`, 200],
    [() => `/${'0'.repeat(32)}/`, 404],
    [(secret) => `/${secret.slice(0, -1)}/`, 404],
    [(secret) => `/${secret.toUpperCase()}A/`, 404],
    [(secret) => `//${secret}/`, 404],
    [(secret) => `/${secret}/../../etc/passwd`, 404],
    [(secret) => `/${secret}/..%2f..%2fetc%2fpasswd`, 404],
    [(secret) => `/${secret}/%2e%2e/corrections.csv`, 404],
    [(secret) => `/${secret}/%00index.html`, 404],
    [(secret) => `/${secret}/%E4%BA`, 404],
    [(secret) => `/${secret}/%`, 404],
    [(secret) => `http://127.0.0.1/${secret}/`, 404],
    [() => '/etc/passwd', 404],
  ])('answers %s with %i', async (path, status) => {
    const answer = await ask({ path: path(secretOf()) })
    expect(answer.status).toBe(status)
    expect(answer.text).toBe(status === 200 ? '<p>予算' : 'There is no such page.')
  })

  it.each([
    [{ host: '127.0.0.1:1' }, 200],
    [{ host: 'localhost:8000' }, 200],
    [{ host: 'localhost' }, 200],
    [{ host: 'evil.example' }, 403],
    [{ host: 'evil.example:8000' }, 403],
    [{ host: '127.0.0.1.evil.example:8000' }, 403],
    [{ host: 'localhost:8000@evil.example' }, 403],
    [{ host: 'localhost:8000', origin: 'http://localhost:8000' }, 200],
    [{ host: 'localhost:8000', origin: 'http://localhost:8001' }, 403],
    [{ host: 'localhost:8000', origin: 'https://localhost:8000' }, 403],
    [{ host: 'localhost:8000', origin: 'https://evil.example' }, 403],
    [{ host: 'localhost:8000', origin: 'null' }, 403],
  ])('answers %j with %i', async (headers, status) => {
    const answer = await ask({ headers: headers as Record<string, string> })
    expect([answer.status, answer.text === '<p>予算']).toEqual([status, status === 200])
  })

  const address = () => `/${secretOf()}/corrections/${encodeURIComponent('資料 1')}`
  const headers = { 'content-type': 'application/json' }

  it('takes corrections', async () => {
    const rows = [correction({ document_id: '資料 1', sha256: null, note: '注' })]
    const { revision } = JSON.parse((await ask({ path: address() })).text)
    const put = () => ask({ path: address(), method: 'PUT', headers, body: JSON.stringify({ revision, rows }) })
    const [one, two] = await Promise.all([put(), put()])
    expect([one?.status, two?.status].sort()).toEqual([200, 409])
    expect(JSON.parse((await ask({ path: address() })).text)).toMatchObject({ rows })
  })

  it('refuses a body that is too long, and answers all the same', async () => {
    const body = ' '.repeat(16 * 1024 * 1024 + 1)
    expect(await ask({ path: address(), method: 'PUT', headers, body })).toMatchObject({ status: 413 })
    expect((await ask()).status).toBe(200)
  })

  it('goes on after a caller that hangs up', async () => {
    const socket = connect(Number(new URL(running.address).port), '127.0.0.1')
    const head = `PUT ${encodeURI(address())} HTTP/1.1\r\nHost: localhost:1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`
    await new Promise<void>((resolve) => socket.write(head, () => resolve()))
    socket.destroy()
    expect((await ask()).status).toBe(200)
  })

  it('tells what a page is without it', async () => {
    expect(await ask({ method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  })

  it('tells of a port that is in use', async () => {
    const { port } = new URL(running.address)
    await expect(listen(Number(port))).rejects.toMatchObject({
      code: 'bad_value',
      message: `Cannot listen on port ${port}: it is in use; choose another one with --port.`,
    })
  })

  it('has an address of its own each time, and none once it is closed', async () => {
    const another = await listen(0)
    const address = serve(another, site)
    expect(new URL(address).pathname).not.toBe(new URL(running.address).pathname)
    await closeServer(another)
    await expect(fetch(address)).rejects.toThrow()
  })
})
