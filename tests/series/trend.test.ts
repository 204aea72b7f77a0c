import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/model/figure.js'
import { type TrendOptions, type TrendRow, trendColumns, trendOf } from '../../src/series/trend.js'
import { alias } from '../compare/items.js'
import { figure, previous } from './points.js'

const trend = (figures: readonly Figure[], more: Partial<TrendOptions> = {}) =>
  trendOf(figures, { aliases: [], programme: null, ...more })

const rowText = ({
  series,
  names,
  fiscal_year,
  stage,
  supplementary_no,
  yen,
  change_percent,
  document_id,
  ...row
}: TrendRow) =>
  [
    `${series} ${names} ${fiscal_year} ${stage}${supplementary_no ?? ''} ${yen / 100_000_000}`,
    ...(change_percent === null ? [] : [`${change_percent}%`]),
    document_id,
    ...(row.role === 'comparison' ? ['as previous'] : []),
    ...(row.breaks === null ? [] : [`! ${row.breaks}`]),
  ].join(' ')

const told = (figures: readonly Figure[], more: Partial<TrendOptions> = {}) => trend(figures, more).rows.map(rowText)

const last = { fiscal_year: 2024 }
const draft = { stage: 'draft' } as const
const request = { stage: 'request' } as const
const named = (programme: string) => ({ programme })
const extra = (supplementary_no: number, stage: 'supplementary' | 'revised' = 'supplementary') => ({
  stage,
  supplementary_no,
})

/** Other programmes that agree, by which documents are known to be of one body. */
const agreed = (documents: readonly string[], more: Partial<Figure> = {}) =>
  documents.flatMap((id) => ['議会費', '民生費'].map((programme) => figure(id, 1, { programme, ...more })))

const general = { programme: '総務' }

