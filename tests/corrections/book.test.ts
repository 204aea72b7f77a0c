import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { extract } from '../../src/extract.js'
import type { Correction } from '../../src/model/correction.js'
import { identityOf } from '../../src/model/correction-identity.js'
import { type Dataset, tableNames, tables } from '../../src/model/dataset.js'
import type { Figure } from '../../src/model/figure.js'
import { integrityOf } from '../../src/regression/integrity.js'
import { decisionOn } from './corrections.js'

const path = join(import.meta.dirname, '..', '..', 'fixtures', 'books', 'r7-asagiri-book.pdf')

const extracted = async (corrections: readonly Correction[] = []): Promise<Dataset> =>
  (await extract([path], { pages: null, corrections })).dataset

let before: Dataset
beforeAll(async () => {
  before = await extracted()
})

const decided = (figure: Figure, more: Partial<Correction> = {}): Correction =>
  decisionOn({ ...figure, sha256: before.documents[0]?.sha256 ?? null }, more)

/** A figure of a 目 in a column, such as 総務費 in `current`. */
const figureOf = (name: string, column: string): Figure => {
  const line = before.lines.find((one) => one.level === 'moku' && one.name === name && one.column === column)
  return before.figures.find(({ figure_id }) => figure_id === line?.line_id) as Figure
}

/** The rows of a figure after corrections. */
const rowsOf = ({ figures, lines, programmes, checks, issues }: Dataset, { figure_id, programme_row_id }: Figure) => ({
  figure: figures.find((row) => row.figure_id === figure_id),
  line: lines.find((row) => row.line_id === figure_id),
  programme: programmes.find((row) => row.programme_row_id === programme_row_id),
  checks: checks.filter((row) => row.figure_id === figure_id || row.inputs?.includes(figure_id)),
  issues: issues.filter((row) => row.figure_id === figure_id),
})

const moku = '社会福祉総務費'

describe('a budget book that a person looked at', () => {
  it('is as it was, but for the review, when every figure is accepted', async () => {
    const corrections = before.figures.map((figure) => decided(figure))
    expect(new Set(corrections.map(identityOf)).size).toBe(before.figures.length)
    const accepted = (figure: Figure): Figure => ({
      ...figure,
      decided_by: `${figure.decided_by};review=accepted_by_person`,
    })
    expect(await extracted(corrections)).toEqual({ ...before, figures: before.figures.map(accepted) })
  })

  it('has a corrected value in figure, line, programme and checks', async () => {
    const figure = figureOf(moku, 'current')
    const new_yen = (figure.yen ?? 0) + 1_000_000
    const rows = rowsOf(await extracted([decided(figure, { action: 'correct', new_yen })]), figure)
    expect(rows).toMatchObject({
      figure: { yen: new_yen, raw: figure.raw, needs_review: false, review_reasons: null, check_status: 'warning' },
      line: { yen: new_yen, raw: figure.raw, needs_review: false },
      programme: { amount_yen: new_yen, headline_figure_id: figure.figure_id },
    })
    expect(rows.figure?.decided_by).toMatch(/^value=corrected_by_person;role=column_meaning;/u)
    expect(new Set(rows.checks.map(({ verdict }) => verdict))).toEqual(new Set(['mismatch']))
    expect(rows.issues.map(({ rule }) => rule)).toContain('column_total_mismatch')
  })

  it.each<[what: string, more: Partial<Correction>, figure: object, line: object, programme: object]>([
    ['a year', { new_fiscal_year: 2024 }, { fiscal_year: 2024 }, { fiscal_year: 2024 }, { fiscal_year: 2024 }],
    ['a stage', { new_stage: 'draft' }, { stage: 'draft' }, {}, { stage: 'draft' }],
    ['a role', { new_role: 'context' }, { role: 'context' }, { column: 'current' }, { amount_yen: null }],
    ['no value', { new_yen: 'none' }, { yen: null }, { yen: null }, { amount_yen: null }],
  ])('has %s that a person corrected', async (_, more, figure, line, programme) => {
    const one = figureOf(moku, 'current')
    const rows = rowsOf(await extracted([decided(one, { action: 'correct', ...more })]), one)
    expect(rows).toMatchObject({ figure: { ...figure, needs_review: false }, line, programme })
    expect(rows.figure?.decided_by).toContain('=corrected_by_person')
  })

  it('has a figure under another programme of the book', async () => {
    const [one, other] = [figureOf(moku, 'current'), figureOf('学校管理費', 'current')]
    const correction = decided(one, { action: 'correct', new_programme: other.programme })
    const after = await extracted([correction])
    const { figure } = rowsOf(after, one)
    expect(figure).toMatchObject({ programme: other.programme, programme_row_id: other.programme_row_id })
    expect(rowsOf(after, one).programme).toMatchObject({ amount_yen: null })
    expect(after.programmes.length).toBe(before.programmes.length)
  })

  it('has a programme that only a person named', async () => {
    const one = figureOf(moku, 'current')
    const after = await extracted([decided(one, { action: 'correct', new_programme: '地域の支え合い' })])
    const { figure } = rowsOf(after, one)
    expect(after.programmes.at(-1)).toMatchObject({
      programme_row_id: figure?.programme_row_id,
      name: '地域の支え合い',
      amount_yen: one.yen,
      heading_page: null,
    })
  })

  it('has no rejected figure, no line of it and no check with it', async () => {
    const figure = figureOf(moku, 'current')
    const after = await extracted([decided(figure, { action: 'reject' })])
    const { figure: row, line, checks, programme } = rowsOf(after, figure)
    expect([row, line, checks]).toEqual([undefined, undefined, []])
    expect(programme).toMatchObject({ amount_yen: null, headline_figure_id: null })
    expect(after.issues.filter(({ rule }) => rule === 'figure_rejected')).toMatchObject([
      { found: figure.raw, page: figure.page, line: figure.line, boxes: figure.boxes, severity: 'info' },
    ])
    expect(after.documents).toMatchObject([
      { figures_total: before.figures.length - 1, issues_total: after.issues.length },
    ])
  })

  it('says which correction fits none of its figures', async () => {
    const figure = figureOf(moku, 'current')
    const after = await extracted([decided(figure, { raw: '1', boxes: null })])
    expect(after.issues.map(({ rule }) => rule)).toEqual(['correction_unmatched'])
    expect(after.figures).toEqual(before.figures)
  })

  it('keeps what fits its schemas and itself', async () => {
    const [value, role, gone] = ['current', 'previous', 'change'].map((column) => figureOf(moku, column))
    const after = await extracted([
      decided(value as Figure, { action: 'correct', new_yen: 5 }),
      decided(role as Figure, { action: 'correct', new_role: 'rate', new_programme: 'none' }),
      decided(gone as Figure, { action: 'reject' }),
    ])
    expect(integrityOf(after)).toEqual([])
    for (const table of tableNames) for (const row of after[table]) expect(tables[table].parse(row)).toEqual(row)
  })
})
