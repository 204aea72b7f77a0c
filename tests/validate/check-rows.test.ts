import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckRow } from '../../src/model/check.js'
import type { CheckId } from '../../src/model/check-rules.js'
import type { Dataset } from '../../src/model/dataset.js'
import type { Assembly, Draft } from '../../src/model/draft.js'
import { validate } from '../../src/validate/index.js'
import { namedIn, reckonedAgain, unproved } from '../checks.js'
import { about, amount, draft, node, placeOn, previous, validated } from './assemblies.js'
import { assemblyOf, type ColumnName, type Row, type Sketch } from './tables.js'

/** `amount = what makes it, percent: expected and found ± tolerance, verdict`. */
const told = (row: CheckRow, digits: number): string => {
  const short = (text: string | null) => text?.replaceAll(/slides-p0*(\d+)-0*(\d+)/g, '$1.$2') ?? 'several'
  const print = (yen: number | null) => (yen === null ? '-' : yen / digits)
  const { figure_id, inputs, percent, expected_yen, found_yen, tolerance_yen, verdict } = row
  const what = [
    short(figure_id),
    ...(inputs === null ? [] : ['=', short(inputs)]),
    ...(percent === null ? [] : [percent]),
  ]
  const sums = [print(expected_yen), print(found_yen), '±', print(tolerance_yen)]
  return `${what.join(' ')}: ${sums.join(' ')} ${verdict}`
}

const rowsOf = ({ checks }: Dataset, rule: CheckId, digits: number): string[] =>
  checks.filter((row) => row.rule === rule).map((row) => told(row, digits))

type Change = (draft: Draft, i: number) => Partial<Draft>

const withDrafts = (assembly: Assembly, change: Change): Assembly => ({
  ...assembly,
  drafts: assembly.drafts.map((one, i) => ({ ...one, ...change(one, i) })),
})

const validatedTable = (columns: readonly ColumnName[], rows: readonly Row[], change: Change = () => ({})) =>
  validate(withDrafts(assemblyOf({ columns, rows }), change), about)

interface TableCase {
  readonly what: string
  readonly columns: readonly ColumnName[]
  readonly rows: readonly Row[]
  readonly told: readonly string[]
}

/** Rows of the rule, in thousand yen, behind those that bear the columns out. */
const tableCases = (rule: CheckId, firm: readonly Row[], cases: readonly TableCase[]) =>
  it.each(cases)('$what', ({ columns, rows, told }) => {
    const made = validatedTable(columns, [...firm, ...rows])
    expect(rowsOf(made, rule, 1000).slice(-told.length || Infinity)).toEqual(told)
    expect(reckonedAgain(made)).toEqual(made.checks)
  })

