import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openCorrections, writeCorrections } from '../../src/corrections/file.js'
import type { Correction } from '../../src/model/correction.js'
import { ReviewStore, type Saved } from '../../src/serve/review-store.js'
import { type Asked, answerTo, type Site } from '../../src/serve/routes.js'
import { newFolder } from '../cli/data-sets.js'
import { correction } from '../corrections/corrections.js'

const [own, other] = ['0', '1'].map((digit) => digit.repeat(64)) as [string, string]

let file = ''
let site: Site
beforeEach(async () => {
  const folder = await newFolder()
  file = join(folder, 'corrections.csv')
  site = {
    pages: new Map([
      ['index.html', '/pages/index.html'],
      ['予算.html', '/pages/予算.html'],
    ]),
    home: 'index.html',
    documents: new Map([
      ['slides', { document_id: 'slides', sha256: own }],
      ['a/b %', { document_id: 'a/b %', sha256: other }],
    ]),
    store: new ReviewStore(folder),
  }
})

const ask = (asked: Partial<Asked>) =>
  answerTo({ method: 'GET', path: '', type: 'application/json', body: async () => '', ...asked }, site)

const read = async (id = 'slides'): Promise<Saved> =>
  JSON.parse(String((await ask({ path: `corrections/${id}` })).body))

const put = (saved: unknown, id = 'slides') =>
  ask({ method: 'PUT', path: `corrections/${id}`, body: async () => JSON.stringify(saved) })

const [one, two] = [correction(), correction({ page: 2 })]
const foreign = correction({ document_id: 'a/b %', sha256: other })