describe('a series', () => {
  it.each<[what: string, figures: readonly Figure[], rows: readonly string[]]>([
    ['nothing', [], []],
    ['one year alone', [figure('r7', 25)], []],
    [
      'two years',
      [figure('r6', 20, last), figure('r7', 25)],
      ['1 総務費 2024 enacted 20 r6', '1 総務費 2025 enacted 25 25.0% r7'],
    ],
    [
      'in any order',
      [figure('r7', 25), figure('r6', 20, last)],
      ['1 総務費 2024 enacted 20 r6', '1 総務費 2025 enacted 25 25.0% r7'],
    ],
    [
      'one document with its year before',
      [figure('r7', 25), previous('r7', 20)],
      ['1 総務費 2024 enacted 20 r7 as previous', '1 総務費 2025 enacted 25 25.0% r7'],
    ],
    [
      'the stages of a year',
      [figure('c', 25), figure('a', 30, request), figure('b', 25, draft)],
      ['1 総務費 2025 request 30 a', '1 総務費 2025 draft 25 b', '1 総務費 2025 enacted 25 c'],
    ],
    [
      'each stage against the budget of the year before',
      [figure('r6', 20, last), figure('a', 30, request), figure('b', 25, draft)],
      ['1 総務費 2024 enacted 20 r6', '1 総務費 2025 request 30 50.0% a', '1 総務費 2025 draft 25 25.0% b'],
    ],
    [
      'not against the draft of the year before',
      [figure('r6', 20, { ...last, ...draft }), figure('r7', 25)],
      ['1 総務費 2024 draft 20 r6', '1 総務費 2025 enacted 25 r7'],
    ],
    [
      'not over a gap',
      [figure('r5', 20, { fiscal_year: 2023 }), figure('r7', 25)],
      ['1 総務費 2023 enacted 20 r5', '1 総務費 2025 enacted 25 r7'],
    ],
    [
      'from nought',
      [figure('r6', 0, last), figure('r7', 25)],
      ['1 総務費 2024 enacted 0 r6', '1 総務費 2025 enacted 25 r7'],
    ],
    [
      'last year’s document before what is compared with it',
      [previous('r7', 20), figure('r6', 20, last), figure('r7', 25)],
      ['1 総務費 2024 enacted 20 r6', '1 総務費 2025 enacted 25 25.0% r7'],
    ],
    [
      'whatever the names of the documents, and even when the other is finer',
      [figure('a', 25), previous('a', 20.4, { precision_yen: 10_000_000 }), figure('z', 20, last)],
      ['1 総務費 2024 enacted 20 z', '1 総務費 2025 enacted 25 25.0% a'],
    ],
    [
      'the finer of two prints',
      [figure('a', 25), figure('b', 25.4, { precision_yen: 10_000_000 }), figure('r6', 20, last)],
      ['1 総務費 2024 enacted 20 r6', '1 総務費 2025 enacted 25.4 27.0% b'],
    ],
    [
      'supplements apart, each by its number',
      [
        figure('r6', 20, last),
        figure('s2', 3, { ...last, ...extra(2) }),
        figure('s1', 5, { ...last, ...extra(1) }),
        figure('s1', 25, { ...last, ...extra(1, 'revised') }),
        figure('r7', 21),
      ],
      [
        '1 総務費 2024 enacted 20 r6',
        '1 総務費 2024 supplementary1 5 s1',
        '1 総務費 2024 supplementary2 3 s2',
        '1 総務費 2024 revised1 25 s1',
        '1 総務費 2025 enacted 21 5.0% r7',
      ],
    ],
    [
      'two programmes',
      [
        figure('r6', 20, last),
        figure('r6', 3, { ...last, ...named('議会費') }),
        figure('r7', 25),
        figure('r7', 3, named('議会費')),
      ],
      [
        '1 総務費 2024 enacted 20 r6',
        '1 総務費 2025 enacted 25 25.0% r7',
        '2 議会費 2024 enacted 3 r6',
        '2 議会費 2025 enacted 3 0.0% r7',
      ],
    ],
  ])('%s', (_, figures, rows) => {
    expect(told(figures)).toEqual(rows)
  })

  it('holds what is printed', () => {
    const figures = [figure('r6', 20, { ...last, page: 3 }), figure('r7', 25, { ...named('総務 費'), page: 9 })]
    const { rows, ambiguous } = trend(figures)
    expect(ambiguous).toBe(0)
    expect(rows[1]).toEqual({
      series: 1,
      programme: '総務 費',
      parent: null,
      programme_row_id: figures[1]?.programme_row_id,
      names: '総務 費',
      fiscal_year: 2025,
      stage: 'enacted',
      supplementary_no: null,
      yen: 2_500_000_000,
      precision_yen: 100_000_000,
      role: 'budget',
      change_yen: 500_000_000,
      change_percent: '25.0',
      document_id: 'r7',
      page: 9,
      figures: 'r7-総務 費-budget-25',
      needs_review: false,
      breaks: null,
      break_notes: null,
    })
    expect(Object.keys(rows[0] ?? {})).toEqual(trendColumns)
    expect(rows[0]).toMatchObject({ programme: '総務 費', names: '総務費', page: 3 })
  })

  it('is made of parents where a name alone stands for several programmes', () => {
    const staff = (id: string, parent: string, oku: number, more = {}) =>
      figure(id, oku, { programme: '人件費', parent, ...more })
    const figures = [
      staff('r6', '議会費', 5, last),
      staff('r6', '総務費', 9, last),
      staff('r7', '議会費', 6),
      staff('r7', '総務費', 9),
    ]
    expect(told(figures)).toEqual([
      '1 議会費 > 人件費 2024 enacted 5 r6',
      '1 議会費 > 人件費 2025 enacted 6 20.0% r7',
      '2 総務費 > 人件費 2024 enacted 9 r6',
      '2 総務費 > 人件費 2025 enacted 9 0.0% r7',
    ])
  })

  it('counts amounts that nothing tells apart', () => {
    const twice = [figure('r7', 25, { programme_row_id: 'a' }), figure('r7', 26, { programme_row_id: 'b' })]
    expect(trend(twice)).toEqual({ rows: [], ambiguous: 2 })
  })
})

