import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { areApplied, type Traces } from '../../src/corrections/applied.js'
import { extract } from '../../src/extract.js'
import type { Correction } from '../../src/model/correction.js'
import type { Dataset } from '../../src/model/dataset.js'
import type { Figure } from '../../src/model/figure.js'
import { reviewOf } from '../../src/model/review.js'
import { correction, decisionOn } from './corrections.js'

const documents = join(import.meta.dirname, '..', '..', 'fixtures', 'documents')

const tracesOf = ({ figures, issues }: Dataset): Traces => ({
  figures: figures.filter(reviewOf),
  issues: issues.filter(({ rule }) => rule === 'figure_rejected' || rule === 'correction_unmatched'),
  pages: null,
})

/** What a person may decide, one figure after another. */
const decisions: readonly Partial<Correction>[] = [
  {},
  { action: 'correct', new_yen: 7 },
  { action: 'correct', new_yen: 'none', new_programme: '新しい 事業', new_role: 'context' },
  { action: 'reject' },
  { action: 'correct', new_programme: 'none', new_fiscal_year: 'none', new_stage: 'none' },
  { raw: '999億円' },
  { yen: 3, programme: '別の事業', fiscal_year: 2001, stage: 'executed', role: 'rate' },
]

describe.each(['r6-request-space.md', 'r7-request-tables.pdf'])('areApplied: %s', (name) => {
  let figures: readonly Figure[] = []
  let sha256: string | null = null
  let all: readonly Correction[] = []
  let traces: Traces = { figures: [], issues: [], pages: null }
  const made = async (corrections: readonly Correction[]) =>
    (await extract([join(documents, name)], { pages: null, corrections })).dataset

  beforeAll(async () => {
    const before = await made([])
    figures = before.figures
    sha256 = before.documents[0]?.sha256 ?? null
    all = figures.slice(0, 42).map((figure, i) => decisionOn({ ...figure, sha256 }, decisions[i % decisions.length]))
    traces = tracesOf(await made(all))
  })

  it('knows those that it was made with, in any order', () => {
    expect(traces.figures.length).toBeGreaterThan(5)
    expect(traces.issues.length).toBeGreaterThan(2)
    expect(areApplied(all, sha256, traces)).toBe(true)
    expect(areApplied(all.toReversed(), sha256, traces)).toBe(true)
    expect(
      areApplied(
        all.map((one) => ({ ...one, note: '注', by: '甲' })),
        sha256,
        traces,
      ),
    ).toBe(true)
  })

  it('misses each that is taken out', () => {
    const missed = all.filter(
      (one) =>
        !areApplied(
          all.filter((other) => other !== one),
          sha256,
          traces,
        ),
    )
    expect(missed).toEqual(all)
  })

  it('sees each that is added or replaced', () => {
    const fresh = figures.slice(all.length).concat(figures[0] as Figure)
    for (const figure of fresh.slice(0, 20))
      expect(areApplied([...all, decisionOn({ ...figure, sha256 }, { action: 'reject' })], sha256, traces)).toBe(false)
    for (const [i, one] of all.entries()) {
      const other = correction({ ...one, action: 'correct', new_yen: 12_345 })
      expect(areApplied(all.with(i, other), sha256, traces)).toBe(false)
    }
  })
})

describe('areApplied', () => {
  const none: Traces = { figures: [], issues: [], pages: null }
  const [sha256, far] = ['0'.repeat(64), '1'.repeat(64)]

  it.each<[what: string, corrections: readonly Correction[], pages: Traces['pages'], are: boolean]>([
    ['none', [], null, true],
    ['one without a trace', [correction()], null, false],
    ['of a page that was not read', [correction({ page: 7 })], { from: 2, to: 4 }, true],
    ['of a page that was read', [correction({ page: 3 })], { from: 2, to: 4 }, false],
    ['of other bytes', [correction({ sha256: far })], null, false],
    [
      'of other bytes beside one of these',
      [correction({ sha256: far }), correction({ page: 7 })],
      { from: 2, to: 4 },
      true,
    ],
  ])('%s', (_, corrections, pages, are) => {
    expect(areApplied(corrections, sha256, { ...none, pages })).toBe(are)
  })
})
