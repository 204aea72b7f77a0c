import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { scoresOf } from './gold/cases.js'
import type { Calibration } from './gold/score.js'

// How well `needs_review` tells right figures from wrong ones, on gold. YOSAN_BENCH may name one more folder of documents
// with gold beside them; `npm run calibrate` prints the tables.

const own = join(import.meta.dirname, '..', 'fixtures', 'documents')
const given = process.env.YOSAN_BENCH ?? ''
const folders = [own, ...(existsSync(given) ? [given] : [])]

/** Of documents that are not ours, where names may be told apart more finely than gold of another hand does. */
const MOST_SILENT = 4

const fields = ['right', 'rightInReview', 'wrong', 'wrongInReview', 'missing'] as const

const sumOf = (all: readonly Calibration[]): Calibration => {
  const sum = (field: (typeof fields)[number]) => all.reduce((total, one) => total + one[field], 0)
  return {
    right: sum('right'),
    rightInReview: sum('rightInReview'),
    wrong: sum('wrong'),
    wrongInReview: sum('wrongInReview'),
    missing: sum('missing'),
  }
}

describe.each(folders)('%s', (folder) => {
  let total: Calibration = sumOf([])

  beforeAll(async () => {
    const scores = await scoresOf(folder)
    const rows = Object.fromEntries([...scores].map(([name, { calibration }]) => [name, calibration]))
    total = sumOf(Object.values(rows))
    console.table({ ...rows, total })
  })

  it('every wrong figure asks for review', () => {
    expect(total.wrong - total.wrongInReview).toBeLessThanOrEqual(folder === own ? 0 : MOST_SILENT)
  })

  it('few right figures ask for review', () => {
    expect(100 * total.rightInReview).toBeLessThanOrEqual(5 * total.right)
  })

  it.runIf(folder === own).each(['README.md', 'README.ja.md'])('%s says so', (name) => {
    const text = readFileSync(join(import.meta.dirname, '..', name), 'utf8')
    const { right, wrong, rightInReview } = total
    const share = ((100 * rightInReview) / right).toFixed(1)
    for (const number of [(right + wrong).toLocaleString('en-US'), wrong, rightInReview, `${share} %`])
      expect(text).toContain(String(number))
  })
})