describe('the programmes of a trend', () => {
  const figures = [
    figure('r7', 25),
    figure('r7', 3, named('ＩＣＴ 教育')),
    figure('r6', 3, { ...last, programme: '選挙費' }),
    figure('r7', 5, named('教育費')),
    previous('r7', 4, named('教育費')),
  ]

  it.each<[name: string | null, programmes: readonly string[]]>([
    [null, ['教育費']],
    ['総務費', ['総務費']],
    ['教育', ['ＩＣＴ 教育', '教育費']],
    ['ICT教', ['ＩＣＴ 教育']],
    ['選挙 費', ['選挙費']],
    ['土木費', []],
  ])('with %j in their names', (programme, programmes) => {
    expect([...new Set(trend(figures, { programme }).rows.map((row) => row.programme))]).toEqual(programmes)
  })

  it('are found by their old names too', () => {
    const renamed = [figure('r6', 20, { ...last, programme: '総務管理費' }), figure('r7', 25)]
    const aliases = [alias('総務管理費', '総務費')]
    expect(told(renamed, { programme: '管理', aliases })).toEqual([
      '1 総務管理費 2024 enacted 20 r6',
      '1 総務費 2025 enacted 25 25.0% r7 ! renamed',
    ])
  })
})

describe('programmes that the alias table ties together', () => {
  const [a, b, c, d] = ['甲', '乙', '丙', '丁'].map(named)

  it.each<[what: string, figures: readonly Figure[], lines: readonly [string, string][], rows: readonly string[]]>([
    [
      'a new name',
      [figure('r6', 20, { ...last, ...a }), figure('r7', 25, b)],
      [['甲', '乙']],
      ['1 甲 2024 enacted 20 r6', '1 乙 2025 enacted 25 25.0% r7 ! renamed'],
    ],
    [
      'a new name in other widths',
      [figure('r6', 20, { ...last, ...a }), figure('r7', 25, named('Ａ Ｉ'))],
      [['甲', 'AI']],
      ['1 甲 2024 enacted 20 r6', '1 Ａ Ｉ 2025 enacted 25 25.0% r7 ! renamed'],
    ],
    [
      'two new names one after another',
      [figure('r5', 20, { fiscal_year: 2023, ...a }), figure('r6', 20, { ...last, ...b }), figure('r7', 20, c)],
      [
        ['乙', '丙'],
        ['甲', '乙'],
      ],
      ['1 甲 2023 enacted 20 r5', '1 乙 2024 enacted 20 0.0% r6 ! renamed', '1 丙 2025 enacted 20 0.0% r7 ! renamed'],
    ],
    [
      'two new names, of which the middle one was never printed',
      [figure('r5', 20, { fiscal_year: 2023, ...a }), figure('r7', 20, c)],
      [
        ['甲', '乙'],
        ['乙', '丙'],
      ],
      ['1 甲 2023 enacted 20 r5', '1 丙 2025 enacted 20 r7 ! renamed'],
    ],
    [
      'a merger',
      [figure('r6', 20, { ...last, ...a }), figure('r6', 5, { ...last, ...b }), figure('r7', 30, c)],
      [
        ['甲', '丙'],
        ['乙', '丙'],
      ],
      ['1 甲 + 乙 2024 enacted 25 r6', '1 丙 2025 enacted 30 20.0% r7 ! renamed'],
    ],
    [
      'a merger that compares with the sum',
      [
        figure('r6', 20, { ...last, ...a }),
        figure('r6', 5, { ...last, ...b }),
        figure('r7', 30, c),
        previous('r7', 25, c),
      ],
      [
        ['甲', '丙'],
        ['乙', '丙'],
      ],
      ['1 甲 + 乙 2024 enacted 25 r6', '1 丙 2025 enacted 30 20.0% r7 ! renamed'],
    ],
    [
      'a merger of programmes of two documents',
      [figure('x', 20, { ...last, ...a }), figure('y', 5, { ...last, ...b }), figure('r7', 30, c)],
      [
        ['甲', '丙'],
        ['乙', '丙'],
      ],
      ['1 甲 + 乙 2024 enacted 25 x;y', '1 丙 2025 enacted 30 20.0% r7 ! renamed'],
    ],
    [
      'a split',
      [figure('r6', 20, { ...last, ...a }), figure('r7', 15, b), figure('r7', 6, c)],
      [
        ['甲', '乙'],
        ['甲', '丙'],
      ],
      ['1 甲 2024 enacted 20 r6', '1 乙 + 丙 2025 enacted 21 5.0% r7 ! renamed'],
    ],
    [
      'one that goes on with another',
      [figure('r6', 20, { ...last, ...a }), figure('r6', 5, { ...last, ...b }), figure('r7', 30, b)],
      [['甲', '乙']],
      ['1 甲 + 乙 2024 enacted 25 r6', '1 乙 2025 enacted 30 20.0% r7 ! renamed'],
    ],
    [
      'others stay apart',
      [
        figure('r6', 20, { ...last, ...a }),
        figure('r7', 25, b),
        figure('r6', 1, { ...last, ...d }),
        figure('r7', 2, d),
      ],
      [['甲', '乙']],
      [
        '1 甲 2024 enacted 20 r6',
        '1 乙 2025 enacted 25 25.0% r7 ! renamed',
        '2 丁 2024 enacted 1 r6',
        '2 丁 2025 enacted 2 100.0% r7',
      ],
    ],
  ])('%s', (_, figures, lines, rows) => {
    const aliases = lines.map(([from, to]) => alias(from, to))
    expect(told(figures, { aliases })).toEqual(rows)
  })

  const staff = (id: string, parent: string, oku: number, more: Partial<Figure> = {}) =>
    figure(id, oku, { programme: '人件費', parent, ...more })
  const staffs = [staff('r6', '総務費', 20, last), staff('r6', '議会費', 5, last)]

  it.each<[what: string, figures: readonly Figure[], lines: readonly string[], rows: readonly string[]]>([
    [
      'one of two below other parents',
      [...staffs, figure('r7', 25, named('給与費')), staff('r7', '議会費', 6)],
      ['総務費 > 人件費'],
      [
        '1 総務費 > 人件費 2024 enacted 20 r6',
        '1 給与費 2025 enacted 25 25.0% r7 ! renamed',
        '2 議会費 > 人件費 2024 enacted 5 r6',
        '2 議会費 > 人件費 2025 enacted 6 20.0% r7',
      ],
    ],
    [
      'both of two below other parents',
      [...staffs, figure('r7', 30, named('給与費'))],
      ['総務費 > 人件費', '議会費>人件費'],
      ['1 総務費 > 人件費 + 議会費 > 人件費 2024 enacted 25 r6', '1 給与費 2025 enacted 30 20.0% r7 ! renamed'],
    ],
    [
      'one that another document of its year has under the new name',
      [...staffs, figure('r6-b', 20, { ...last, ...named('給与費') }), figure('r7', 25, named('給与費'))],
      ['総務費 > 人件費'],
      ['1 総務費 > 人件費 2024 enacted 20 r6', '1 給与費 2025 enacted 25 25.0% r7 ! renamed'],
    ],
    [
      'one with a name that no other has',
      [staff('r6', '総務費', 20, last), figure('r7', 25, named('給与費'))],
      ['総務費 > 人件費'],
      ['1 人件費 2024 enacted 20 r6', '1 給与費 2025 enacted 25 25.0% r7 ! renamed'],
    ],
    [
      'one that another document of its year has, with a name that no other has',
      [
        staff('r6', '総務費', 20, last),
        figure('r6-b', 20, { ...last, ...named('給与費') }),
        figure('r7', 25, named('給与費')),
      ],
      ['総務費 > 人件費'],
      ['1 人件費 2024 enacted 20 r6', '1 給与費 2025 enacted 25 25.0% r7 ! renamed'],
    ],
    [
      'the bare name, which says nothing of them',
      [...staffs, figure('r7', 25, named('給与費')), previous('r7', 24, named('給与費'))],
      ['人件費'],
      ['1 給与費 2024 enacted 24 r7 as previous', '1 給与費 2025 enacted 25 4.2% r7'],
    ],
  ])('%s', (_, figures, from, rows) => {
    const aliases = from.map((name) => alias(name, '給与費'))
    expect(told(figures, { aliases })).toEqual(rows)
  })

  it('are called by the name that nothing was made of', () => {
    const figures = [figure('r7', 25, a), figure('r6', 20, { ...last, ...b })]
    const { rows } = trend(figures, { aliases: [alias('甲', '乙')] })
    expect(rows.map(({ programme }) => programme)).toEqual(['乙', '乙'])
  })

  it('count an amount that one document prints twice once', () => {
    const again = figure('r6', 20, { ...last, ...a, programme_row_id: 'r6-0009', figure_id: 'r6-again' })
    const figures = [
      figure('r6', 20, { ...last, ...a }),
      again,
      figure('r6', 5, { ...last, ...b }),
      figure('r7', 30, c),
    ]
    const { rows } = trend(figures, { aliases: [alias('甲', '丙'), alias('乙', '丙')] })
    expect(rows[0]).toMatchObject({ yen: 2_500_000_000, figures: 'r6-甲-budget-20;r6-乙-budget-5' })
  })

  it('are as coarse as the coarsest', () => {
    const figures = [
      figure('r6', 20, { ...last, ...a, precision_yen: 1 }),
      figure('r6', 5, { ...last, ...b }),
      figure('r7', 30, c),
    ]
    const { rows } = trend(figures, { aliases: [alias('甲', '丙'), alias('乙', '丙')] })
    expect(rows[0]?.precision_yen).toBe(100_000_000)
  })
})

