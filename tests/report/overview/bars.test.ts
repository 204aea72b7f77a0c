import { describe, expect, it } from 'vitest'
import { type BarGroup, stageGroups, yearGroups } from '../../../src/report/overview/bars.js'
import type { TrendRow } from '../../../src/series/trend.js'
import { trendRow as row } from './rows.js'

const print = (groups: readonly BarGroup[]) =>
  groups.map(({ name, bars }) => `${name}: ${bars.map(({ label, yen }) => `${label} ${yen / 1e8}`).join(', ')}`)

const of = (
  series: number,
  year: number,
  oku: number,
  stage: TrendRow['stage'],
  supplementary_no: number | null = null,
) => row(series, year, oku, { stage, supplementary_no })

describe('stageGroups', () => {
  it.each<[what: string, rows: readonly TrendRow[], year: number | null, groups: readonly string[]]>([
    ['nothing', [], null, []],
    ['one stage a year', [of(1, 2024, 5, 'draft'), of(1, 2025, 6, 'draft')], null, []],
    [
      'a year of several stages',
      [of(1, 2025, 7, 'request'), of(1, 2025, 6, 'draft'), of(1, 2025, 6, 'enacted')],
      2025,
      ['事業1: 概算要求 7, 政府案 6, 当初予算 6'],
    ],
    [
      'supplements with their numbers',
      [of(1, 2025, 6, 'enacted'), of(1, 2025, 1, 'supplementary', 1), of(1, 2025, 8, 'revised', 1)],
      2025,
      ['事業1: 当初予算 6, 補正予算第1号 1, 補正後第1号 8'],
    ],
    [
      'the newest year of several stages and no newer one of one',
      [
        ...[of(1, 2023, 7, 'request'), of(1, 2023, 6, 'draft')],
        ...[of(1, 2024, 5, 'request'), of(1, 2024, 4, 'draft'), of(1, 2026, 9, 'request')],
        ...[of(2, 2023, 70, 'request'), of(2, 2023, 60, 'draft'), of(2, 2024, 60, 'draft')],
      ],
      2024,
      ['事業1: 概算要求 5, 政府案 4'],
    ],
    [
      'the largest first, by any of their bars whatever its sign, and equals as they come',
      [
        ...[of(1, 2025, 1, 'draft'), of(1, 2025, 2, 'enacted')],
        ...[of(2, 2025, 1, 'draft'), of(2, 2025, -9, 'supplementary')],
        ...[of(3, 2025, 2, 'draft'), of(3, 2025, 1, 'enacted')],
      ],
      2025,
      ['事業2: 政府案 1, 補正予算 -9', '事業1: 政府案 1, 当初予算 2', '事業3: 政府案 2, 当初予算 1'],
    ],
    [
      'rows that stand apart',
      [of(1, 2025, 1, 'draft'), of(2, 2025, 1, 'draft'), of(1, 2025, 2, 'enacted')],
      2025,
      ['事業1: 政府案 1, 当初予算 2'],
    ],
  ])('of %s', (_, rows, year, groups) => {
    const found = stageGroups(rows)
    expect([found.year, print(found.groups)]).toEqual([year, groups])
  })

  it('are the twelve largest', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [of(i, 2025, i, 'draft'), of(i, 2025, i, 'enacted')]).flat()
    expect(stageGroups(rows).groups.map(({ name }) => name)).toEqual(
      Array.from({ length: 12 }, (_, i) => `事業${19 - i}`),
    )
  })

  it('lead to the first figure of each bar and tell of doubt', () => {
    const doubtful = row(1, 2025, 2, { stage: 'draft', figures: 'a;b', needs_review: true })
    expect(stageGroups([doubtful, row(1, 2025, 3)]).groups).toEqual([
      {
        name: '事業1',
        bars: [
          { label: '政府案', yen: 200_000_000, needsReview: true, figureId: 'a', documentId: 'd2025' },
          { label: '当初予算', yen: 300_000_000, needsReview: false, figureId: 'f1-2025-3', documentId: 'd2025' },
        ],
      },
    ])
  })
})

describe('yearGroups', () => {
  it.each<[what: string, rows: readonly TrendRow[], groups: readonly string[]]>([
    ['nothing', [], []],
    ['one year', [of(1, 2025, 5, 'draft'), of(1, 2025, 6, 'enacted')], []],
    ['supplements alone', [of(1, 2024, 5, 'supplementary', 1), of(1, 2025, 6, 'supplementary', 1)], []],
    ['two years', [of(1, 2024, 5, 'draft'), of(1, 2025, 6, 'draft')], ['事業1: 2024年度 政府案 5, 2025年度 政府案 6']],
    [
      'the stage of most years',
      [
        ...[of(1, 2023, 1, 'enacted'), of(1, 2023, 2, 'draft')],
        ...[of(1, 2024, 3, 'enacted'), of(1, 2024, 4, 'draft'), of(1, 2025, 5, 'draft')],
      ],
      ['事業1: 2023年度 政府案 2, 2024年度 政府案 4, 2025年度 政府案 5'],
    ],
    [
      'of as many years the enacted budget, then the draft',
      [
        ...[of(1, 2024, 1, 'request'), of(1, 2024, 2, 'draft'), of(1, 2024, 3, 'enacted')],
        ...[of(1, 2025, 4, 'request'), of(1, 2025, 5, 'draft'), of(1, 2025, 6, 'enacted')],
        ...[of(2, 2024, 1, 'request'), of(2, 2024, 2, 'draft'), of(2, 2025, 1, 'request'), of(2, 2025, 2, 'draft')],
      ],
      ['事業1: 2024年度 当初予算 3, 2025年度 当初予算 6', '事業2: 2024年度 政府案 2, 2025年度 政府案 2'],
    ],
    [
      'the largest first',
      [row(1, 2024, 1), row(2, 2024, 7), row(3, 2024, 1), row(1, 2025, 2), row(2, 2025, 1), row(3, 2025, 2)],
      [
        '事業2: 2024年度 当初予算 7, 2025年度 当初予算 1',
        '事業1: 2024年度 当初予算 1, 2025年度 当初予算 2',
        '事業3: 2024年度 当初予算 1, 2025年度 当初予算 2',
      ],
    ],
  ])('of %s', (_, rows, groups) => {
    expect(print(yearGroups(rows))).toEqual(groups)
  })

  it('of many rows in one series holds them all', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => row(1, i, 1))
    expect(yearGroups(rows)[0]?.bars.length).toBe(100_000)
  })
})
