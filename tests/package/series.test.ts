import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/model/dataset.js'
import type { Figure } from '../../src/model/figure.js'
import { groupBy } from '../../src/model/groups.js'
import { stageLabels } from '../../src/model/labels.js'
import type { Row } from '../../src/model/row.js'
import { derived, type Filled, SeriesMaker } from '../../src/package/series.js'
import type { Alias } from '../../src/series/aliases.js'
import { type TrendRow, trendColumns, trendOf } from '../../src/series/trend.js'
import { alias } from '../compare/items.js'
import { figure, previous } from '../series/points.js'
import { editions, newFolder } from './packages.js'

/** A table with all its rows. */
interface Whole extends Pick<Filled, 'table'> {
  readonly rows: readonly Row[]
}

const whole = async ({ table, rows }: Filled): Promise<Whole> => {
  const all: Row[] = []
  for await (const some of rows) for (const row of some) all.push(row)
  return { table, rows: all }
}

/** The tables that figures make, document by document. */
const tablesOf = async (
  figures: readonly Figure[],
  aliases: readonly Alias[] = [],
): Promise<readonly [series: Whole, wide: Whole]> => {
  const maker = new SeriesMaker(await newFolder(), aliases)
  const documents = groupBy(figures, ({ document_id }) => document_id)
  for (const own of documents.values()) await maker.add(own)
  return [await whole(maker.series()), await whole(maker.wide())]
}

const trend = (figures: readonly Figure[], aliases: readonly Alias[] = []): readonly TrendRow[] =>
  trendOf(figures, { aliases, programme: '' }).rows

const namesIn = ({ table }: Pick<Filled, 'table'>): string[] => table.columns.map(({ name }) => name)

const termOf = ({ fiscal_year, stage, supplementary_no }: TrendRow): string =>
  `${[fiscal_year, stage, ...(supplementary_no === null ? [] : [supplementary_no])].join('_')}_yen`

const isSeries = async (figures: readonly Figure[], aliases: readonly Alias[] = []): Promise<void> => {
  const [{ rows }] = await tablesOf(figures, aliases)
  const expected = trend(figures, aliases)
  expect(rows.map((row) => Object.fromEntries(trendColumns.map((name) => [name, row[name]])))).toEqual(expected)
}

/** Each amount of the series stands once in the wide table, in the row of its series and the column of its term. */
const isPivot = async (figures: readonly Figure[], aliases: readonly Alias[] = []): Promise<void> => {
  const [, wide] = await tablesOf(figures, aliases)
  const rows = trend(figures, aliases)
  const terms = namesIn(wide).slice(3, -2)
  expect(new Set(terms)).toEqual(new Set(rows.map(termOf)))
  expect(terms.length).toBe(new Set(terms).size)
  const cells = wide.rows.flatMap((row) =>
    terms.flatMap((term) =>
      (row[term] ?? null) === null ? [] : [[row.series, row.programme, term, row[term]].join(' ')],
    ),
  )
  expect(cells.sort()).toEqual(rows.map((row) => [row.series, row.programme, termOf(row), row.yen].join(' ')).sort())
  for (const row of wide.rows) {
    const own = rows.filter(({ series }) => series === row.series)
    const breaks = [...new Set(own.flatMap((one) => one.breaks?.split(';') ?? []))]
    expect(row.breaks).toBe(breaks.length === 0 ? null : breaks.join(';'))
  }
}

const figures = fc.array(
  fc
    .record({
      document_id: fc.constantFrom('r5', 'r6', 'r7'),
      oku: fc.integer({ min: 1, max: 4 }),
      programme: fc.constantFrom('総務費', '民生費', '計'),
      parent: fc.constantFrom(null, '甲'),
      role: fc.constantFrom('budget', 'comparison', 'change'),
      fiscal_year: fc.constantFrom(2023, 2024, 2025, null),
      stage: fc.constantFrom('request', 'draft', 'enacted', 'supplementary', null),
      supplementary_no: fc.constantFrom(null, null, 1, 2),
      part_of: fc.constantFrom(false, false, false, true),
    })
    .map(({ document_id, oku, ...more }) => figure(document_id, oku, more)),
  { maxLength: 12 },
)

const aliases: readonly Alias[] = [alias('総務費', '民生費')]

