import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { documentsIn, scoresOf } from './gold/cases.js'
import { type FieldName, fieldNames, readGold, type Score, score } from './gold/score.js'

const folder = join(import.meta.dirname, '..', 'fixtures', 'documents')

interface Floor extends Readonly<Record<'records' | FieldName, number>> {
  readonly document: string
  /** Wrong records that do not ask for review: a ceiling. */
  readonly silent: number
}

/** Percent that each document reaches, rounded down. Raise a floor when its document gets better; never lower one. */
const floors: readonly Floor[] = [FLOORS]

let scores: ReadonlyMap<string, Score> = new Map()

beforeAll(async () => {
  scores = await scoresOf(folder)
})

it('every document with gold has a floor', () => {
  expect(floors.map(({ document }) => document)).toEqual(documentsIn(folder))
})

describe.each(floors)('$document', ({ document, silent, ...floor }) => {
  it.each(['records', ...fieldNames] as const)('%s', (name) => {
    const { percent, faults } = scores.get(document) as Score
    expect(percent[name], faults.join('\n')).toBeGreaterThanOrEqual(floor[name])
  })

  it('no more silent errors', () => {
    const { silent: found } = scores.get(document) as Score
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(silent)
  })
})

describe('the scorer', () => {
  const golds = readGold(join(folder, 'r8-request-points.pdf.jsonl'))

  it('finds nothing right where nothing is extracted', () => {
    const { percent, faults } = score(golds, [])
    expect([percent.records, percent.value, faults.length]).toEqual([0, 0, golds.length])
  })
})
