import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { documentsIn, scoresOf } from './gold/cases.js'
import type { Score } from './gold/score.js'

/** A folder of published documents with gold, which are not ours to give on. */
const folder = process.env.YOSAN_BENCH ?? ''
const exists = existsSync(folder)
if (!exists) console.warn(`bench.test.ts is skipped: YOSAN_BENCH names ${folder === '' ? 'no folder' : folder}.`)

const names = exists ? documentsIn(folder) : []
const LEAST_RECORDS = 97
const MOST_SILENT = 2

describe.skipIf(!exists)('published documents', () => {
  let scores: ReadonlyMap<string, Score> = new Map()

  beforeAll(async () => {
    scores = await scoresOf(folder)
  })

  it.each(names)('%s', (name) => {
    const { percent, silent, faults } = scores.get(name) as Score
    expect(percent.records, faults.join('\n')).toBeGreaterThanOrEqual(LEAST_RECORDS)
    expect(silent.length, silent.join('\n')).toBeLessThanOrEqual(MOST_SILENT)
  })
})