describe('a break', () => {
  it.each<[what: string, figures: readonly Figure[], breaks: string | null, notes: string | null, year?: number]>([
    ['none', [figure('r6', 20, last), figure('r7', 25), previous('r7', 20)], null, null, 2024],
    [
      'none, for another print that rounds',
      [figure('r6', 20.4, { ...last, precision_yen: 10_000_000 }), figure('r7', 25), previous('r7', 20)],
      null,
      null,
      2024,
    ],
    [
      'previous_differs',
      [figure('r6', 20, last), figure('r7', 25), previous('r7', 21), ...agreed(['r6', 'r7'], last)],
      'previous_differs',
      'r7 prints 2,100,000,000 yen.',
      2024,
    ],
    [
      'draft_changed',
      [figure('a', 25, draft), figure('b', 26), ...agreed(['a'], draft), ...agreed(['b'])],
      'draft_changed',
      'The draft of a was 2,500,000,000 yen.',
    ],
    [
      'none, for a draft that rounds',
      [figure('a', 25, draft), figure('b', 25.4, { precision_yen: 10_000_000 })],
      null,
      null,
    ],
    ['none, for the draft of another year', [figure('a', 20, { ...last, ...draft }), figure('b', 26)], null, null],
    ['none, for a request that was cut', [figure('a', 30, request), figure('b', 26)], null, null],
    [
      'restated',
      [figure('a', 25), figure('b', 26), figure('r6', 20, last), ...agreed(['a', 'b'])],
      'restated',
      'b prints 2,600,000,000 yen.',
    ],
    [
      'restated by two later documents',
      [previous('r7', 20), previous('r7-book', 21), figure('r7', 25), ...agreed(['r7', 'r7-book'])],
      'restated',
      'r7-book prints 2,100,000,000 yen.',
      2024,
    ],
    [
      'reclassified',
      [previous('r7', 21, { reclassified: true }), figure('r7', 25)],
      'reclassified',
      'r7 recasts the amount.',
      2024,
    ],
    [
      'reclassified, beside the budget of last year itself',
      [figure('r6', 20, last), previous('r7', 21, { reclassified: true }), figure('r7', 25)],
      'reclassified',
      'r7 recasts it to 2,100,000,000 yen.',
      2024,
    ],
    [
      'none, for a recast that changes nothing',
      [figure('r6', 20, last), previous('r7', 20, { reclassified: true }), figure('r7', 25)],
      null,
      null,
      2024,
    ],
    [
      'several',
      [figure('a', 25, draft), figure('b', 26), figure('c', 27), ...agreed(['a'], draft), ...agreed(['b', 'c'])],
      'restated;draft_changed',
      'c prints 2,700,000,000 yen. The draft of a was 2,500,000,000 yen.',
    ],
  ])('%s', (_, figures, breaks, break_notes, fiscal_year = 2025) => {
    const { rows } = trend(figures, general)
    const row = rows.find((one) => one.fiscal_year === fiscal_year && one.stage === 'enacted')
    expect(row).toMatchObject({ breaks, break_notes })
    expect(rows.filter((one) => one !== row && one.breaks !== null)).toEqual([])
  })

  const merged = [alias('甲', '丙'), alias('乙', '丙')]
  const parts = [figure('r6', 20, { ...last, ...named('甲') }), figure('r6', 5, { ...last, ...named('乙') })]

  it.each<[what: string, figures: readonly Figure[], breaks: string | null, notes: string | null]>([
    ['none, for the sum of its parts', [...parts, previous('r7', 25, named('丙'))], null, null],
    ['none, for one that rounds as much as its parts', [...parts, previous('r7', 26, named('丙'))], null, null],
    [
      'previous_differs, for more',
      [...parts, previous('r7', 27, named('丙'))],
      'previous_differs',
      'r7 prints 2,700,000,000 yen.',
    ],
    [
      'reclassified, for a sum that is recast',
      [...parts, previous('r7', 27, { ...named('丙'), reclassified: true })],
      'reclassified',
      'r7 recasts it to 2,700,000,000 yen.',
    ],
    [
      'none, for parts of last year in the later structure',
      [...parts, figure('r6-b', 25, { ...last, ...named('丙') })],
      null,
      null,
    ],
    [
      'restated, for another sum in the later structure',
      [...parts, figure('r6-b', 28, { ...last, ...named('丙') })],
      'restated',
      'r6-b prints 2,800,000,000 yen.',
    ],
  ])('of a merger: %s', (_, figures, breaks, break_notes) => {
    const { rows } = trend([...figures, figure('r7', 30, named('丙'))], { aliases: merged })
    expect(rows.map(({ names, yen }) => [names, yen / 100_000_000])).toEqual([
      ['甲 + 乙', 25],
      ['丙', 30],
    ])
    expect(rows[0]).toMatchObject({ breaks, break_notes })
  })

  it('renamed', () => {
    const figures = [figure('r6', 20, { ...last, ...named('庶務費') }), figure('r7', 25)]
    const { rows } = trend(figures, { aliases: [alias('庶務費', '総務費')] })
    expect(rows[1]).toMatchObject({ breaks: 'renamed', break_notes: 'Before it was 庶務費.' })
  })
})