describe('answerTo', () => {
  it.each<[method: string, path: string, status: number, body: string | null]>([
    ['GET', '', 200, '/pages/index.html'],
    ['GET', 'index.html', 200, '/pages/index.html'],
    ['GET', '予算.html', 200, '/pages/予算.html'],
    ['GET', 'Index.html', 404, null],
    ['GET', '../corrections.csv', 404, null],
    ['GET', '../../etc/passwd', 404, null],
    ['GET', '/etc/passwd', 404, null],
    ['GET', '__proto__', 404, null],
    ['GET', 'index.html/', 404, null],
    ['GET', 'corrections', 404, null],
    ['GET', 'corrections/', 404, null],
    ['GET', 'corrections/nobody', 404, null],
    ['PUT', 'corrections/nobody', 404, null],
    ['GET', 'corrections/constructor', 404, null],
    ['GET', 'corrections/slides', 200, null],
    ['GET', 'corrections/a/b %', 200, null],
    ['POST', '', 405, null],
    ['PUT', 'index.html', 405, null],
    ['DELETE', '', 405, null],
    ['POST', 'corrections/slides', 405, null],
    ['DELETE', 'corrections/slides', 405, null],
  ])('%s %j is %i', async (method, path, status, page) => {
    const answer = await ask({ method, path })
    expect(answer.status).toBe(status)
    if (page !== null) expect(answer.body).toEqual({ file: page })
    if (status >= 400)
      expect(answer).toMatchObject({ type: 'text/plain; charset=utf-8', body: expect.stringMatching(/\.$/u) })
  })

  it.each([
    ['application/json', 400],
    ['application/json; charset=utf-8', 400],
    ['Application/JSON', 400],
    ['text/plain', 415],
    ['application/jsonp', 415],
    ['', 415],
  ])('takes corrections of the type %j or not (%i)', async (type, status) => {
    expect((await ask({ method: 'PUT', path: 'corrections/slides', type })).status).toBe(status)
  })

  it.each<[what: string, sent: string | null, status: number]>([
    ['nothing', '', 400],
    ['what is too long', null, 413],
    ['no JSON', '{', 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['no revision', '{"rows":[]}', 400],
    ['no rows', '{"revision":""}', 400],
    ['more than that', '{"revision":"","rows":[],"x":1}', 400],
    ['an old revision', '{"revision":"","rows":[]}', 409],
  ])('of %s', async (_, sent, status) => {
    const answer = await ask({ method: 'PUT', path: 'corrections/slides', body: async () => sent })
    expect(answer.status).toBe(status)
    expect(await openCorrections(file)).toBe(null)
  })

  it.each<[what: string, rows: readonly object[]]>([
    ['of another document', [one, foreign]],
    ['of no document', [{ ...one, document_id: 'x', sha256: null }]],
    ['of the same figure twice', [one, { ...one, action: 'reject' }]],
    ['of an unknown action', [{ ...one, action: 'delete' }]],
    ['with a column too many', [{ ...one, x: 1 }]],
    ['with a column too few', [Object.fromEntries(Object.entries(one).slice(1))]],
    ['of a blank print', [{ ...one, raw: ' ' }]],
    ['that correct nothing', [{ ...one, action: 'correct' }]],
    ['that accept something new', [{ ...one, new_yen: 1 }]],
  ])('writes no corrections %s', async (_, rows) => {
    await writeCorrections(file, [two, foreign])
    const before = await readFile(file, 'utf8')
    const { revision } = await read()
    expect((await put({ revision, rows })).status).toBe(400)
    expect(await readFile(file, 'utf8')).toBe(before)
  })

  it('puts rows in place of those of the document and leaves the others', async () => {
    await writeCorrections(file, [one, foreign])
    const { revision } = await read()
    const answer = await put({ revision, rows: [two] })
    expect([answer.status, answer.type]).toEqual([200, 'application/json'])
    expect(new Set(await openCorrections(file))).toEqual(new Set([foreign, two]))
    expect(JSON.parse(String(answer.body))).toEqual(await read())
    expect((await put({ revision: (await read()).revision, rows: [] })).status).toBe(200)
    expect(await openCorrections(file)).toEqual([foreign])
  })

  it('has those of the same bytes under an earlier name, and replaces them too', async () => {
    const earlier = { ...one, document_id: 'earlier' }
    await writeCorrections(file, [earlier])
    const { revision, rows } = await read()
    expect(rows).toEqual([earlier])
    expect((await put({ revision, rows: [{ ...one, action: 'reject' }] })).status).toBe(200)
    expect(await openCorrections(file)).toEqual([{ ...one, action: 'reject' }])
  })

  it('refuses rows that others have changed meanwhile', async () => {
    const { revision } = await read()
    expect((await put({ revision, rows: [one] })).status).toBe(200)
    expect((await put({ revision, rows: [two] })).status).toBe(409)
    expect((await read()).rows).toEqual([one])
  })

  it('minds only the document’s own rows', async () => {
    const { revision } = await read()
    await put({ revision: (await read('a/b %')).revision, rows: [foreign] }, 'a/b %')
    expect((await put({ revision, rows: [one] })).status).toBe(200)
  })

  it('takes one of two at once, and both of two documents', async () => {
    const { revision } = await read()
    const { revision: others } = await read('a/b %')
    const answers = await Promise.all([
      put({ revision, rows: [one] }),
      put({ revision: others, rows: [foreign] }, 'a/b %'),
      put({ revision, rows: [two] }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 409])
    const kept: readonly Correction[] = (await openCorrections(file)) ?? []
    expect(new Set(kept)).toEqual(new Set([foreign, one]))
  })

  it('tells of a file that cannot be read, and goes on once it can', async () => {
    await writeFile(file, 'x')
    for (const answer of [await ask({ path: 'corrections/slides' }), await put({ revision: '', rows: [] })])
      expect(answer).toMatchObject({ status: 500, body: expect.stringContaining(`${file} has no column action`) })
    expect(await readFile(file, 'utf8')).toBe('x')
    await writeCorrections(file, [])
    expect((await put({ revision: (await read()).revision, rows: [one] })).status).toBe(200)
  })
})
