import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentRow } from '../../src/model/document.js'
import { documents, newFolder } from './inputs.js'
import { halvesIn, journalOf, misbehaving, run, start, tablesIn } from './processes.js'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let answers: Record<string, Answer> = {}
let asked: string[] = []
let server: Server
let root = ''

beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(request.headers['if-none-match'] ? `${path} unless changed` : path)
    const answer = answers[path]
    if (answer) return answer(request, response)
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const pdf =
  (name: string): Answer =>
  (request, response) => {
    const etag = `"${name}"`
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, { etag, 'content-type': 'application/pdf' }).end(readFileSync(join(documents, name)))
  }

const page =
  (html: string): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)

const release = page(`<title>予算</title>
  <p><a href="/pdf/%E8%A6%81%E7%82%B9.pdf">令和8年度要求の要点（PDF：1.2MB）</a>
  <p><a href="pdf/plain.pdf">平文の表 [PDF 20KB]</a>
  <p><a href="/other.html">別の頁</a> <a href="/data.xlsx">表計算</a>`)

const good = () => {
  answers = {
    '/release/': release,
    '/pdf/%E8%A6%81%E7%82%B9.pdf': pdf('r8-request-points.pdf'),
    '/release/pdf/plain.pdf': pdf('r7-yukino-plain.pdf'),
  }
}

const rowsOf = (out: string): DocumentRow[] => JSON.parse(tablesIn(out)['documents.json'] ?? '')

const extract = (out: string, ...args: string[]) => run(['extract', ...args, '--out', out, '--quiet', '--delay', '0'])

