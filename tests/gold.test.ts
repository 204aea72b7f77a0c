import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Figure } from '../src/model/figure.js'
import { figure as sample } from './emit/sample.js'
import { documentsIn, type Scores, scoresOf } from './gold/cases.js'
import { scoreCells } from './gold/cell-score.js'
import { type FieldName, fieldNames, type Gold, readGold, score } from './gold/score.js'

const folder = join(import.meta.dirname, '..', 'fixtures', 'documents')

/** Percent that each document reaches, rounded down, where it is not 100. Raise a floor when its document gets better;
 * never lower one. */
const floors: Readonly<Record<string, Partial<Record<'records' | FieldName, number>>>> = {
  'r2-draft-ocean.pdf': {},
  'r3-draft-campus.pdf': { role: 98 },
  'r4-request-energy.pdf': {},
  'r5-draft-health.pdf': {},
  'r5-draft-material.pdf': {},
  'r6-draft-frontier.pdf': {},
  'r6-draft-infrastructure.pdf': {},
  'r6-konan-supplement.pdf': { records: 98, programme: 98 },
  'r6-request-schools.pdf': { role: 98 },
  'r6-request-space.md': {},
  'r7-aoba-book.pdf': {},
  'r7-asahino-rows.pdf': {},
  'r7-draft-culture.txt': {},
  'r7-draft-ministries.pdf': { is_new: 99 },
  'r7-draft-research.pdf': {},
  'r7-hoshino-series.pdf': { records: 99, role: 99, stage: 98, programme: 98, flags: 91 },
  'r7-kawabe-projects.pdf': { is_new: 94 },
  'r7-midorino-outline.pdf': { role: 99 },
  'r7-request-tables.pdf': { records: 99, role: 99, fiscal_year: 99, stage: 99, programme: 99 },
  'r7-sakuragi-debts.pdf': {},
  'r7-supplement-ministries.pdf': { records: 98, role: 98, fiscal_year: 98, stage: 98, programme: 98, flags: 96 },
  'r7-yukino-plain.pdf': {},
  'r8-request-points.pdf': { role: 98 },
}

/** Percent of the cells of tables that are right in value, role, year and name, where it is not 100. */
const cellFloors: Readonly<Record<string, number>> = { 'r7-yukino-plain.pdf': 75 }

let scores: ReadonlyMap<string, Scores> = new Map()

beforeAll(async () => {
  scores = await scoresOf(folder)
})

it('every document with gold has a floor', () => {
  expect(Object.keys(floors)).toEqual(documentsIn(folder))
})

describe.each(Object.entries(floors))('%s', (document, floor) => {
  it.each(['records', ...fieldNames] as const)('%s', (name) => {
    const { percent, faults } = scores.get(document) as Scores
    expect(percent[name], faults.join('\n')).toBeGreaterThanOrEqual(floor[name] ?? 100)
  })

  it('cells of tables', () => {
    const { cells } = scores.get(document) as Scores
    const hasTables = readGold(join(folder, `${document}.jsonl`)).some(({ column }) => column != null)
    expect(cells !== null).toBe(hasTables)
    if (cells) expect(cells.exact, cells.faults.join('\n')).toBeGreaterThanOrEqual(cellFloors[document] ?? 100)
  })

  it('has no silent errors', () => {
    expect((scores.get(document) as Scores).silent).toEqual([])
  })
})

describe('the scorer', () => {
  const golds = readGold(join(folder, 'r8-request-points.pdf.jsonl'))

  it('finds nothing right where nothing is extracted', () => {
    const { percent, faults } = score(golds, [])
    expect([percent.records, percent.value, faults.length]).toEqual([0, 0, golds.length])
  })

  const gold: Gold = {
    page: 1,
    raw: '25億円',
    yen: 2_500_000_000,
    role: 'budget',
    fiscal_year: 2025,
    stage: 'draft',
    programme: '創発的研究支援事業',
    is_new: false,
    flags: ['fund'],
  }
  const right: Figure = {
    ...sample,
    raw: '25億円',
    amount_status: 'numeric',
    yen: 2_500_000_000,
    fiscal_year: 2025,
    stage: 'draft',
    programme: '創発的研究支援事業（FOREST）',
    estimate: 'none',
  }
  const wrongs: readonly (readonly [name: FieldName, wrong: Partial<Figure>, records: number, silent: number])[] = [
    ['value', { yen: 2_500_000 }, 0, 1],
    ['role', { role: 'rate' }, 0, 1],
    ['fiscal_year', { fiscal_year: 2024 }, 0, 1],
    ['stage', { stage: 'enacted' }, 0, 1],
    ['programme', { programme: '量子研究プログラム' }, 0, 1],
    ['programme', { programme: null, needs_review: true }, 0, 0],
    ['flags', { fund: false }, 100, 0],
    ['is_new', { is_new: true }, 100, 0],
    ['supplementary_no', { supplementary_no: 2 }, 100, 0],
  ]

  it('finds nothing wrong in what is right', () => {
    expect(score([gold], [right])).toMatchObject({ percent: { records: 100, programme: 100 }, silent: [], faults: [] })
  })

  it.each(wrongs)('finds a wrong %s: %o', (name, wrong, records, silent) => {
    const { percent, silent: found, faults } = score([gold], [{ ...right, ...wrong }])
    expect([percent[name], percent.records, found.length, faults.length]).toEqual([0, records, silent, 1])
  })

  const cell: Gold = { ...gold, path: ['研究の推進', '創発的研究支援事業'], column: '予算額' }

  it('finds nothing wrong in a right cell', () => {
    expect(scoreCells([cell, gold], [right])).toEqual({ exact: 100, faults: [] })
  })

  it('knows gold without cells', () => {
    expect(scoreCells([gold], [right])).toBeNull()
  })

  it.each<Partial<Figure>>([
    { yen: 25_000_000 },
    { role: 'change' },
    { fiscal_year: 2024 },
    { programme: '量子研究プログラム' },
    { amount_status: 'unreadable' },
    { page: 2 },
  ])('finds a wrong cell: %o', (wrong) => {
    const made = scoreCells([cell], [{ ...right, ...wrong }])
    expect([made?.exact, made?.faults.length]).toEqual([0, 1])
  })

  it('tells change and commitment from other money in cells alone', () => {
    const change = { ...right, role: 'change' } as const
    const other = { ...gold, role: 'context' } as const
    expect([
      score([other], [change]).percent.role,
      score([{ ...cell, ...other, path: ['計'] }], [change]).percent.role,
    ]).toEqual([100, 0])
  })

  it('counts what gold lacks', () => {
    const made = score([gold], [right, { ...right, page: 2 }])
    expect([Math.round(made.percent.records), made.silent.length]).toEqual([67, 1])
  })
})
