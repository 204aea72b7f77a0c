import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dataset, tableNames } from '../../src/model/dataset.js'
import type { Figure } from '../../src/model/figure.js'
import { FactFinder, type Facts, type Lack } from '../../src/package/facts.js'
import { Tally } from '../../src/tally.js'
import { dataset, doubtful, figure } from '../emit/sample.js'

const factsOf = ({ grids: _, ...tables }: Dataset, size = 1000): Facts => {
  const finder = new FactFinder()
  for (const name of tableNames)
    for (let i = 0; i === 0 || i < tables[name].length; i += size) finder.add(name, tables[name].slice(i, i + size))
  return finder.facts(7)
}

const withFigures = (...figures: readonly Partial<Figure>[]): Dataset => ({
  ...dataset,
  grids: [],
  figures: figures.map((more) => ({ ...figure, ...more })),
})

describe('FactFinder', () => {
  it('counts what the summary of an extraction counts, but for printed tables', () => {
    const tally = new Tally()
    tally.add({ ...dataset, grids: [] })
    const { summary, documents } = factsOf(dataset)
    expect(summary).toEqual(tally.summary([], []))
    expect(documents).toEqual(dataset.documents)
    expect(factsOf(dataset).ambiguous).toBe(7)
  })

  it('counts each reason for review, the most frequent first', () => {
    const { reasons } = factsOf(
      withFigures(
        { review_reasons: 'b;a' },
        { review_reasons: 'c' },
        { review_reasons: 'c;a' },
        { review_reasons: null },
        { review_reasons: 'c' },
      ),
    )
    expect(reasons).toEqual([
      ['c', 3],
      ['a', 2],
      ['b', 1],
    ])
    expect(factsOf(dataset).reasons).toEqual(
      doubtful.review_reasons
        ?.split(';')
        .sort()
        .map((rule) => [rule, 1]),
    )
  })

  const none: Facts['lacking'] = { fiscal_year: 0, stage: 0, programme: 0, unit: 0 }

  it.each<[lack: Lack, more: Partial<Figure>]>([
    ['fiscal_year', { fiscal_year: null }],
    ['stage', { stage: null }],
    ['programme', { programme_row_id: null }],
    ['unit', { amount_status: 'unreadable' }],
  ])('counts budget figures without %s, and no others', (lack, more) => {
    expect(factsOf(withFigures(more, {}, more)).lacking).toEqual({ ...none, [lack]: 2 })
    expect(factsOf(withFigures({ ...more, role: 'context' })).lacking).toEqual(none)
  })

  it('is the same however many rows come at a time', () => {
    const figures = Array.from({ length: 9 }, (_, i) => (i % 2 === 0 ? figure : { ...doubtful, stage: null }))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (size) => {
        expect(factsOf({ ...dataset, figures }, size)).toEqual(factsOf({ ...dataset, figures }))
      }),
    )
  })

  it('knows a data set of nothing', () => {
    const nothing: Dataset = {
      figures: [],
      programmes: [],
      documents: [],
      issues: [],
      checks: [],
      lines: [],
      grids: [],
    }
    expect(factsOf(nothing)).toMatchObject({ summary: { figures: 0 }, documents: [], reasons: [], lacking: none })
  })
})
