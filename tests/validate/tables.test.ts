import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/model/figure.js'
import { validate } from '../../src/validate/index.js'
import { about } from './assemblies.js'
import { assemblyOf, type Sketch } from './tables.js'

const checked = (...sketches: readonly Sketch[]) => validate(assemblyOf(...sketches), about)

interface Case {
  readonly what: string
  readonly table: Sketch
  /** Rules of the issues. */
  readonly rules?: readonly string[]
  /** Printed figures that ask for review. */
  readonly review?: readonly string[]
  /** Printed figures with the checks that confirm them; left out, nothing is asked. */
  readonly by?: Readonly<Record<string, string | null>>
}

const threeYears = ['name', 'now', 'last', 'change'] as const

const cases: readonly Case[] = [
  {
    what: 'changes that are the difference',
    table: {
      columns: threeYears,
      rows: [
        ['議会費', '210,159', '214,279', '△4,120'],
        ['総務費', '2,460,271', '2,400,000', '60,271'],
      ],
    },
    by: { '210,159': 'difference', '△4,120': 'difference', '60,271': 'difference' },
  },
  {
    what: 'the previous year first',
    table: {
      columns: ['name', 'last', 'now', 'change'],
      rows: [['議会費', '214,279', '210,159', '△4,120']],
    },
    by: { '210,159': 'difference' },
  },
  {
    what: 'one change that is not the difference',
    table: {
      columns: threeYears,
      rows: [
        ['議会費', '210,159', '214,279', '△4,120'],
        ['総務費', '2,460,271', '2,400,000', '60,217'],
        ['民生費', '500,000', '400,000', '100,000'],
      ],
    },
    rules: ['difference_mismatch'],
    review: ['2,460,271', '2,400,000', '60,217'],
    by: { '210,159': 'difference', '60,217': null },
  },
  {
    what: 'a total shows which of three amounts is wrong',
    table: {
      columns: threeYears,
      rows: [
        ['議会費', '210', '214', '△4'],
        ['総務費', '2,460', '2,400', '66'],
        ['合計', '2,670', '2,614', '56'],
      ],
    },
    rules: ['difference_mismatch', 'column_total_mismatch'],
    review: ['66'],
    by: { '2,460': 'column_total', '2,670': 'column_total;difference' },
  },
  {
    what: 'a new row leaves the previous year blank',
    table: {
      columns: threeYears,
      rows: [
        ['議会費', '210', '214', '△4'],
        ['新設費', '500', '', '500'],
        ['廃止費', '-', '300', '△300'],
        ['皆増費', '700', '－', '皆増'],
      ],
    },
    by: { '500': 'difference', '300': 'difference', '700': null },
  },
  {
    what: 'a blank that is not nothing finds no fault',
    table: {
      columns: threeYears,
      rows: [
        ['議会費', '210', '214', '△4'],
        ['移管費', '500', '', '30'],
      ],
    },
    by: { '500': null },
  },
  {
    what: 'current and previous columns taken for each other',
    table: {
      columns: ['name', 'last', 'now', 'change'],
      rows: [
        ['議会費', '210', '214', '△4'],
        ['総務費', '2,460', '2,400', '60'],
        ['民生費', '800', '800', '0'],
      ],
    },
    rules: ['table_doubtful'],
    review: ['210', '214', '△4', '2,460', '2,400', '60', '800', '800', '0'],
  },
  {
    what: 'swapped columns with a single row',
    table: { columns: ['name', 'last', 'now', 'change'], rows: [['議会費', '210', '280', '△70']] },
    rules: ['table_doubtful'],
    review: ['210', '280', '△70'],
  },
  {
    what: 'swapped columns whose totals hold are doubtful all the same',
    table: {
      columns: ['name', 'last', 'now', 'change'],
      rows: [
        ['議会費', '210', '280', '△70'],
        ['総務費', '600', '400', '200'],
        ['合計', '810', '680', '130'],
      ],
    },
    rules: ['table_doubtful'],
    review: ['210', '280', '△70', '600', '400', '200', '810', '680', '130'],
  },
  {
    what: 'a change that is none of the columns',
    table: {
      columns: threeYears,
      rows: [
        ['議会費', '210', '214', '88'],
        ['総務費', '2,460', '2,400', '△99'],
        ['民生費', '900', '800', '55'],
      ],
    },
    rules: ['table_doubtful'],
    review: ['210', '214', '88', '2,460', '2,400', '△99', '900', '800', '55'],
  },
  {
    what: 'the previous amount stands in another column than its role says',
    table: {
      columns: ['name', 'now', 'last', 'other', 'change'],
      rows: [
        ['議会費', '210', '214', '100', '110'],
        ['総務費', '2,460', '2,400', '2,500', '△40'],
      ],
    },
    by: { '100': 'difference', '214': null },
  },
  {
    what: 'before, supplement and after',
    table: {
      columns: ['name', 'before', 'extra', 'after'],
      rows: [
        ['総務費', '104,068', '14,740', '118,808'],
        ['衛生費', '0', '4,866', '4,866'],
        ['土木費', '9,000', '△500', '8,500'],
      ],
    },
    by: { '104,068': 'difference', '14,740': 'difference', '118,808': 'difference', '△500': 'difference' },
  },
  {
    what: 'a supplement that does not make the amount after it',
    table: {
      columns: ['name', 'before', 'extra', 'after'],
      rows: [
        ['総務費', '104,068', '14,740', '118,808'],
        ['衛生費', '50', '4,866', '4,960'],
      ],
    },
    rules: ['difference_mismatch'],
    review: ['50', '4,866', '4,960'],
  },
  {
    what: 'several supplements that make one amount',
    table: {
      columns: ['name', 'other', 'extra', 'second', 'after'],
      rows: [
        ['財政調整基金', '2,626', '△11', '13', '2,628'],
        ['減債基金', '902', '', '324', '1,226'],
        ['文化基金', '50', '5', '', '55'],
      ],
    },
    by: { '2,626': 'difference', '△11': 'difference', '13': 'difference', '902': 'difference', '5': 'difference' },
  },
  {
    what: 'one of several supplements finds no fault',
    table: {
      columns: ['name', 'before', 'extra', 'second', 'after'],
      rows: [
        ['財政調整基金', '2,626', '', '13', '2,639'],
        ['減債基金', '902', '11', '324', '7,777'],
      ],
    },
    by: { '2,626': 'difference', '902': null },
  },
  {
    what: 'subtotals and a total',
    table: {
      columns: ['name', 'now'],
      rows: [
        ['市税', '500'],
        ['諸収入', '30'],
        ['小計', '530'],
        ['国庫支出金', '400'],
        ['市債', '70'],
        ['小計', '470'],
        ['歳入合計', '1,000'],
      ],
    },
    by: { '500': 'column_total', '530': 'column_total', '1,000': 'column_total' },
  },
  {
    what: 'rows below rows are not added twice',
    table: {
      columns: ['name', 'now'],
      rows: [
        ['人件費', '700'],
        ['投資的経費', '300'],
        [' 普通建設', '280'],
        ['  補助', '200'],
        ['  単独', '80'],
        [' 災害復旧', '20'],
        ['歳出合計', '1,000'],
      ],
    },
    by: { '700': 'column_total', '300': 'column_total;parent_total', '280': 'parent_total', '200': 'parent_total' },
  },
  {
    what: 'a row of words encloses rows and adds nothing',
    table: {
      columns: ['name', 'now'],
      rows: [
        ['一般会計', ''],
        [' 総務費', '500'],
        [' 民生費', '30'],
        [' 小計', '530'],
        ['特別会計', ''],
        [' 国保', '70'],
        [' 介護', '40'],
        [' 小計', '110'],
        ['合計', '640'],
      ],
    },
    by: { '500': 'column_total', '530': 'column_total', '110': 'column_total', '640': 'column_total' },
  },
  {
    what: 'what lies inside another row is not added',
    table: {
      columns: ['name', 'now'],
      rows: [
        ['総務費', '500'],
        ['うち人件費', '450'],
        ['民生費', '30'],
        ['（再掲）', '7'],
        ['参考', '(9)'],
        ['合計', '530'],
      ],
    },
    by: { '500': 'column_total', '450': null, '7': null, '(9)': null, '530': 'column_total' },
  },
  {
    what: 'a total of a total and what follows it',
    table: {
      columns: ['name', 'now', 'last'],
      rows: [
        ['普通債', '800', '700'],
        ['災害債', '200', '100'],
        ['一般会計合計', '1,000', '800'],
        ['住宅資金', '0', '5'],
        ['普通会計合計', '1,000', '805'],
        ['下水道', '300', '310'],
        ['水道', '400', '390'],
        ['総合計', '1,700', '1,505'],
      ],
    },
    by: { '805': 'column_total', '1,505': 'column_total', '310': 'column_total' },
  },
  {
    what: 'a total printed with the indent of the row above it',
    table: {
      columns: ['name', 'now'],
      rows: [
        ['市税', '500'],
        ['繰入金', '20'],
        [' 基金繰入金', '20'],
        [' 小計', '520'],
        ['市債', '80'],
        [' 合計', '600'],
      ],
    },
    by: { '500': 'column_total', '520': 'column_total', '600': 'column_total' },
  },
  {
    what: 'a total that holds only if a row stands beside the one that it was read to stand below',
    table: {
      columns: ['name', 'now', 'last'],
      rows: [
        ['財政基金', '500', '400'],
        [' 減債基金', '25', '35'],
        ['合計', '525', '435'],
      ],
    },
    rules: ['table_doubtful'],
    review: ['25', '35'],
    by: { '500': 'column_total', '435': 'column_total' },
  },
  {
    what: 'groups whose rows were read to stand below a row before them',
    table: {
      columns: ['name', 'now', 'last'],
      rows: [
        ['一般会計分', '4,000', '3,900'],
        [' 特別会計/国保', '900', '930'],
        [' 特別会計/介護', '800', '780'],
        ['特別会計/小計', '1,700', '1,710'],
        [' 企業会計/水道', '290', '280'],
        ['企業会計/小計', '290', '280'],
        ['総計', '5,990', '5,890'],
      ],
    },
    rules: ['table_doubtful', 'table_doubtful'],
    review: ['900', '930', '800', '780', '290', '280'],
    by: { '900': 'column_total', '4,000': 'column_total', '5,990': 'column_total' },
  },
  {
    what: 'a column that the rows below a row leave blank',
    table: {
      columns: ['name', 'before', 'extra'],
      rows: [
        ['一般会計', '9,000', '570'],
        [' 物価対策', '', '430'],
        [' その他', '', '140'],
      ],
    },
    by: { '570': 'parent_total', '9,000': null },
  },
  {
    what: 'a total that fails in all its columns blames no digit',
    table: {
      columns: ['name', 'now', 'last'],
      rows: [
        ['市税', '500', '400'],
        ['市債', '20', '10'],
        ['合計', '777', '666'],
      ],
    },
    rules: ['column_total_mismatch'],
    review: [],
  },
  {
    what: 'revenue and expenditure in one table',
    table: {
      columns: ['name', 'now'],
      rows: [
        ['市税', '600'],
        ['市債', '400'],
        ['歳入合計', '1,000'],
        ['総務費', '300'],
        ['民生費', '700'],
        ['歳出合計', '1,000'],
      ],
    },
    by: { '600': 'column_total', '300': 'column_total' },
  },
  {
    what: 'a total above its rows',
    table: {
      columns: ['name', 'now'],
      rows: [
        ['歳出総計', '1,000'],
        ['総務費', '300'],
        ['民生費', '700'],
      ],
    },
    by: { '1,000': 'column_total', '300': 'column_total' },
  },
  {
    what: 'a wrong cell in a column with a total',
    table: {
      columns: ['name', 'now', 'last'],
      rows: [
        ['総務費', '300', '250'],
        ['民生費', '707', '650'],
        ['土木費', '100', '100'],
        ['農業費', '100', '100'],
        ['合計', '1,200', '1,100'],
      ],
    },
    rules: ['column_total_mismatch'],
    review: ['1,200'],
    by: { '250': 'column_total', '707': null },
  },
  {
    what: 'parts of a row',
    table: {
      columns: ['name', 'now', 'state', 'bonds', 'own'],
      rows: [
        ['総務費', '300', '100', '', '200'],
        ['民生費', '700', '', '', ''],
        ['土木費', '50', '', '', '50'],
      ],
    },
    by: { '300': 'row_parts', '100': 'row_parts', '700': null, '50': 'row_parts' },
  },
  {
    what: 'parts with a column of words among them',
    table: {
      columns: ['name', 'now', 'state', 'done', 'own'],
      rows: [
        ['総務費', '300', '100', '', '200'],
        ['民生費', '700', '300', '', '400'],
      ],
    },
    by: { '100': 'row_parts', '700': 'row_parts' },
  },
  {
    what: 'parts of a row that do not add up',
    table: {
      columns: ['name', 'now', 'state', 'bonds', 'own'],
      rows: [
        ['総務費', '300', '100', '', '200'],
        ['民生費', '700', '300', '', '390'],
        ['土木費', '50', '', '5', '45'],
      ],
    },
    rules: ['parts_total_mismatch'],
    review: ['700', '300', '390'],
  },
  {
    what: 'parts that are not all printed are not checked',
    table: {
      columns: ['name', 'now', 'state'],
      rows: [
        ['総務費', '300', '100'],
        ['民生費', '700', '300'],
      ],
    },
    by: { '300': null, '100': null },
  },
  {
    what: 'percents',
    table: {
      columns: ['name', 'now', 'share', 'last', 'growth'],
      rows: [
        ['市税', '5,860,609', '25.1', '5,570,755', '5.2'],
        ['譲与税', '214,294', '0.9', '228,625', '△ 6.3'],
        ['繰入金', '949,680', '4.1', '1,220,276', '△２２．２'],
        ['その他', '16,315,417', '69.9', '16,810,344', '2.9%減'],
        ['新税', '0', '0.0', '0', '-'],
        ['歳入合計', '23,340,000', '100.0', '23,830,000', '△2.1'],
      ],
    },
    by: { '5,860,609': 'column_total;percent', '228,625': 'column_total;percent' },
  },
  {
    what: 'a percent that does not fit is reported, the amounts stand',
    table: {
      columns: ['name', 'now', 'last', 'growth'],
      rows: [
        ['市税', '5,860,609', '5,570,755', '5.2'],
        ['譲与税', '214,294', '228,625', '△8.3'],
        ['繰入金', '949,680', '1,220,276', '△22.2'],
      ],
    },
    rules: ['percent_mismatch'],
    review: [],
    by: { '5,860,609': 'percent', '214,294': null },
  },
  {
    what: 'percents with the columns the other way round',
    table: {
      columns: ['name', 'last', 'now', 'growth'],
      rows: [
        ['市税', '5,860,609', '5,570,755', '5.2'],
        ['譲与税', '214,294', '228,625', '△6.3'],
      ],
    },
    rules: ['table_doubtful'],
    review: ['5,860,609', '5,570,755', '214,294', '228,625'],
  },
  {
    what: 'percents that fit nowhere, and nothing else to confirm the amounts',
    table: {
      columns: ['name', 'now', 'last', 'growth'],
      rows: [
        ['市税', '586', '557', '99.9'],
        ['譲与税', '214', '228', '88.8'],
      ],
    },
    rules: ['table_doubtful'],
    review: ['586', '557', '214', '228'],
  },
  {
    what: 'percents that fit nowhere beside changes and totals that hold',
    table: {
      columns: ['name', 'now', 'last', 'change', 'growth'],
      rows: [
        ['市税', '586', '557', '29', '99.9'],
        ['譲与税', '214', '228', '△14', '88.8'],
      ],
    },
    rules: ['percent_mismatch'],
    review: [],
  },
  {
    what: 'a current by previous ratio',
    table: {
      columns: ['name', 'now', 'last', 'ratio'],
      rows: [
        ['市税', '5,860,609', '5,570,755', '105.2'],
        ['譲与税', '214,294', '228,625', '93.7'],
      ],
    },
    by: { '5,860,609': 'percent' },
  },
  {
    what: 'a percent of something else',
    table: {
      columns: ['name', 'now', 'last', 'done'],
      rows: [
        ['市税', '586', '557', '99.9'],
        ['譲与税', '214', '228', '88.8'],
      ],
    },
    by: { '586': null },
  },
]

