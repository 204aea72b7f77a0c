import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Answer = (response: ServerResponse, request: IncomingMessage) => void

interface Asked {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** In milliseconds of `performance.now()`. */
  readonly at: number
}

export interface Site {
  /** The address of a path of this server, which stands until the test ends. */
  readonly at: (path: string) => string
  readonly host: string
  /** All requests so far. */
  readonly asked: readonly Asked[]
  /** How many answers are under way, and the most that ever were at once. */
  readonly busy: { now: number; most: number }
}

/** A server of which each path gives its answers one after another, the last for ever. */
export const siteOf = async (answers: Readonly<Record<string, readonly Answer[]>>): Promise<Site> => {
  const asked: Asked[] = []
  const busy = { now: 0, most: 0 }
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const before = asked.filter((one) => one.path === path).length
    asked.push({ path, headers: request.headers, at: performance.now() })
    busy.most = Math.max(busy.most, ++busy.now)
    response.on('close', () => busy.now--)
    const answer = answers[path]?.[before] ?? answers[path]?.at(-1) ?? status(404)
    answer(response, request)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { at: (path) => `http://${host}${path}`, host, asked, busy }
}

/** An address where nothing listens. */
export const nowhere = async (): Promise<string> => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return `http://127.0.0.1:${port}/a.pdf`
}

type HeadersOf = Readonly<Record<string, string>>

/** A whole answer of status 200. */
export const whole =
  (body: string | Uint8Array, headers: HeadersOf = { 'content-type': 'application/pdf' }): Answer =>
  (response) => {
    response.writeHead(200, headers).end(body)
  }

export const pdf = whole('%PDF-1.4 one')

export const status =
  (code: number, headers: HeadersOf = {}): Answer =>
  (response) => {
    response.writeHead(code, headers).end('Not this time')
  }

export const leadsTo = (location: string, code = 302): Answer => status(code, { location })

export const silent: Answer = () => {}

export const headersOnly: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/pdf' }).flushHeaders()
}

export const oneByte: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '12' }).write('%')
}

/** Promises more than it sends. */
export const breaksOff: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '1000' })
  response.write('%PDF-1.4 half', () => response.destroy())
}

/** Sends a piece again and again until nobody listens. */
export const endless =
  (piece: string | Uint8Array, headers: HeadersOf = { 'content-type': 'application/pdf' }, code = 200): Answer =>
  (response) => {
    response.writeHead(code, headers)
    const send = () => {
      if (!response.destroyed) response.write(piece, () => setTimeout(send, 5))
    }
    send()
  }

/** Sends so many pieces with a pause before each. */
export const slowly =
  (pieces: number, pause: number): Answer =>
  async (response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' }).write('%PDF-1.4')
    for (let i = 0; i < pieces; i++) {
      await new Promise((done) => setTimeout(done, pause))
      response.write('.')
    }
    response.end()
  }