describe('difference', () => {
  const years = ['name', 'now', 'last', 'change'] as const
  const firm = [
    ['総務費', '300', '250', '50'],
    ['民生費', '700', '690', '10'],
    ['土木費', '90', '110', '△20'],
  ]
  tableCases('difference', firm, [
    { what: 'up', columns: years, rows: [['教育費', '40', '30', '10']], told: ['1.12 = +1.10;-1.11: 10 10 ± 1.5 ok'] },
    {
      what: 'down',
      columns: years,
      rows: [['教育費', '30', '40', '△10']],
      told: ['1.12 = +1.10;-1.11: -10 -10 ± 1.5 ok'],
    },
    {
      what: 'rounded',
      columns: years,
      rows: [['教育費', '40', '30', '11']],
      told: ['1.12 = +1.10;-1.11: 10 11 ± 1.5 rounding'],
    },
    {
      what: 'off',
      columns: years,
      rows: [['教育費', '40', '30', '12']],
      told: ['1.12 = +1.10;-1.11: 10 12 ± 1.5 mismatch'],
    },
    { what: 'new', columns: years, rows: [['教育費', '40', '-', '40']], told: ['1.11 = +1.10: 40 40 ± 1 ok'] },
    { what: 'ended', columns: years, rows: [['教育費', '-', '40', '△40']], told: ['1.11 = -1.10: -40 -40 ± 1 ok'] },
    { what: 'unchanged', columns: years, rows: [['教育費', '40', '40', '-']], told: ['1.10 = +1.11: 40 40 ± 1 ok'] },
    {
      what: 'a blank amount',
      columns: years,
      rows: [['教育費', '40', '', '10']],
      told: ['1.11 = +1.10: - 10 ± - not_run'],
    },
    {
      what: 'a blank change',
      columns: years,
      rows: [['教育費', '40', '30', '']],
      told: ['1.10 = +1.11: - 40 ± - not_run'],
    },
    {
      what: 'words for an amount',
      columns: years,
      rows: [['教育費', '事項要求', '30', '10']],
      told: ['1.11 = -1.10: - 10 ± - not_run'],
    },
    { what: 'one amount alone', columns: years, rows: [['教育費', '40', '', '']], told: [] },
  ])

  const after = ['name', 'before', 'extra', 'after'] as const
  const supplemented = [
    ['総務費', '250', '50', '300'],
    ['民生費', '690', '10', '700'],
  ]
  tableCases('difference', supplemented, [
    {
      what: 'a supplement',
      columns: after,
      rows: [['土木費', '110', '△20', '90']],
      told: ['1.8 = +1.9;-1.7: -20 -20 ± 1.5 ok'],
    },
    {
      what: 'a supplement that is off',
      columns: after,
      rows: [['土木費', '110', '20', '90']],
      told: ['1.8 = +1.9;-1.7: -20 20 ± 1.5 mismatch'],
    },
  ])

  tableCases(
    'difference',
    [
      ['総務費', '250', '30', '20', '300'],
      ['民生費', '690', '', '10', '700'],
    ],
    [
      {
        what: 'two supplements',
        columns: ['name', 'before', 'extra', 'second', 'after'],
        rows: [['土木費', '110', '△20', '5', '95']],
        told: ['1.9 = +1.11;-1.8;-1.10: -20 -20 ± 2 ok'],
      },
    ],
  )

  it('that fits with the columns the other way round is one doubt, row by row not reckoned', () => {
    const made = validatedTable(['name', 'last', 'now', 'change'], firm)
    expect(rowsOf(made, 'difference', 1000)).toEqual(['several: - - ± - mismatch'])
    expect(made.checks[0]?.message).toBe(made.issues[0]?.message)
  })
})

describe('percent', () => {
  const columns = ['name', 'now', 'last', 'growth'] as const
  const firm = [
    ['総務費', '3,000', '2,500', '20.0'],
    ['民生費', '7,000', '6,500', '7.7'],
    ['土木費', '900', '1,000', '△10.0'],
  ]
  const outcome = ({ checks }: Dataset) =>
    checks
      .filter(({ rule }) => rule === 'percent')
      .map(({ figure_id, inputs, percent, expected_yen, found_yen, verdict }) =>
        [figure_id?.slice(-3), inputs?.slice(-3), percent, expected_yen, found_yen, verdict].join(' '),
      )
  it.each([
    ['growth', ['教育費', '550', '500', '10.0'], '007 008 growth 10.0 550000 550000 ok'],
    ['a cut', ['教育費', '450', '500', '△10.0'], '007 008 growth -10.0 450000 450000 ok'],
    ['a cut in words', ['教育費', '450', '500', '10.0%減'], '007 008 growth -10.0 450000 450000 ok'],
    ['a misprint', ['教育費', '550', '500', '11.0'], '007 008 growth 11.0 555000 550000 mismatch'],
    ['nothing before', ['教育費', '550', '-', '10.0'], '007  growth 10.0  550000 not_run'],
  ])('%s', (_, row, told) => {
    expect(outcome(validatedTable(columns, [...firm, row])).at(3)).toBe(told)
  })

  it.each([
    ['words', ['教育費', '550', '-', '皆増']],
    ['a blank', ['教育費', '550', '500', '']],
    ['a dash', ['教育費', '550', '500', '-']],
    ['nothing now', ['教育費', '-', '500', '△100.0']],
  ])('%s: no check', (_, row) => {
    expect(outcome(validatedTable(columns, [...firm, row])).length).toBe(3)
  })

  it('ratio', () => {
    const rows = [
      ['総務費', '3,000', '2,500', '120.0'],
      ['民生費', '7,000', '6,500', '107.7'],
    ]
    expect(outcome(validatedTable(['name', 'now', 'last', 'ratio'], rows))).toEqual([
      '001 002 ratio 120.0 3000000 3000000 ok',
      '003 004 ratio 107.7 7000500 7000000 ok',
    ])
  })

  it('share of the total', () => {
    const rows = [
      ['総務費', '3,000', '30.0'],
      ['民生費', '7,000', '70.0'],
      ['合計', '10,000', '100.0'],
    ]
    expect(outcome(validatedTable(['name', 'now', 'share'], rows)).slice(0, 2)).toEqual([
      '001 003 share 30.0 3000000 3000000 ok',
      '002 003 share 70.0 7000000 7000000 ok',
    ])
  })
})