const printed = (figures: readonly Figure[]) => figures.map(({ raw }) => raw)

describe('tables', () => {
  it.each(cases)('$what', ({ table, rules = [], review = [], by = {} }) => {
    const { figures, issues } = checked(table)
    const byRaw = Object.fromEntries(figures.map(({ raw, checked_by }) => [raw, checked_by]))
    expect(issues.map(({ rule }) => rule)).toEqual(rules)
    expect(printed(figures.filter(({ needs_review }) => needs_review))).toEqual(review)
    expect(Object.fromEntries(Object.keys(by).map((raw) => [raw, byRaw[raw]]))).toEqual(by)
  })

  it('a mismatch says what is found and expected, and where', () => {
    const { issues } = checked({
      columns: threeYears,
      rows: [
        ['議会費', '210', '214', '△4'],
        ['総務費', '2,460', '2,400', '66'],
      ],
    })
    expect(issues).toMatchObject([
      { found: '66,000 yen', expected: '60,000 yen', page: 1, line: 2, figure_id: 'slides-p001-006' },
    ])
  })
})

describe('tables that carry on over pages', () => {
  const first: Sketch = {
    columns: threeYears,
    rows: [
      ['総務費', '300', '250', '50'],
      ['民生費', '700', '650', '50'],
    ],
  }
  const rest: Sketch = {
    columns: threeYears,
    rows: [
      ['土木費', '100', '100', '0'],
      ['合計', '1,100', '1,000', '100'],
    ],
    continues: 0,
  }

  it('are added up together', () => {
    const { figures, issues } = checked(first, rest)
    expect(issues).toEqual([])
    expect(new Set(figures.map(({ checked_by }) => checked_by))).toEqual(new Set(['column_total;difference']))
  })

  it('with the start missing are reported once, and what the differences confirm stands', () => {
    const { figures, issues } = checked({ ...rest, continues: null })
    expect(issues.map(({ rule, found, expected }) => [rule, found, expected])).toEqual([
      ['column_total_mismatch', '100,000 yen', '1,100,000 yen'],
    ])
    expect(figures.filter(({ needs_review }) => needs_review)).toEqual([])
  })
})

