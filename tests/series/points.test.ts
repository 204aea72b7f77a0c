import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/model/figure.js'
import { pointsOf, termOf, unclearIn } from '../../src/series/points.js'
import { figure, point, previous } from './points.js'

describe('pointsOf', () => {
  it.each<[what: string, figure: Figure, isPoint: boolean]>([
    ['a budget', figure('r7', 25), true],
    ['a previous year’s amount', previous('r7', 20), true],
    ['nought', figure('r7', 0), true],
    ['a supplement', figure('r7', 5, { stage: 'supplementary', supplementary_no: 1 }), true],
    ['a change', figure('r7', 5, { role: 'change' }), false],
    ['other money', figure('r7', 5, { role: 'context' }), false],
    ['no programme', figure('r7', 25, { programme: null }), false],
    ['no year', figure('r7', 25, { fiscal_year: null }), false],
    ['no stage', figure('r7', 25, { stage: null }), false],
    ['no amount', figure('r7', 25, { yen: null }), false],
    ['a range', figure('r7', 25, { yen_max: 2_600_000_000 }), false],
    ['a part', figure('r7', 25, { part_of: true }), false],
    ['counted elsewhere', figure('r7', 25, { reposted: 'full' }), false],
    ['counted elsewhere in part', figure('r7', 25, { reposted: 'partial' }), false],
    ['printed before', figure('r7', 25, { duplicate_of_figure_id: 'r7-p001-001' }), false],
  ])('%s', (_, one, isPoint) => {
    expect(pointsOf([one]).map(({ figure_id }) => figure_id)).toEqual(isPoint ? [one.figure_id] : [])
  })

  it.each([
    ['計', false],
    ['合　計', false],
    ['小計', false],
    ['総計', false],
    ['累計', false],
    ['総額', false],
    ['その他', false],
    ['差引一般財源', false],
    ['統計', true],
    ['会計', true],
    ['設計費', true],
    ['総額の確保', true],
    ['その他の経費', true],
  ])('the name %s: %j', (programme, isPoint) => {
    expect(pointsOf([figure('r7', 25, { programme })]).length === 1).toBe(isPoint)
  })

  it('takes over what is printed', () => {
    const more = { parent: '歳出', reclassified: true, supplementary_no: 2, stage: 'supplementary', page: 7 } as const
    const ids = { figure_id: 'r7-p007-001', programme_row_id: 'r7-0003' }
    const [made] = pointsOf([figure('r7', 25, { ...ids, ...more })])
    expect(made).toEqual(point('r7', 25, { ...ids, ...more }))
  })

  it.each<[what: string, figures: readonly Figure[], points: readonly number[]]>([
    ['the first print of a row', [figure('r7', 25), figure('r7', 5)], [25]],
    ['the first that is no part', [figure('r7', 5, { part_of: true }), figure('r7', 25), figure('r7', 9)], [25]],
    ['one of each role', [figure('r7', 25), previous('r7', 20), previous('r7', 3)], [25, 20]],
    ['one of each stage', [figure('r7', 25), figure('r7', 24, { stage: 'draft' })], [25, 24]],
    [
      'one of each supplement',
      [1, 2, 2].map((supplementary_no) =>
        figure('r7', 5 + supplementary_no, { stage: 'supplementary', supplementary_no }),
      ),
      [6, 7],
    ],
    [
      'none of a supplement that is printed with several amounts',
      [1, 2, 2].map((supplementary_no, i) => figure('r7', 5 + i, { stage: 'supplementary', supplementary_no })),
      [5],
    ],
    [
      'none of a budget before and after its supplement',
      [figure('r7', 25, { stage: 'revised' }), figure('r7', 27, { stage: 'revised' })],
      [],
    ],
    ['one of each row of a name', [figure('r7', 25), figure('r7', 5, { programme_row_id: 'r7-0002' })], [25, 5]],
    ['one of each document', [figure('r7', 25), figure('r7-2', 25)], [25, 25]],
  ])('%s', (_, figures, points) => {
    expect(pointsOf(figures).map(({ yen }) => yen / 100_000_000)).toEqual(points)
  })

  it('counts what it leaves out', () => {
    const supplements = [5, 6, 7].map((oku) => figure('r7', oku, { stage: 'supplementary' }))
    expect([unclearIn(supplements), unclearIn([figure('r7', 25), figure('r7', 24)])]).toEqual([1, 0])
  })
})

describe('termOf', () => {
  it('tells years, stages and supplements apart', () => {
    const terms = [
      point('r7', 1),
      point('r7', 1, { fiscal_year: 2024 }),
      point('r7', 1, { stage: 'draft' }),
      point('r7', 1, { stage: 'supplementary' }),
      point('r7', 1, { stage: 'supplementary', supplementary_no: 1 }),
      point('r7', 1, { stage: 'supplementary', supplementary_no: 2 }),
    ].map(termOf)
    expect(new Set(terms).size).toBe(terms.length)
    expect(termOf(point('r6', 2, { role: 'comparison' }))).toBe(terms[0])
  })
})