const programmes = ['議会費', '総務費', '民生費']

/** Books of a town for two years, the second with what it compares with. */
const town = (id: string, oku: number) => ({
  r6: programmes.map((programme, i) => figure(`${id}-r6`, oku + i, { ...last, programme })),
  r7: programmes.flatMap((programme, i) => [
    figure(`${id}-r7`, oku + i + 1, { programme }),
    previous(`${id}-r7`, oku + i, { programme }),
  ]),
})

const [aoba, midori] = [town('aoba', 10), town('midori', 50)]

describe('two towns that share names', () => {
  it.each([
    ['one town after the other', [aoba.r6, aoba.r7, midori.r6, midori.r7]],
    ['year by year', [aoba.r6, midori.r6, aoba.r7, midori.r7]],
    ['each year the other first', [midori.r6, aoba.r6, aoba.r7, midori.r7]],
    ['one town around the other', [aoba.r6, midori.r6, midori.r7, aoba.r7]],
    ['the later year first', [midori.r7, aoba.r7, midori.r6, aoba.r6]],
  ])('have a series each: %s', (_, books) => {
    expect(told(books.flat(), general)).toEqual([
      '1 総務費 2024 enacted 11 aoba-r6',
      '1 総務費 2025 enacted 12 9.1% aoba-r7',
      '2 総務費 2024 enacted 51 midori-r6',
      '2 総務費 2025 enacted 52 2.0% midori-r7',
    ])
  })

  it('have one where half of what they print agrees', () => {
    const books = [figure('a', 25), figure('b', 26), figure('a', 1, named('議会費')), figure('b', 1, named('議会費'))]
    expect(told(books, general)).toEqual(['1 総務費 2025 enacted 25 a ! restated'])
  })
})