describe('tables whose rows were read wrong', () => {
  it('ask for review as a whole', () => {
    const { figures, issues } = checked({
      columns: ['name', 'now'],
      rows: [
        ['市税', '500'],
        ['諸収入', '30'],
        ['小計', '3,310'],
        ['国庫支出金', '400'],
        ['市債', '70'],
        ['小計', '7,722'],
      ],
    })
    expect(issues.map(({ rule, figure_id }) => [rule, figure_id])).toEqual([['table_doubtful', null]])
    expect(figures.filter(({ needs_review }) => needs_review).length).toBe(6)
  })
})

const amounts = fc.integer({ min: 0, max: 99_999_999 })
const print = (value: number): string => `${value < 0 ? '△' : ''}${Math.abs(value).toLocaleString('en-US')}`

interface Grid {
  readonly groups: readonly (readonly (readonly [now: number, last: number])[])[]
}

const grids: fc.Arbitrary<Grid> = fc.record({
  groups: fc.array(fc.array(fc.tuple(amounts, amounts), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  }),
})

/** A consistent table: groups that end in a subtotal, and a total. */
const sketchOf = ({ groups }: Grid): { columns: typeof threeYears; rows: string[][] } => {
  const row = (name: string, now: number, last: number) => [name, print(now), print(last), print(now - last)]
  const sumOf = (rows: readonly (readonly [number, number])[]) =>
    rows.reduce(([a, b], [now, last]) => [a + now, b + last] as [number, number], [0, 0] as [number, number])
  const rows = groups.flatMap((group, g) => [
    ...group.map(([now, last], i) => row(`事業${g}の${i}`, now, last)),
    row(`小計${g}`, ...sumOf(group)),
  ])
  return { columns: threeYears, rows: [...rows, row('合計', ...sumOf(groups.flat()))] }
}

