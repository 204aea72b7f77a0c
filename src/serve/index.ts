import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { YosanError } from '../errors.js'
import { type Answer, refusal } from './answer.js'
import { answerTo, type Site } from './routes.js'

/** No corrections of one document are longer. */
const longestBody = 16 * 1024 * 1024

/** Takes a port of this machine, which nobody else reaches; 0 takes any that is free.
 * @throws YosanError when it is taken */
export const listen = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.requestTimeout = 60_000
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'it is in use' : (error.code ?? error.message)
      reject(new YosanError('bad_value', `Cannot listen on port ${port}: ${why}; choose another one with --port.`))
    })
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

/** Serves review pages and takes corrections from them. Only who knows the secret part of the address gets an answer, so neither
 * other users of the machine nor other pages of the browser can read or write anything.
 * @returns the address to open, which nobody can guess */
export const serve = (server: Server, site: Site): string => {
  const secret = randomBytes(16).toString('hex')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    respond(request, response, site, secret).catch(() => response.destroy())
  })
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/${secret}/`
}

export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

const respond = async (
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
  secret: string,
): Promise<void> => {
  const answer = await answerOf(request, site, secret)
  response.writeHead(answer.status, { 'content-type': answer.type, ...headers })
  if (request.method === 'HEAD' || typeof answer.body === 'string')
    response.end(request.method === 'HEAD' ? '' : answer.body)
  else await pipeline(createReadStream(answer.body.file), response)
}

/** Pages bring their own policy; nothing is kept, framed or taken for something else. */
const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

const answerOf = async (request: IncomingMessage, site: Site, secret: string): Promise<Answer> => {
  const { host = '', origin } = request.headers
  // A name of somebody else that leads to this machine (DNS rebinding), or a page of another site.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(host)) return refusal(403, 'This address is not served.')
  if (origin !== undefined && origin !== `http://${host}`) return refusal(403, 'Another site asks.')
  const path = pathOf(request.url ?? '')
  if (path === null || !path.startsWith(`/${secret}/`)) return refusal(404, 'There is no such page.')
  return answerTo(
    {
      method: request.method ?? 'GET',
      path: path.slice(secret.length + 2),
      type: request.headers['content-type'] ?? '',
      body: () => readBody(request),
    },
    site,
  )
}

const pathOf = (url: string): string | null => {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/su, ''))
  } catch {
    return null
  }
}

/** Null for a body that is too long, which is heard to its end so that the answer gets through. */
const readBody = async (request: IncomingMessage): Promise<string | null> => {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request) {
    bytes += piece.length
    if (bytes > longestBody) pieces.length = 0
    else pieces.push(piece)
  }
  if (bytes > longestBody) return null
  return Buffer.concat(pieces).toString('utf8')
}
