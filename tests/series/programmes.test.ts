import { describe, expect, it } from 'vitest'
import type { Point } from '../../src/series/points.js'
import { seriesOf } from '../../src/series/programmes.js'
import { comparison, point } from './points.js'

const known = (points: readonly Point[]) => {
  const { series, ambiguous } = seriesOf(points)
  return {
    series: Object.fromEntries(series.map((one) => [one.key, one.points.map(({ document_id }) => document_id)])),
    ambiguous: ambiguous.map(({ document_id }) => document_id),
  }
}

const under = (parent: string | null) => ({ programme: '人件費', parent })

describe('seriesOf', () => {
  it.each<[what: string, points: readonly Point[], series: Record<string, string[]>, ambiguous: string[]]>([
    ['one name over documents', [point('r6', 20), point('r7', 25)], { 総務費: ['r6', 'r7'] }, []],
    [
      'names that differ',
      [point('r6', 20), point('r6', 5, { programme: '総務管理費' })],
      { 総務費: ['r6'], 総務管理費: ['r6'] },
      [],
    ],
    [
      'one name in other widths and with spaces',
      [point('r6', 20, { programme: 'ICT 教育' }), point('r7', 25, { programme: 'ＩＣＴ　教育' })],
      { ICT教育: ['r6', 'r7'] },
      [],
    ],
    [
      'parents do not matter',
      [point('r6', 20, under('款')), point('r7', 25, under('項'))],
      { 人件費: ['r6', 'r7'] },
      [],
    ],
    [
      'years, stages, roles and supplements of one document',
      [
        point('r7', 25),
        comparison('r7', 20),
        comparison('r7', 24, { fiscal_year: 2025 }),
        point('r7', 24, { stage: 'draft' }),
        point('r7', 5, { stage: 'supplementary', supplementary_no: 1 }),
        point('r7', 3, { stage: 'supplementary', supplementary_no: 2 }),
      ],
      { 総務費: ['r7', 'r7', 'r7', 'r7', 'r7', 'r7'] },
      [],
    ],
    ['one amount twice', [point('r7', 25), point('r7', 25)], { 総務費: ['r7', 'r7'] }, []],
    [
      'one amount, once rounded',
      [point('r7', 25), point('r7', 25.4, { precision_yen: 10_000_000 })],
      { 総務費: ['r7', 'r7'] },
      [],
    ],
    [
      'two amounts, which parents tell apart, in all documents',
      [
        point('r7', 5, under('議会費')),
        point('r7', 9, under('総務費')),
        point('r6', 8, under('総務費')),
        point('r6', 1, under(null)),
      ],
      { '議会費>人件費': ['r7'], '総務費>人件費': ['r7', 'r6'], '>人件費': ['r6'] },
      [],
    ],
    [
      'two amounts below one parent, beside another one',
      [point('r7', 5, under('議会費')), point('r7', 9, under('総務費')), point('r7', 8, under('総務費'))],
      { '議会費>人件費': ['r7'] },
      ['r7', 'r7'],
    ],
    [
      'what nothing tells apart takes the others of the name with it',
      [point('r7', 5), point('r7', 9), point('r6', 5), point('r5', 5, { parent: '歳出' })],
      { '歳出>総務費': ['r5'] },
      ['r7', 'r7', 'r6'],
    ],
    ['nothing', [], {}, []],
  ])('%s', (_, points, series, ambiguous) => {
    expect(known(points)).toEqual({ series, ambiguous })
  })
})