describe('any consistent table', () => {
  it('is confirmed cell by cell and reports nothing', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const { figures, issues } = checked(sketchOf(grid))
        expect(issues).toEqual([])
        expect(figures.filter(({ check_status }) => check_status !== 'ok')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('with one cell changed reports a mismatch or asks for review', () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 50, max: 9_999_999 }))
    fc.assert(
      fc.property(grids, change, (grid, [at, column, by]) => {
        const { columns, rows } = sketchOf(grid)
        const wrong = rows.map((row, i) =>
          i === at % rows.length
            ? row.map((text, j) => (j === column ? print(Number(text.replace(/,/g, '').replace('△', '-')) + by) : text))
            : row,
        )
        const { figures, issues } = checked({ columns, rows: wrong })
        expect(issues.some(({ rule }) => /_mismatch$|^table_doubtful$/.test(rule))).toBe(true)
        const cell = figures[(at % rows.length) * 3 + column - 1]
        expect(cell?.check_status).not.toBe('ok')
      }),
      { numRuns: 100 },
    )
  })
})

describe('any table with the current and previous columns taken for each other', () => {
  it('is doubtful, and each of its figures asks for review', () => {
    const apart = grids.filter(({ groups }) => groups.flat().some(([now, last]) => Math.abs(now - last) > 3))
    fc.assert(
      fc.property(apart, (grid) => {
        const { rows } = sketchOf(grid)
        const { figures, issues } = checked({ columns: ['name', 'last', 'now', 'change'], rows })
        expect(issues.map(({ rule }) => rule)).toEqual(['table_doubtful'])
        expect(figures.filter(({ needs_review }) => !needs_review)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a book of 20,000 figures', () => {
  it('is checked without comparing each figure with each', () => {
    const rows = Array.from({ length: 40 }, (_, i) => [`事業${i}`, '300', '250', '50'])
    const pages = Array.from({ length: 170 }, (_, i) => ({
      columns: threeYears,
      rows,
      continues: i === 0 ? null : i - 1,
    }))
    const { figures, issues } = checked(...pages)
    expect([figures.length, issues.length]).toEqual([20_400, 0])
  })
})