describe('column_total', () => {
  const columns = ['name', 'now'] as const
  tableCases(
    'column_total',
    [
      ['総務費', '300'],
      ['民生費', '700'],
    ],
    [
      { what: 'adds up', columns, rows: [['合計', '1,000']], told: ['1.3 = +1.1;+1.2: 1000 1000 ± 1.5 ok'] },
      { what: 'rounded', columns, rows: [['合計', '1,001']], told: ['1.3 = +1.1;+1.2: 1000 1001 ± 1.5 rounding'] },
      { what: 'off', columns, rows: [['合計', '1,002']], told: ['1.3 = +1.1;+1.2: 1000 1002 ± 1.5 mismatch'] },
      {
        what: 'with a cut',
        columns,
        rows: [
          ['繰越', '△100'],
          ['合計', '900'],
        ],
        told: ['1.4 = +1.1;+1.2;+1.3: 900 900 ± 2 ok'],
      },
      {
        what: 'of subtotals',
        columns,
        rows: [
          ['小計', '1,000'],
          ['土木費', '90'],
          ['教育費', '10'],
          ['小計', '100'],
          ['合計', '1,100'],
        ],
        told: [
          '1.3 = +1.1;+1.2: 1000 1000 ± 1.5 ok',
          '1.6 = +1.4;+1.5: 100 100 ± 1.5 ok',
          '1.7 = +1.3;+1.6: 1100 1100 ± 1.5 ok',
        ],
      },
      {
        what: 'a blank row is none of it',
        columns,
        rows: [
          ['土木費', '-'],
          ['合計', '1,000'],
        ],
        told: ['1.3 = +1.1;+1.2: 1000 1000 ± 1.5 ok'],
      },
      {
        what: 'a part in brackets is none of it',
        columns,
        rows: [
          ['うち職員費', '(100)'],
          ['合計', '1,000'],
        ],
        told: ['1.4 = +1.1;+1.2: 1000 1000 ± 1.5 ok'],
      },
      {
        what: 'words for an amount',
        columns,
        rows: [
          ['土木費', '事項要求'],
          ['合計', '1,000'],
        ],
        told: [],
      },
    ],
  )

  it('with a cell of two amounts that does not add up is incomplete', () => {
    const assembly = assemblyOf({
      columns,
      rows: [
        ['総務費', '300'],
        ['民生費', '700'],
        ['合計', '1,000'],
      ],
    })
    const [first] = assembly.drafts as [Draft]
    const twin = { ...first, number: 4, amount: amount(0, { yen: 90_000, precision: 1000 }) }
    const made = validate({ ...assembly, drafts: [...assembly.drafts, twin] }, about)
    expect(rowsOf(made, 'column_total', 1000)).toEqual(['1.3 = +1.1;+1.4;+1.2: - 1000 ± - incomplete'])
    expect(made.issues).toEqual([])
  })
})

