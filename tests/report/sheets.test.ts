import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../src/report/review-data.js'
import type { Source } from '../../src/report/sheets.js'
import { fileOf } from '../cli/data-sets.js'
import { document, figure, issue } from '../emit/sample.js'
import { sheets } from './built.js'

const pdf = join(import.meta.dirname, '..', '..', 'fixtures', 'documents', 'r3-draft-campus.pdf')
const drawing = { workers: 1, signal: new AbortController().signal }

const text = { ...document, text_source: 'text', page_count: null } as const
const at = (line: number) => ({ ...figure, page: null, boxes: null, line })

const source = async (more: Partial<Source>): Promise<Source> => {
  const made = { document, figures: [], issues: [], path: null, lines: null, ...more }
  return { ...made, lines: await sheets.linesOf(made.document, made.path) }
}

/** The sheets, of which there are as many as counted. */
const sheetsOf = async (more: Partial<Source>): Promise<Sheet[]> => {
  const found: Sheet[] = []
  const made = await source(more)
  for await (const sheet of sheets.sheetsOf(made, drawing)) found.push(sheet)
  expect(found.length).toBe(sheets.countSheets(made))
  return found
}

const missing = { kind: 'missing', reason: expect.stringContaining('（slides.pdf）が見つかりません。') }

describe('sheetsOf', () => {
  it.each([
    ['no line end', '一', [['一']]],
    ['line ends of any kind', '一\r\n二\r三\n', [['一', '二', '三', '']]],
    ['100 lines', Array(100).fill('x').join('\n'), [Array(100).fill('x')]],
    ['101 lines', Array(101).fill('x').join('\n'), [Array(100).fill('x'), ['x']]],
  ])('gives a text of %s in portions', async (_, printed, portions) => {
    const found = await sheetsOf({ document: text, path: await fileOf('a.txt', printed) })
    expect(found).toEqual(portions.map((lines) => ({ kind: 'lines', lines })))
  })

  it.each<[what: string, more: Partial<Source>, count: number]>([
    ['a PDF', {}, 3],
    ['a text of which nothing is known', { document: text }, 1],
    ['a text, as far as its figures reach', { document: text, figures: [at(5), at(201), at(100)] }, 3],
    ['a text, as far as its trouble reaches', { document: text, issues: [{ ...issue, page: null, line: 101 }] }, 2],
  ])('says of %s without its file that it was not found', async (_, more, count) => {
    expect(await sheetsOf(more)).toEqual(Array(count).fill(missing))
  })

  it('says of a document that could not be read that it could not', async () => {
    const failed = { ...document, page_count: null, text_source: null, status: 'failed' } as const
    const reason = 'この文書（slides.pdf）は読めませんでした。'
    for (const path of [null, pdf])
      expect(await sheetsOf({ document: failed, path })).toEqual([{ kind: 'missing', reason }])
  })

  it('draws pages, and tells of those that cannot be drawn', async () => {
    const [first, second, ...rest] = await sheetsOf({ document: { ...document, page_count: 99 }, path: pdf })
    expect(first).toMatchObject({
      kind: 'picture',
      source: expect.stringMatching(/^data:image\/[a-z]+;base64,[\w+/=]+$/u),
    })
    expect(second?.kind).toBe('picture')
    expect(rest.at(-1)).toMatchObject({
      kind: 'missing',
      reason: expect.stringContaining('は描けませんでした。（'),
    })
  })

  it('tells on each page why a document cannot be opened', async () => {
    const found = await sheetsOf({ path: await fileOf('a.pdf', '%PDF-1.7\n') })
    expect(found).toEqual(
      Array(3).fill({ kind: 'missing', reason: expect.stringMatching(/は描けませんでした。（a\.pdf .*）$/u) }),
    )
  })

  it('ends when it is interrupted', async () => {
    const made = await source({ path: pdf })
    const first = sheets.sheetsOf(made, { workers: 1, signal: AbortSignal.abort() }).next()
    await expect(first).rejects.toMatchObject({ code: 'interrupted' })
  })
})