describe('programmes_series', () => {
  it('has the rows that yosan trend gives of all programmes', async () => {
    await fc.assert(fc.asyncProperty(figures, fc.constantFrom([], aliases), isSeries), { numRuns: 300 })
    const { figures: real } = await editions()
    await isSeries(real)
    expect((await tablesOf(real))[0].rows.length).toBeGreaterThan(30)
  })

  it('has programmes of one year and stage too', async () => {
    const [series, wide] = await tablesOf([figure('r7', 25)])
    expect(series.rows).toMatchObject([{ series: 1, programme: '総務費', fiscal_year: 2025, yen: 2_500_000_000 }])
    expect(wide.rows).toEqual([
      {
        series: 1,
        programme: '総務費',
        parent: null,
        needs_review: false,
        breaks: null,
        '2025_enacted_yen': 2_500_000_000,
      },
    ])
  })

  it('has a key of its own for each row', async () => {
    await fc.assert(
      fc.asyncProperty(figures, async (some) => {
        const ids = await (await tablesOf(some))[0].rows.map(({ series_row_id }) => series_row_id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
    const [{ rows }] = await tablesOf([
      figure('r7', 25),
      figure('r7', 3, { stage: 'supplementary', supplementary_no: 2 }),
      figure('r7', 2, { stage: 'supplementary' }),
    ])
    expect(rows.map(({ series_row_id }) => series_row_id).sort()).toEqual([
      '1-2025-enacted',
      '1-2025-supplementary',
      '1-2025-supplementary-2',
    ])
  })

  it('names the first figure of a row that several make', async () => {
    const parts = [figure('r7', 2, { programme: '甲' }), figure('r7', 3, { programme: '乙' })]
    const [{ rows }] = await tablesOf(
      [...parts, figure('r8', 6, { programme: '丙', fiscal_year: 2026 })],
      [alias('甲', '丙'), alias('乙', '丙')],
    )
    const [row] = rows
    const ids = parts.map(({ figure_id }) => figure_id)
    expect(row).toMatchObject({ yen: 500_000_000, figures: ids.join(';'), figure_id: ids[0] })
  })

  it('has exactly the columns of its rows', async () => {
    const [series] = await tablesOf([figure('r7', 25)])
    expect(Object.keys(series.rows[0] ?? {}).sort()).toEqual(namesIn(series).sort())
    expect(namesIn(series).filter((name) => !trendColumns.some((known) => known === name))).toEqual([
      'series_row_id',
      'figure_id',
    ])
  })

  it('holds values of the types that its columns name, and nulls only where they may be', async () => {
    await fc.assert(
      fc.asyncProperty(figures, async (some) => {
        for (const { table, rows } of await tablesOf(some))
          for (const row of rows)
            for (const { name, type, isNullable, values } of table.columns) {
              const value = row[name] ?? null
              if (value === null) expect([name, isNullable]).toEqual([name, true])
              else expect([name, typeof value]).toEqual([name, type === 'integer' ? 'number' : type])
              if (values && value !== null) expect(values).toContain(value)
            }
      }),
    )
  })

  it('calls what figures have too as these do', async () => {
    const [{ table }] = await tablesOf([])
    const shared = table.columns.filter(({ name }) => columnsOf('figures').includes(name))
    expect(shared.map(({ name, japanese }) => [name, japanese])).toEqual([
      ['programme', '事業名'],
      ['parent', '上位の事業名'],
      ['programme_row_id', '事業ID'],
      ['fiscal_year', '会計年度'],
      ['stage', '予算の段階'],
      ['supplementary_no', '補正の番号'],
      ['yen', '金額'],
      ['precision_yen', '最後の桁の値'],
      ['role', '役割'],
      ['document_id', '資料ID'],
      ['page', 'ページ'],
      ['figure_id', '金額ID'],
      ['needs_review', '確認が要るか'],
    ])
  })
})

describe('more than memory shall hold', () => {
  const count = 36_000
  const large: readonly Figure[] = ['r5', 'r6', 'r7'].flatMap((id, year) =>
    Array.from({ length: count }, (_, i) =>
      figure(id, (i % 7) + year + 1, {
        programme: `事業${i % 100 === 99 ? i - 1 : i}`,
        parent: i % 1000 < 100 ? '甲' : null,
        fiscal_year: 2023 + year,
        figure_id: `${id}-${i}`,
        programme_row_id: `${id}-${i}`,
      }),
    ),
  )
  const renamed = [
    alias('事業2', '事業1'),
    alias('事業3', '事業1'),
    alias('事業5', '新事業'),
    alias('甲 > 事業7', '事業8'),
  ]

  it('makes the same series, by other numbers', async () => {
    const withoutNumber = (row: object) => JSON.stringify({ ...row, series: 0 })
    const { rows: expected, ambiguous } = trendOf(large, { aliases: renamed, programme: '' })
    const maker = new SeriesMaker(await newFolder(), renamed)
    for (const own of groupBy(large, ({ document_id }) => document_id).values()) await maker.add(own)
    const series = await whole(maker.series())
    const wide = await whole(maker.wide())
    expect(maker.ambiguous).toBe(ambiguous)
    expect(ambiguous).toBeGreaterThan(0)
    expect(expected.length).toBeGreaterThan(100_000)
    const found = series.rows.map((row) => Object.fromEntries(trendColumns.map((name) => [name, row[name]])))
    expect(found.map(withoutNumber).sort()).toEqual(expected.map(withoutNumber).sort())
    const numbers = [...new Set(found.map((row) => row.series))]
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    expect(new Set(series.rows.map(({ series_row_id }) => series_row_id)).size).toBe(series.rows.length)
    expect(wide.rows.map((row) => row.series)).toEqual(numbers)
    const amounts = (row: Row) =>
      namesIn(wide)
        .slice(3, -2)
        .flatMap((term) => row[term] ?? [])
    expect(wide.rows.flatMap(amounts)).toEqual(series.rows.map(({ yen }) => yen))
  })
})

describe('programmes_wide', () => {
  it('is the pivot of the series', async () => {
    await fc.assert(fc.asyncProperty(figures, fc.constantFrom([], aliases), isPivot), { numRuns: 300 })
    await isPivot((await editions()).figures)
  })

  it('has its columns by year, then by stage, then by number', async () => {
    const terms = [
      figure('r7', 1, { stage: 'executed' }),
      figure('r7', 2, { stage: 'supplementary', supplementary_no: 10 }),
      figure('r7', 3, { stage: 'supplementary', supplementary_no: 9 }),
      figure('r7', 4, { stage: 'supplementary' }),
      figure('r7', 5),
      figure('r7', 6, { stage: 'request' }),
      previous('r7', 7),
    ]
    const names = [
      '2024_enacted_yen',
      '2025_request_yen',
      '2025_enacted_yen',
      '2025_supplementary_yen',
      '2025_supplementary_9_yen',
      '2025_supplementary_10_yen',
      '2025_executed_yen',
    ]
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(terms, { minLength: terms.length }), async (some) => {
        expect(namesIn((await tablesOf(some))[1])).toEqual([
          'series',
          'programme',
          'parent',
          ...names,
          'needs_review',
          'breaks',
        ])
      }),
    )
  })

  it('has all stages in the order of their list', async () => {
    const stages = Object.keys(stageLabels) as (keyof typeof stageLabels)[]
    const all = stages.map((stage, i) => figure('r7', i + 1, { stage })).reverse()
    expect(namesIn((await tablesOf(all))[1]).slice(3, -2)).toEqual(stages.map((stage) => `2025_${stage}_yen`))
  })

  it('names the unit and the term of its amounts', async () => {
    const [, { table }] = await tablesOf([figure('r7', 1, { stage: 'supplementary', supplementary_no: 2 })])
    expect(table.columns[3]).toMatchObject({
      name: '2025_supplementary_2_yen',
      type: 'integer',
      isNullable: true,
      japanese: '2025年度 補正予算第2号',
      unit: { code: 'JPY', japanese: '円' },
    })
  })

  it('of nothing has no years', async () => {
    const [series, wide] = await tablesOf([])
    expect([series.rows, wide.rows, namesIn(wide)]).toEqual([
      [],
      [],
      ['series', 'programme', 'parent', 'needs_review', 'breaks'],
    ])
  })
})

it('the tables that are made of others are these', async () => {
  expect((await tablesOf([])).map(({ table }) => table.name)).toEqual(derived)
})