describe('parent_total', () => {
  const columns = ['name', 'now'] as const
  tableCases(
    'parent_total',
    [],
    [
      {
        what: 'adds up',
        columns,
        rows: [
          ['総務費', '300'],
          [' 人件費', '200'],
          [' 物件費', '100'],
        ],
        told: ['1.1 = +1.2;+1.3: 300 300 ± 1.5 ok'],
      },
      {
        what: 'rounded',
        columns,
        rows: [
          ['総務費', '300'],
          [' 人件費', '200'],
          [' 物件費', '99'],
        ],
        told: ['1.1 = +1.2;+1.3: 299 300 ± 1.5 rounding'],
      },
      {
        what: 'more than the amount',
        columns,
        rows: [
          ['総務費', '300'],
          [' 人件費', '200'],
          [' 物件費', '150'],
        ],
        told: ['1.1 = +1.2;+1.3: 350 300 ± 1.5 mismatch'],
      },
      {
        what: 'less than the amount',
        columns,
        rows: [
          ['総務費', '300'],
          [' 人件費', '200'],
          [' 物件費', '50'],
        ],
        told: ['1.1 = +1.2;+1.3: - 300 ± - incomplete'],
      },
    ],
  )
})

describe('row_parts', () => {
  const columns = ['name', 'now', 'state', 'own'] as const
  const firm = [
    ['総務費', '300', '250', '50'],
    ['民生費', '700', '650', '50'],
  ]
  tableCases('row_parts', firm, [
    { what: 'adds up', columns, rows: [['土木費', '90', '70', '20']], told: ['1.7 = +1.8;+1.9: 90 90 ± 1.5 ok'] },
    { what: 'rounded', columns, rows: [['土木費', '90', '70', '21']], told: ['1.7 = +1.8;+1.9: 91 90 ± 1.5 rounding'] },
    { what: 'off', columns, rows: [['土木費', '90', '70', '30']], told: ['1.7 = +1.8;+1.9: 100 90 ± 1.5 mismatch'] },
    { what: 'one part alone', columns, rows: [['土木費', '90', '-', '90']], told: ['1.7 = +1.8: 90 90 ± 1 ok'] },
    {
      what: 'an amount in brackets',
      columns,
      rows: [['土木費', '90', '70', '(30)']],
      told: ['1.7 = +1.8;+1.9: - 90 ± - incomplete'],
    },
    { what: 'no parts', columns, rows: [['土木費', '90', '', '']], told: ['1.4 = +1.5;+1.6: 700 700 ± 1.5 ok'] },
  ])
})

/** Claims outside tables, in hundred million yen. */
const apart = (rule: CheckId, drafts: readonly Draft[]): string[] => rowsOf(validated(drafts), rule, 100_000_000)

const on = (page: number) => ({ place: placeOn(page) })
const fine = (oku: number) => ({ amount: amount(oku, { precision: 10_000_000 }) })

describe('printings', () => {
  it.each([
    ['the same', [draft(25), draft(25, on(2))], ['2.1 = +1.1: 25 25 ± 0 ok']],
    ['rounded', [draft(25), draft(25.3, { ...on(2), ...fine(25.3) })], ['2.1 = +1.1: 25 25.3 ± 0.5 rounding']],
    ['another amount', [draft(25), draft(26, on(2))], ['2.1 = +1.1: 25 26 ± 0 mismatch']],
    ['beyond rounding', [draft(25), draft(25.7, { ...on(2), ...fine(25.7) })], ['2.1 = +1.1: 25 25.7 ± 0.5 mismatch']],
    [
      'each with one that agrees',
      [draft(25), draft(26, on(2)), draft(26, on(3))],
      ['2.1 = +1.1: 25 26 ± 0 mismatch', '3.1 = +2.1: 26 26 ± 0 ok'],
    ],
    ['on one page', [draft(25), draft(26)], []],
    ['of another year', [draft(25), draft(25, { ...on(2), fiscalYear: 2024 })], []],
    ['without an amount', [draft(25), draft(0, { ...on(2), amount: amount(0, { yen: null }) })], []],
  ])('%s', (_, drafts, rows) => {
    expect(apart('printings', drafts)).toEqual(rows)
  })
})