const prints = fc
  .record({
    id: fc.constantFrom('r6', 'r7', 'r7-book'),
    programme: fc.constantFrom(...programmes),
    parent: fc.constantFrom(null, '歳出'),
    oku: fc.constantFrom(20, 20.4, 21),
    precision_yen: fc.constantFrom(1, 10_000_000, 100_000_000),
    stage: fc.constantFrom(draft, { stage: 'enacted' } as const, extra(1)),
    role: fc.constantFrom(last, { role: 'comparison', ...last } as const, {}),
  })
  .map(({ id, oku, stage, role, ...more }) => figure(id, oku, { ...more, ...stage, ...role }))

const books = fc.array(prints, { maxLength: 12 }).map((figures) =>
  figures.map((one, i) => ({
    ...one,
    figure_id: `${one.document_id}-${i}`,
    programme_row_id: `${one.document_id}-${i}`,
  })),
)

describe('the rows of any trend', () => {
  const lines = fc.array(
    fc.tuple(fc.constantFrom(...programmes), fc.constantFrom(...programmes)).map(([from, to]) => alias(from, to)),
    { maxLength: 2 },
  )

  it('have one amount for each term of a series, the sum of the figures that they name', () => {
    fc.assert(
      fc.property(books, lines, (figures, aliases) => {
        const { rows } = trend(figures, { aliases, programme: '費' })
        const terms = rows.map((row) => [row.series, row.fiscal_year, row.stage, row.supplementary_no].join())
        expect(new Set(terms).size).toBe(terms.length)
        const named = rows.flatMap((row) => row.figures.split(';'))
        expect(new Set(named).size).toBe(named.length)
        const byId = new Map(figures.map((one) => [one.figure_id, one]))
        for (const row of rows) {
          const own = row.figures.split(';').flatMap((id) => byId.get(id) ?? [])
          expect(row.yen).toBe(own.reduce((sum, { yen }) => sum + (yen ?? 0), 0))
          expect([...new Set(own.map(({ document_id }) => document_id))].join(';')).toBe(row.document_id)
          expect(own.map((one) => [one.role, one.fiscal_year, one.stage])).toEqual(
            own.map(() => [row.role, row.fiscal_year, row.stage]),
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are the same in any order of the documents', () => {
    const shuffled = books.chain((figures) => {
      const ids = [...new Set(figures.map(({ document_id }) => document_id))]
      const by = (order: readonly string[]) => order.flatMap((id) => figures.filter((one) => one.document_id === id))
      return fc.shuffledSubarray(ids, { minLength: ids.length }).map((order) => [by(ids), by(order)] as const)
    })
    fc.assert(
      fc.property(shuffled, lines, ([figures, other], aliases) => {
        const options = { aliases, programme: '費' }
        expect(trend(other, options)).toEqual(trend(figures, options))
      }),
      { numRuns: 300 },
    )
  })

  it('stand in order of series and years, and change from the enacted budget of the year before', () => {
    fc.assert(
      fc.property(books, lines, (figures, aliases) => {
        const { rows } = trend(figures, { aliases, programme: '費' })
        rows.forEach((row, i) => {
          const before = rows[i - 1]
          if (before && before.series !== row.series) expect(row.series).toBe(before.series + 1)
          if (before && before.series === row.series) expect(row.fiscal_year).toBeGreaterThanOrEqual(before.fiscal_year)
          const base = rows.find(
            (other) =>
              other.series === row.series && other.fiscal_year === row.fiscal_year - 1 && other.stage === 'enacted',
          )
          const isSure = base !== undefined && !base.breaks?.split(';').includes('restated')
          const isCompared = isSure && row.stage !== 'supplementary'
          expect(row.change_yen).toBe(isCompared ? row.yen - base.yen : null)
          expect(row.breaks === null).toBe(row.break_notes === null)
        })
      }),
      { numRuns: 300 },
    )
  })
})
