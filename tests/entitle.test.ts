import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyNoter } from '../src/copies.js'
import { extractDocument } from '../src/corridor.js'
import { entitle } from '../src/entitle.js'
import { failedDocument } from '../src/failed-document.js'
import { type Dataset, tableNames, tables } from '../src/model/dataset.js'
import type { DocumentName, Origin } from '../src/model/document-name.js'

const documents = join(import.meta.dirname, '..', 'fixtures', 'documents')
const name: DocumentName = { documentId: 'r7-~研究', fileName: '研究.pdf', origin: null }
const origin: Origin = {
  sourceUrl: 'https://example.org/a.pdf',
  landingUrl: 'https://example.org/',
  linkText: '研究の要点',
  retrievedAt: '2026-11-22T00:00:00.000Z',
}

const rowsFit = (dataset: Dataset) => {
  for (const table of tableNames) for (const row of dataset[table]) tables[table].parse(row)
}

describe('entitle', () => {
  let unnamed: Dataset
  beforeAll(async () => {
    unnamed = await extractDocument(join(documents, 'r7-draft-research.pdf'), { pages: null })
  })

  it('begins every id with the id of the document and keeps what points to what', () => {
    const { figures, programmes, issues, checks, grids } = entitle(unnamed, name)
    const own = <T extends object>(rows: readonly T[], key: keyof T) => new Set(rows.map((row) => row[key]))
    const keys = { figures: own(figures, 'figure_id'), programmes: own(programmes, 'programme_row_id') }
    const ids = [...keys.figures, ...keys.programmes, ...own(issues, 'issue_id'), ...own(checks, 'check_id')]
    expect(ids.every((id) => String(id).startsWith('r7-~研究-'))).toBe(true)
    expect([figures, programmes, issues, checks, grids].flat().every((row) => row.document_id === 'r7-~研究')).toBe(
      true,
    )
    const pointers = [
      ...figures.flatMap((row) => [row.compares_figure_id, row.duplicate_of_figure_id]),
      ...programmes.map((row) => row.headline_figure_id),
      ...issues.map((row) => row.figure_id),
      ...checks.flatMap(({ figure_id, inputs }) => [figure_id, ...(inputs?.split(';') ?? []).map((id) => id.slice(1))]),
    ]
    expect(pointers.filter((id) => id !== null && !keys.figures.has(id))).toEqual([])
    expect(pointers.some((id) => id !== null)).toBe(true)
    const parents = [...figures.map((row) => row.programme_row_id), ...programmes.map((row) => row.parent_row_id)]
    expect(parents.filter((id) => id !== null && !keys.programmes.has(id))).toEqual([])
  })

  it('keeps what checks are made of, with its signs', () => {
    const inputsOf = ({ checks }: Dataset) =>
      checks.map(({ inputs }) => inputs?.replaceAll(`${name.documentId}-`, '~-'))
    expect(inputsOf(unnamed).some((inputs) => inputs?.includes(';+') || inputs?.includes(';-'))).toBe(true)
    expect(inputsOf(entitle(unnamed, name))).toEqual(inputsOf(unnamed))
  })

  it('changes nothing else', () => {
    const [figure] = entitle(unnamed, name).figures
    const ids = ['figure_id', 'document_id', 'programme_row_id', 'compares_figure_id', 'duplicate_of_figure_id']
    const rest = (row: object = {}) => Object.entries(row).filter(([key]) => !ids.includes(key))
    expect(rest(figure)).toEqual(rest(unnamed.figures[0]))
  })

  it.each([
    ['printed', origin, { title: '研究の要点', title_source: 'link' }],
    ['printed', { ...origin, linkText: null }, { title: '表題', title_source: 'printed' }],
    ['metadata', null, { title: '表題', title_source: 'metadata' }],
    ['file_name', null, { title: '研究.pdf', title_source: 'file_name' }],
    ['file_name', origin, { title: '研究の要点', title_source: 'link' }],
  ] as const)('titles a document with the title %s from %j', (source, from, expected) => {
    const renamed = unnamed.documents.map((row) => ({ ...row, title: '表題', title_source: source }))
    const { documents: rows } = entitle({ ...unnamed, documents: renamed }, { ...name, origin: from })
    expect(rows[0]).toMatchObject({
      ...expected,
      source_url: from?.sourceUrl ?? null,
      landing_url: from?.landingUrl ?? null,
    })
    rowsFit(entitle(unnamed, { ...name, origin: from }))
  })
})

describe('failedDocument', () => {
  it.each([
    ['with bytes', { sha256: 'a'.repeat(64), bytes: 3 }],
    ['without', null],
  ])('makes rows that fit the schema %s', (_, bytes) => {
    const dataset = entitle(failedDocument({ code: 'damaged_pdf', message: 'x.pdf is damaged.' }, name, bytes), name)
    rowsFit(dataset)
    expect(dataset.documents[0]).toMatchObject({ status: 'failed', issues_total: 1, sha256: bytes?.sha256 ?? null })
    expect(dataset.issues).toMatchObject([
      { issue_id: 'r7-~研究-i0001', rule: 'document_failed', message: 'x.pdf is damaged.', found: 'damaged_pdf' },
    ])
  })
})

describe('copyNoter', () => {
  const document = (documentId: string, sha256: string | null, status: 'complete' | 'failed' = 'complete') => {
    const bytes = sha256 === null ? null : { sha256, bytes: 1 }
    const failure = { code: 'damaged_pdf', message: 'x.pdf is damaged.' } as const
    const dataset = entitle(failedDocument(failure, { fileName: 'x.pdf' }, bytes), { ...name, documentId })
    return { ...dataset, documents: dataset.documents.map((row) => ({ ...row, status })) }
  }

  it('names the first document with the same bytes', () => {
    const noteCopy = copyNoter()
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
    const noted = [
      document('zero', a, 'failed'),
      document('one', a),
      document('two', b),
      document('three', a),
      document('four', a),
      document('five', null),
      document('six', null),
      document('seven', a, 'failed'),
    ].map(noteCopy)
    noted.forEach(rowsFit)
    const copies = noted.flatMap(({ issues }) => issues.filter(({ rule }) => rule === 'duplicate_document'))
    expect(copies.map(({ issue_id, found }) => [issue_id, found])).toEqual([
      ['three-i0002', 'one'],
      ['four-i0002', 'one'],
    ])
    expect(noted.map(({ documents: rows, issues }) => rows[0]?.issues_total === issues.length)).not.toContain(false)
  })
})