describe('programme_parts', () => {
  const part = (oku: number, programme: number, more: Partial<Draft> = {}) => draft(oku, { programme, ...more })
  it.each([
    ['add up', [draft(40), part(25, 1), part(15, 2)], ['1.1 = +1.2;+1.3: 40 40 ± 1.5 ok']],
    ['rounded', [draft(40), part(25, 1), part(16, 2)], ['1.1 = +1.2;+1.3: 41 40 ± 1.5 rounding']],
    ['more than the whole', [draft(40), part(25, 1), part(25, 2)], ['1.1 = +1.2;+1.3: 50 40 ± 1.5 mismatch']],
    ['one larger than the whole', [draft(40), part(90, 1)], ['1.1 = +1.2: 90 40 ± 1 mismatch']],
    ['not all printed', [draft(40), part(25, 1), part(5, 2)], ['1.1 = +1.2;+1.3: - 40 ± - incomplete']],
    ['one alone', [draft(40), part(25, 1)], ['1.1 = +1.2: - 40 ± - incomplete']],
    [
      'each printed twice',
      [draft(40), part(25, 1), part(15, 2), part(25, 1, on(2))],
      ['1.1 = +1.2;+1.3: 40 40 ± 1.5 ok'],
    ],
    ['counted elsewhere', [draft(40), part(25, 1, { reposted: 'full' })], []],
    ['of another year', [draft(40), part(25, 1, { fiscalYear: 2024 })], []],
    ['without an amount', [draft(40), part(0, 1, { amount: amount(0, { yen: null }) })], []],
  ])('%s', (_, drafts, rows) => {
    expect(apart('programme_parts', drafts)).toEqual(rows)
  })

  it('one part that makes the whole is not said to make less', () => {
    const [row] = validated([draft(40), part(40, 1)]).checks
    expect(row?.message ?? '').not.toContain('less')
  })
})

describe('unit_size', () => {
  it.each([
    ['one size', [draft(25), previous(20, 0)], ['1.1 = +1.2: 20 25 ± - ok']],
    ['a thousandfold', [draft(1000), previous(1, 0)], ['1.1 = +1.2: 1 1000 ± - mismatch']],
    ['a thousandth', [draft(1), previous(1000, 0)], ['1.1 = +1.2: 1000 1 ± - mismatch']],
    ['beside no budget', [previous(20, null)], []],
    ['beside one without an amount', [draft(0, { amount: amount(0, { yen: null }) }), previous(20, 0)], []],
  ])('%s', (_, drafts, rows) => {
    expect(apart('unit_size', drafts)).toEqual(rows)
  })

  const pairs: Change = ({ role }, i) => (role === 'comparison' ? { compares: i - 1 } : {})
  it.each([
    [
      'one row of a table that grew is no fault of its unit',
      [
        ['総務費', '1,000', '1'],
        ['民生費', '700', '650'],
        ['土木費', '100', '100'],
      ],
      ['1.1 = +1.2: - 1000 ± - incomplete', '1.3 = +1.4: 650 700 ± - ok', '1.5 = +1.6: 100 100 ± - ok'],
    ],
    [
      'most rows of it are',
      [
        ['総務費', '1,000', '1'],
        ['民生費', '700', '1'],
        ['土木費', '100', '100'],
      ],
      ['1.1 = +1.2: 1 1000 ± - mismatch', '1.3 = +1.4: 1 700 ± - mismatch', '1.5 = +1.6: 100 100 ± - ok'],
    ],
  ])('%s', (_, rows, told) => {
    expect(rowsOf(validatedTable(['name', 'now', 'last'], rows, pairs), 'unit_size', 1000)).toEqual(told)
  })
})

