import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Figure } from '../src/model/figure.js'
import { figure as sample } from './emit/sample.js'
import { documentsIn, scoresOf } from './gold/cases.js'
import { type FieldName, fieldNames, type Gold, readGold, type Score, score } from './gold/score.js'

const folder = join(import.meta.dirname, '..', 'fixtures', 'documents')

/** Percent that each document reaches, rounded down, where it is not 100. Raise a floor when its document gets better;
 * never lower one. */
const floors: Readonly<Record<string, Partial<Record<'records' | FieldName, number>>>> = {
  'r2-draft-ocean.pdf': { flags: 93 },
  'r3-draft-campus.pdf': { role: 98 },
  'r4-request-energy.pdf': { flags: 95 },
  'r5-draft-health.pdf': { flags: 86 },
  'r5-draft-material.pdf': { flags: 97 },
  'r6-draft-frontier.pdf': {},
  'r6-request-schools.pdf': { role: 98, flags: 93 },
  'r6-request-space.md': {},
  'r7-draft-culture.txt': { flags: 95 },
  'r7-draft-research.pdf': { role: 96, flags: 97 },
  'r8-request-points.pdf': { role: 98 },
}

/** Wrong records that do not ask for review, where there are any. */
const silentErrors: Readonly<Record<string, number>> = {}

let scores: ReadonlyMap<string, Score> = new Map()

beforeAll(async () => {
  scores = await scoresOf(folder)
})

it('every document with gold has a floor', () => {
  expect(Object.keys(floors)).toEqual(documentsIn(folder))
})

describe.each(Object.entries(floors))('%s', (document, floor) => {
  it.each(['records', ...fieldNames] as const)('%s', (name) => {
    const { percent, faults } = scores.get(document) as Score
    expect(percent[name], faults.join('\n')).toBeGreaterThanOrEqual(floor[name] ?? 100)
  })

  it('has no more silent errors', () => {
    const { silent } = scores.get(document) as Score
    expect(silent.length, silent.join('\n')).toBeLessThanOrEqual(silentErrors[document] ?? 0)
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

  it('counts what gold lacks', () => {
    const made = score([gold], [right, { ...right, page: 2 }])
    expect([Math.round(made.percent.records), made.silent.length]).toEqual([67, 1])
  })
})