describe('a release page', () => {
  it('stands for the PDFs that it links, with where each comes from', async () => {
    good()
    const out = join(newFolder(), 'out')
    expect(await extract(out, `${root}/release/`)).toEqual({ code: 0, out: '', err: '' })
    const rows = rowsOf(out)
    expect(
      rows.map(({ document_id, file_name, title, title_source, source_url, landing_url }) => [
        ...[document_id, file_name, title, title_source, source_url, landing_url],
      ]),
    ).toEqual([
      ['plain', 'plain.pdf', '平文の表', 'link', `${root}/release/pdf/plain.pdf`, `${root}/release/`],
      ['要点', '要点.pdf', '令和8年度要求の要点', 'link', `${root}/pdf/%E8%A6%81%E7%82%B9.pdf`, `${root}/release/`],
    ])
    for (const { retrieved_at, sha256 } of rows) {
      expect(retrieved_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
      expect(readdirSync(join(out, 'originals'))).toContain(`${sha256}.pdf`)
    }
    expect(asked.sort(), 'only what was named is asked for').toEqual(Object.keys(answers).sort())
    expect(tablesIn(out)['figures.csv']?.includes('"要点-p001-001","要点","要点-0001",')).toBe(true)
  })

  it('of which --link-filter takes some, by words or by address', async () => {
    good()
    const out = join(newFolder(), 'out')
    await extract(out, `${root}/release/`, '--link-filter', '要求|no-such-name')
    expect(rowsOf(out).map(({ file_name }) => file_name)).toEqual(['要点.pdf'])
    await extract(out, `${root}/release/`, '--link-filter', 'PLAIN\\.pdf$')
    expect(rowsOf(out).map(({ file_name }) => file_name)).toEqual(['plain.pdf'])
  })

  it('is asked again whether anything changed, and gives the same bytes when nothing did', async () => {
    good()
    const out = join(newFolder(), 'out')
    await extract(out, `${root}/release/`)
    const tables = tablesIn(out)
    asked = []
    expect(await extract(out, `${root}/release/`)).toEqual({ code: 0, out: '', err: '' })
    expect(asked.filter((path) => path.endsWith('unless changed'))).toHaveLength(2)
    expect(tablesIn(out)).toEqual(tables)
  })

  it('with a document that is replaced gives the new one and keeps the old original', async () => {
    good()
    const out = join(newFolder(), 'out')
    await extract(out, `${root}/release/`)
    const before = rowsOf(out)
    answers['/release/pdf/plain.pdf'] = pdf('r6-draft-infrastructure.pdf')
    await extract(out, `${root}/release/`)
    const after = rowsOf(out)
    expect(after[0]?.sha256).not.toBe(before[0]?.sha256)
    expect(after[1]).toEqual(before[1])
    const originals = readdirSync(join(out, 'originals'))
    for (const row of [...before, ...after]) expect(originals).toContain(`${row.sha256}.pdf`)
  })

  it.each([
    ['no PDF', page('<a href="x.html">x</a>'), [], 'is a web page that links no PDF: name another one.'],
    [
      'none that fits',
      release,
      ['--link-filter', 'zzz'],
      'is a web page, but none of its 2 PDFs fits --link-filter: change the filter.',
    ],
    ['nothing at all', null, [], 'answers 404 Not Found: check the address.'],
  ])('with %s ends in one sentence', async (_, answer, more, predicate) => {
    answers = answer ? { '/release/': answer } : {}
    const out = join(newFolder(), 'out')
    const { code, err } = await extract(out, `${root}/release/`, ...more)
    expect([code, err]).toEqual([1, `${root}/release/ ${predicate}\n`])
    expect(tablesIn(out)).not.toHaveProperty('figures.json')
  })
})

describe('documents that do not come', () => {
  it('are named, each with its reason, and the rest goes on', async () => {
    good()
    answers['/release/'] = page(
      ['/release/pdf/plain.pdf', '/gone.pdf', '/page.pdf', '/text.pdf', '/away.pdf']
        .map((address) => `<a href="${address}">${address}</a>`)
        .join(''),
    )
    answers['/page.pdf'] = page('<p>この頁はありません')
    answers['/text.pdf'] = (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('no more')
    answers['/away.pdf'] = (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    const out = join(newFolder(), 'out')
    const { code, err } = await extract(out, `${root}/release/`)
    expect([code, err.trim().split('\n').sort()]).toEqual([
      2,
      [
        `${root}/away.pdf leads to something that is not on the web (http or https): check it.`,
        `${root}/gone.pdf answers 404 Not Found: check the address.`,
        `${root}/page.pdf gives a web page in place of a PDF: look at the address.`,
        `${root}/text.pdf gives neither a PDF nor a web page: name the address of one.`,
      ],
    ])
    const rows = rowsOf(out)
    expect(rows.map(({ file_name, status, sha256 }) => [file_name, status, sha256 === null])).toEqual([
      ['away.pdf', 'failed', true],
      ['gone.pdf', 'failed', true],
      ['page.pdf', 'failed', true],
      ['plain.pdf', 'complete', false],
      ['text.pdf', 'failed', true],
    ])
    expect(rows.every(({ landing_url }) => landing_url === `${root}/release/`)).toBe(true)
    expect(halvesIn(out)).toEqual([])
  })
})

describe('addresses beside files', () => {
  it('make one data set, an address without an extension too', async () => {
    answers = { '/get?id=3': pdf('r7-yukino-plain.pdf') }
    const out = join(newFolder(), 'out')
    const file = join(documents, 'r7-draft-culture.txt')
    expect((await extract(out, file, `${root}/get?id=3#page=2`)).code).toBe(0)
    expect(rowsOf(out).map(({ source_url }) => source_url)).toEqual([`${root}/get?id=3`, null])
  })

  it('that are no address end in one sentence', async () => {
    const { code, err } = await extract(join(newFolder(), 'out'), 'ftp://example.org/a.pdf')
    expect([code, err]).toEqual([1, 'ftp://example.org/a.pdf is no address that starts with http:// or https://.\n'])
  })
})

describe('a run that was killed', () => {
  it('does not ask again for what it had downloaded', async () => {
    good()
    answers['/release/'] = page('<a href="/release/pdf/plain.pdf">a</a><a href="/slow.pdf">b</a>')
    answers['/slow.pdf'] = () => {}
    const out = join(newFolder(), 'out')
    const args = ['extract', `${root}/release/`, '--out', out, '--quiet', '--delay', '0']
    const { process: child, ended } = start(args, misbehaving())
    const isDone = () => journalOf(out).some((entry) => entry.event === 'done')
    while (!isDone() || !asked.includes('/slow.pdf')) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGKILL')
    await ended
    asked = []
    answers['/slow.pdf'] = pdf('r6-draft-infrastructure.pdf')
    expect((await run(args)).code).toBe(0)
    expect(asked).toEqual(['/slow.pdf'])
    expect(rowsOf(out).map(({ status }) => status)).toEqual(['complete', 'complete'])
  })
})