describe('supplementary', () => {
  const initial = draft(40, { stage: 'enacted' })
  const extra = (oku: number, supplementaryNo: number, more: Partial<Draft> = {}) =>
    draft(oku, { stage: 'supplementary', supplementaryNo, ...more })
  const revised = (oku: number) => draft(oku, { stage: 'revised' })
  it.each([
    ['makes the amount after it', [initial, extra(5, 1), revised(45)], ['1.3 = +1.1;+1.2: 45 45 ± 1.5 ok']],
    ['rounded', [initial, extra(5, 1), revised(46)], ['1.3 = +1.1;+1.2: 45 46 ± 1.5 rounding']],
    ['two of them', [initial, extra(5, 1), extra(3, 2), revised(48)], ['1.4 = +1.1;+1.2;+1.3: 48 48 ± 2 ok']],
    ['one printed twice', [initial, extra(5, 1), extra(5, 1, on(2)), revised(45)], ['1.3 = +1.1;+2.1: 45 45 ± 1.5 ok']],
    ['off', [initial, extra(5, 1), revised(50)], ['1.3 = +1.1;+1.2: 45 50 ± 1.5 mismatch']],
    ['none', [initial, revised(45)], []],
    ['without the initial budget', [extra(5, 1), revised(45)], []],
    ['of another year', [initial, extra(5, 1, { fiscalYear: 2024 }), revised(45)], []],
    ['a part of it', [initial, extra(5, 1, { partOf: true }), revised(45)], []],
  ])('%s', (_, drafts, rows) => {
    expect(apart('supplementary', drafts)).toEqual(rows)
  })

  it('without an amount after it is added to nothing', () => {
    const { checks } = validated([initial, extra(5, 1)])
    expect(checks.map(({ verdict, expected_yen }) => [verdict, expected_yen])).toEqual([['not_run', null]])
    expect(checks[0] && namedIn(checks[0])).toEqual(['slides-p001-001'])
  })
})

describe('a figure that does not fit the schema', () => {
  it('is named by no check', () => {
    const made = validated([draft(40), previous(30, 0, { supplementaryNo: 0 })])
    const ids = new Set(made.figures.map(({ figure_id }) => figure_id))
    expect(made.checks.flatMap(namedIn).filter((id) => !ids.has(id))).toEqual([])
    expect(reckonedAgain(made)).toEqual(made.checks)
  })
})

const years: readonly Row[] = [
  ['総務費', '300', '250', '50'],
  ['民生費', '700', '690', '10'],
  ['土木費', '90', '110', '△20'],
]

const growths: readonly Row[] = [
  ['総務費', '3,000', '2,500', '20.0'],
  ['民生費', '7,000', '6,500', '7.7'],
]

/** The first cell printed as two amounts. */
const twoInOne = (sketch: Sketch): Assembly => {
  const { drafts, ...rest } = assemblyOf(sketch)
  const [first, ...others] = drafts as [Draft, ...Draft[]]
  const half = { ...first, amount: { ...first.amount, yen: (first.amount.yen ?? 0) / 2 } }
  return { drafts: [half, ...others, half], ...rest }
}

const yearsOf = (columns: readonly ColumnName[], change: Change = () => ({})): Assembly =>
  withDrafts(assemblyOf({ columns, rows: years }), change)

const growthOf = (change: Change = () => ({})): Assembly =>
  withDrafts(assemblyOf({ columns: ['name', 'now', 'last', 'growth'], rows: growths }), change)

const nameless: Change = () => ({ fiscalYear: null, stage: null })

