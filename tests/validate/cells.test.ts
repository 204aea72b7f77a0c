import { describe, expect, it } from 'vitest'
import type { Assembly, Draft } from '../../src/model/draft.js'
import { validate } from '../../src/validate/index.js'
import { about, amount, placeOn } from './assemblies.js'
import { assemblyOf, type Sketch } from './tables.js'

const budget: Sketch = {
  columns: ['name', 'now', 'last'],
  rows: [
    ['総務費', '300', '250'],
    ['民生費', '700', '650'],
    ['土木費', '100', '100'],
  ],
}

/** The assembly with each draft changed. */
const withDrafts = (assembly: Assembly, change: (draft: Draft, i: number) => Partial<Draft>): Assembly => ({
  ...assembly,
  drafts: assembly.drafts.map((draft, i) => ({ ...draft, ...change(draft, i) })),
})

const rulesOf = (assembly: Assembly) => validate(assembly, about).issues.map(({ rule, figure_id }) => [rule, figure_id])

const noUnit = { field: 'value', rule: 'no_unit', sure: false } as const

describe('what a head did not say is reported once a table', () => {
  it.each([
    ['the year', { fiscalYear: null }, 'year_missing'],
    ['the stage', { stage: null }, 'stage_missing'],
    ['the programme', { programme: null }, 'programme_missing'],
    [
      'the unit',
      {
        amount: amount(0, { status: 'unreadable', yen: null, precision: null, unit: null }),
        role: 'context',
        decisions: [noUnit],
      },
      'unit_missing',
    ],
  ] as const)('%s', (_, change, rule) => {
    const { figures, issues } = validate(
      withDrafts(assemblyOf(budget), () => change),
      about,
    )
    expect(issues).toMatchObject([{ rule, figure_id: null, page: 1, found: '300 250 700 650 100' }])
    expect(figures.filter(({ review_reasons }) => !review_reasons?.split(';').includes(rule))).toEqual([])
  })

  it('a lone figure keeps its own issue', () => {
    const assembly = withDrafts(assemblyOf(budget), (_, i) => (i === 2 ? { stage: null } : {}))
    expect(rulesOf(assembly)).toEqual([['stage_missing', 'slides-p001-003']])
  })

  it('digits in doubt stay issues of their own', () => {
    const unreadable = amount(0, { status: 'unreadable', yen: null, precision: null })
    const assembly = withDrafts(assemblyOf(budget), (_, i) => (i < 2 ? { amount: unreadable } : {}))
    expect(rulesOf(assembly).map(([rule]) => rule)).toEqual(['amount_unreadable', 'amount_unreadable'])
  })

  it('numbers without a unit outside tables go by their page', () => {
    const assembly = withDrafts(assemblyOf(budget), (_, i) => ({
      cell: null,
      place: placeOn(i < 4 ? 1 : 2),
      decisions: [noUnit],
    }))
    expect(rulesOf(assembly).filter(([rule]) => rule === 'unit_missing').length).toBe(2)
  })
})

describe('previous amounts in tables', () => {
  it('a row that has ended leaves the budget blank', () => {
    expect(rulesOf(assemblyOf({ ...budget, rows: [['旧事業', '-', '250'], ...budget.rows] }))).toEqual([])
  })

  it('a table of them alone is reported once', () => {
    const alone: Sketch = {
      columns: ['name', 'last'],
      rows: [
        ['総務費', '300'],
        ['民生費', '700'],
      ],
    }
    expect(rulesOf(assemblyOf(alone))).toEqual([['comparison_without_budget', null]])
  })

  it.each([
    ['one small item that grew', [['総務費', '1,000', '1'], ...budget.rows.slice(1)], []],
    [
      'a column of another unit',
      [
        ['総務費', '1,000', '1'],
        ['民生費', '2,000', '2'],
        ['土木費', '40', '39'],
      ],
      ['factor_thousand', 'factor_thousand'],
    ],
  ])('%s', (_, rows, rules) => {
    const assembly = withDrafts(assemblyOf({ ...budget, rows }), ({ role }, i) =>
      role === 'comparison' ? { compares: i - 1 } : {},
    )
    expect(rulesOf(assembly).map(([rule]) => rule)).toEqual(rules)
  })
})

/** Both tables speak of the same programmes. */
const again = (table: Sketch): Assembly =>
  withDrafts(assemblyOf(budget, table), ({ programme }) => ({
    programme: programme === null ? null : programme % budget.rows.length,
  }))

describe('printings of the same programme', () => {
  const rows = [
    ['総務費', '301'],
    ['民生費', '700'],
    ['土木費', '100'],
  ]

  it('two tables confirm each other, and what differs is another thing', () => {
    const { figures, issues } = validate(again({ columns: ['name', 'amount'], rows }), about)
    expect(issues.map(({ rule }) => rule)).toEqual(['duplicate_figure', 'duplicate_figure'])
    expect(figures.slice(-3).map(({ checked_by }) => checked_by)).toEqual([null, 'printings', 'printings'])
  })

  it.each([
    ['a table that goes on', { ...budget, continues: 0 }],
    ['tables with the same heads', budget],
  ])('two cells of %s are two items of a list', (_, table) => {
    expect(rulesOf(again(table))).toEqual([])
  })

  it('a slide and a table that disagree are reported', () => {
    const assembly = withDrafts(again({ columns: ['name', 'amount'], rows }), (_, i) => (i > 5 ? { cell: null } : {}))
    expect(rulesOf(assembly).map(([rule]) => rule)).toEqual([
      'summary_detail_mismatch',
      'duplicate_figure',
      'duplicate_figure',
    ])
  })

  it('totals and part columns are no printings', () => {
    const columns = ['name', 'now', 'state'] as const
    const rows = [
      ['総務費', '300', '100'],
      ['合計', '300', '100'],
    ]
    const assembly = assemblyOf({ columns, rows }, { columns: ['name', 'amount', 'state'], rows })
    const same = withDrafts(assembly, () => ({ programme: 0 }))
    expect(rulesOf(same)).toEqual([['duplicate_figure', 'slides-p002-001']])
  })
})

describe('programmes of tables', () => {
  it('total rows are no parts of the programme above them', () => {
    const rows = [
      ['総務費', '300'],
      [' 人件費', '200'],
      [' 物件費', '100'],
      [' 小計', '300'],
    ]
    const assembly = assemblyOf({ columns: ['name', 'now'], rows })
    const programmes = assembly.programmes.map((row, i) => ({ ...row, parent: i === 0 ? null : 0 }))
    const made = validate({ ...assembly, programmes }, about)
    expect(made.issues).toEqual([])
    expect(made.programmes[0]).toMatchObject({ children_sum_yen: 300_000, sum_check: 'ok' })
  })
})