const beside = ['name', 'now', 'last', 'change'] as const

describe('amounts that agree', () => {
  it.each<[what: string, assembly: Assembly]>([
    ['of two years', yearsOf(beside)],
    ['of years that are not known', yearsOf(beside, nameless)],
    ['of columns that are not known', yearsOf(['name', 'other', 'other', 'change'])],
    ['before and after a change', yearsOf(['name', 'after', 'before', 'change'])],
    [
      'with last year’s after its supplements',
      yearsOf(beside, ({ role }) => (role === 'comparison' ? { stage: 'revised' } : {})),
    ],
    [
      'of supplements of two years',
      yearsOf(beside, ({ role }) => (role === 'change' ? {} : { stage: 'supplementary', supplementaryNo: 1 })),
    ],
    ['in a cell of two', twoInOne({ columns: beside, rows: years })],
    ['with a growth', growthOf()],
    ['with a growth of years that are not known', growthOf(nameless)],
    ['with a growth in a cell of two', twoInOne({ columns: ['name', 'now', 'last', 'growth'], rows: growths })],
  ])('%s are on record as such', (_, assembly) => {
    const made = validate(assembly, about)
    expect(made.figures.some(({ checked_by }) => checked_by !== null)).toBe(true)
    expect(unproved(made)).toEqual([])
    expect(made.checks.filter(({ verdict }) => verdict === 'mismatch')).toEqual([])
  })

  it.each<[what: string, assembly: Assembly]>([
    ['two columns of one year', yearsOf(['name', 'now', 'amount', 'change'])],
    [
      'parts of last year’s amount',
      assemblyOf({
        columns: ['name', 'last', 'state', 'own'],
        rows: [
          ['総務費', '300', '250', '50'],
          ['民生費', '700', '650', '50'],
        ],
      }),
    ],
    [
      'a total with a row of another stage',
      withDrafts(
        assemblyOf({
          columns: ['name', 'now'],
          rows: [
            ['総務費', '300'],
            ['民生費', '700'],
            ['合計', '1,000'],
          ],
        }),
        (_, i) => (i === 1 ? { stage: 'draft' } : {}),
      ),
    ],
  ])('by chance confirm nothing: %s', (_, assembly) => {
    const { figures, checks } = validate(assembly, about)
    expect(figures.filter(({ checked_by }) => checked_by !== null)).toEqual([])
    expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(['mismatch']))
  })

  it('in any table of two years are on record, whatever it prints', () => {
    const cell = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 9 }).map((n) => String(n * 10)) },
      fc.constantFrom('', '-', '事項要求', '(20)', '△10'),
    )
    const name = fc.constantFrom('総務費', ' 人件費', '小計', '合計', 'うち職員費')
    const rows = fc.array(fc.tuple(name, cell, cell, cell, fc.constantFrom('0.0', '△50.0', '皆増', '')), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(rows, (printed) => {
        const made = validatedTable(['name', 'now', 'last', 'change', 'growth'], printed)
        expect(unproved(made)).toEqual([])
        expect(reckonedAgain(made)).toEqual(made.checks)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the rows of a document', () => {
  it('are numbered through all its checks', () => {
    const made = validate(
      assemblyOf({ columns: ['name', 'now', 'last', 'change'], rows: [...years, ['合計', '1,090', '1,050', '40']] }),
      about,
    )
    expect(made.checks.map(({ check_id }) => check_id)).toEqual(
      made.checks.map((_, i) => `slides-k${String(i + 1).padStart(4, '0')}`),
    )
    expect(new Set(made.checks.map(({ rule, verdict }) => `${rule} ${verdict}`))).toEqual(
      new Set(['difference ok', 'column_total ok']),
    )
  })

  it('come for lone figures not at all', () => {
    expect(validated([draft(25)], { programmes: [node('研究の推進')] }).checks).toEqual([])
  })
})
