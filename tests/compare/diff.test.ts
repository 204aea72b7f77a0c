import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Diff, type DiffOptions, type DiffRow, diffColumns, diffOf, outcomes } from '../../src/compare/diff.js'
import type { Cut } from '../../src/compare/similarity.js'
import type { Figure } from '../../src/model/figure.js'
import type { Alias } from '../../src/series/aliases.js'
import { figure, previous } from '../series/points.js'
import { alias, cutAtDots, noWords } from './items.js'

const options: DiffOptions = { aliases: [], from: null, to: null, cut: noWords }

const compare = (from: readonly Figure[], to: readonly Figure[], more: Partial<DiffOptions> = {}): Promise<Diff> =>
  diffOf({ figures: from }, { figures: to }, { ...options, ...more })

/** The enacted budgets of two years. */
const old = (oku: number, more: Partial<Figure> = {}) => figure('r6', oku, { fiscal_year: 2024, ...more })
const young = (oku: number, more: Partial<Figure> = {}) => figure('r7', oku, more)

const unpriced = { yen: null, precision_yen: null, amount_status: 'unpriced', raw: '事項要求' } as const
const named = (programme: string) => ({ programme })
const staff = (parent: string) => ({ programme: '人件費', parent })

const rowText = ({ outcome, link, from_programme, to_programme, change_percent }: DiffRow): string => {
  const percent = change_percent === null ? '' : ` ${change_percent}%`
  return `${outcome} (${link}) ${from_programme ?? '-'} -> ${to_programme ?? '-'}${percent}`
}

/** Outcomes as they are from the other side. */
const turned: Readonly<Record<string, string>> = {
  ...{ grown: 'cut', cut: 'grown', new: 'ended', ended: 'new' },
  ...{ 'merged?': 'split?', 'split?': 'merged?' },
}

describe('the outcome of a programme', () => {
  it.each<[what: string, from: readonly Figure[], to: readonly Figure[], rows: readonly string[]]>([
    ['nothing', [], [], []],
    ['grown', [old(20)], [young(25)], ['grown (name) 総務費 -> 総務費 25.0%']],
    ['cut', [old(20)], [young(15)], ['cut (name) 総務費 -> 総務費 -25.0%']],
    ['cut to nought', [old(20)], [young(0)], ['cut (name) 総務費 -> 総務費 -100.0%']],
    ['grown from nought', [old(0)], [young(25)], ['grown (name) 総務費 -> 総務費']],
    ['unchanged', [old(20)], [young(20)], ['unchanged (name) 総務費 -> 総務費 0.0%']],
    ['new', [], [young(25)], ['new (none) - -> 総務費']],
    ['ended', [old(20)], [], ['ended (none) 総務費 -> -']],
    ['事項要求 after', [old(20)], [young(0, unpriced)], ['unknown (name) 総務費 -> 総務費']],
    ['事項要求 before', [old(0, unpriced)], [young(20)], ['unknown (name) 総務費 -> 総務費']],
    [
      '事項要求 of a new one',
      [old(20)],
      [young(20), young(0, { ...unpriced, ...named('民生費') })],
      ['unchanged (name) 総務費 -> 総務費 0.0%', 'new (none) - -> 民生費'],
    ],
    [
      'a name in other widths',
      [old(3, named('ＩＣＴ 教育'))],
      [young(3, named('ICT教育'))],
      ['unchanged (name) ＩＣＴ 教育 -> ICT教育 0.0%'],
    ],
    [
      'ambiguous',
      [old(20)],
      [young(20), figure('r7-book', 21)],
      ['ended (none) 総務費 -> -', 'ambiguous (none) - -> 総務費', 'ambiguous (none) - -> 総務費'],
    ],
    [
      'ambiguous before',
      [old(20), figure('r6-book', 21, { fiscal_year: 2024 })],
      [],
      ['ambiguous (none) 総務費 -> -', 'ambiguous (none) 総務費 -> -'],
    ],
    [
      'told apart by a parent',
      [old(5, staff('総務費'))],
      [young(7, staff('民生費')), young(6, staff('総務費'))],
      ['grown (path) 人件費 -> 総務費 > 人件費 20.0%', 'new (none) - -> 民生費 > 人件費'],
    ],
    [
      'told apart by parents on both sides',
      [old(5, staff('総務費')), old(3, staff('民生費'))],
      [young(7, staff('民生費')), young(6, staff('総務費'))],
      [
        'grown (path) 民生費 > 人件費 -> 民生費 > 人件費 133.3%',
        'grown (path) 総務費 > 人件費 -> 総務費 > 人件費 20.0%',
      ],
    ],
  ])('%s', async (_, from, to, rows) => {
    expect((await compare(from, to)).rows.map(rowText)).toEqual(rows)
  })

  const aliases = [alias('甲', '丙'), alias('乙', '丙')]

  it.each<
    [what: string, from: readonly Figure[], to: readonly Figure[], lines: readonly Alias[], rows: readonly string[]]
  >([
    ['a new name', [old(20, named('甲'))], [young(25, named('丙'))], aliases, ['grown (alias) 甲 -> 丙 25.0%']],
    [
      'a merger',
      [old(20, named('甲')), old(5, named('乙'))],
      [young(25, named('丙'))],
      aliases,
      ['unchanged (alias) 甲 + 乙 -> 丙 0.0%'],
    ],
    [
      'a split',
      [old(20, named('丙'))],
      [young(12, named('甲')), young(6, named('乙'))],
      aliases,
      ['cut (alias) 丙 -> 甲 + 乙 -10.0%'],
    ],
    [
      'a merger with 事項要求',
      [old(20, named('甲')), old(0, { ...unpriced, ...named('乙') })],
      [young(25, named('丙'))],
      aliases,
      ['unknown (alias) 甲 + 乙 -> 丙'],
    ],
    [
      'a name below its parent',
      [old(5, staff('総務費')), old(3, staff('民生費'))],
      [young(7, named('給与費'))],
      [alias('総務費 > 人件費', '給与費')],
      ['grown (alias) 総務費 > 人件費 -> 給与費 40.0%', 'ended (none) 民生費 > 人件費 -> -'],
    ],
    [
      'a merger without a line of its own',
      [old(20, named('甲')), old(5, named('乙'))],
      [young(25, named('丙'))],
      aliases.slice(0, 1),
      ['grown (alias) 甲 -> 丙 25.0%', 'ended (none) 乙 -> -'],
    ],
  ])('by the alias table: %s', async (_, from, to, lines, rows) => {
    expect((await compare(from, to, { aliases: lines })).rows.map(rowText)).toEqual(rows)
  })

  it.each<[what: string, from: readonly Figure[], to: readonly Figure[], rows: readonly string[]]>([
    [
      'a new name',
      [old(20, named('甲・乙'))],
      [young(25, named('乙・甲'))],
      ['renamed? (proposed) 甲・乙 -> 乙・甲 25.0%'],
    ],
    [
      'a merger',
      [old(20, named('道・守')), old(5, named('橋・守'))],
      [young(30, named('道・橋・守'))],
      ['merged? (proposed) 橋・守 + 道・守 -> 道・橋・守 20.0%'],
    ],
    [
      'a split',
      [old(20, named('道・橋・守'))],
      [young(12, named('道・守')), young(7, named('橋・守'))],
      ['split? (proposed) 道・橋・守 -> 橋・守 + 道・守 -5.0%'],
    ],
    [
      'only of what nothing links',
      [old(20, named('甲・乙')), old(1, named('丙'))],
      [young(20, named('甲・乙')), young(5, named('乙・甲'))],
      ['unchanged (name) 甲・乙 -> 甲・乙 0.0%', 'new (none) - -> 乙・甲', 'ended (none) 丙 -> -'],
    ],
  ])('by likeness: %s', async (_, from, to, rows) => {
    expect((await compare(from, to, { cut: cutAtDots })).rows.map(rowText)).toEqual(rows)
  })

  it('is no proposal once the alias table has its line', async () => {
    const { rows } = await compare([old(20, named('甲・乙'))], [young(25, named('乙・甲'))], {
      aliases: [alias('甲・乙', '乙・甲')],
      cut: cutAtDots,
    })
    expect(rows.map(rowText)).toEqual(['grown (alias) 甲・乙 -> 乙・甲 25.0%'])
  })
})

describe('a change that rounding alone could make', () => {
  const fine = { precision_yen: 10_000_000 }
  const exact = { precision_yen: 1 }

  it.each<[what: string, from: Figure, to: Figure, within: boolean, outcome: string]>([
    ['a finer print of the same', old(20), young(20.4, fine), true, 'unchanged'],
    ['half of both last digits', old(20), young(20.55, fine), true, 'unchanged'],
    ['a little more', old(20), young(20.56, fine), false, 'grown'],
    ['a print in yen', old(20), young(19.5, exact), true, 'unchanged'],
    ['a print in yen that rounds to another', old(20), young(19.49999999, exact), false, 'cut'],
    ['prints to the same digit', old(20), young(21), false, 'grown'],
    ['no change', old(20), young(20, fine), false, 'unchanged'],
  ])('%s', async (_, from, to, within_rounding, outcome) => {
    expect((await compare([from], [to])).rows).toMatchObject([{ within_rounding, outcome }])
  })

  const aliases = [alias('甲', '丙'), alias('乙', '丙')]
  const parts = [old(20, named('甲')), old(5, named('乙'))]

  it.each<[what: string, from: readonly Figure[], to: Figure, within: boolean, outcome: string]>([
    ['half of each last digit', parts, young(26.5, named('丙')), true, 'unchanged'],
    ['a little more', parts, young(26.50000001, named('丙')), false, 'grown'],
    ['less', parts, young(24, named('丙')), true, 'unchanged'],
    ['much less', parts, young(23, named('丙')), false, 'cut'],
    ['no change', parts, young(25, named('丙')), false, 'unchanged'],
    [
      'parts in yen, which are exact',
      [old(20, { ...exact, ...named('甲') }), old(5, { ...exact, ...named('乙') })],
      young(25.00000001, { ...exact, ...named('丙') }),
      false,
      'grown',
    ],
    [
      'one of them rounded',
      [old(20, { ...exact, ...named('甲') }), old(5, named('乙'))],
      young(25.5, { ...exact, ...named('丙') }),
      true,
      'unchanged',
    ],
  ])('of sums: %s', async (_, from, to, within_rounding, outcome) => {
    expect((await compare(from, [to], { aliases })).rows).toMatchObject([{ within_rounding, outcome }])
    const back = turned[outcome] ?? outcome
    expect((await compare([to], from, { aliases })).rows).toMatchObject([{ within_rounding, outcome: back }])
  })
})

describe('a row', () => {
  it('holds amounts, figures and what the document says', async () => {
    const { rows } = await compare([old(20)], [young(25, { is_new: true })])
    expect(rows).toEqual([
      {
        outcome: 'grown',
        link: 'name',
        from_programme: '総務費',
        to_programme: '総務費',
        from_yen: 2_000_000_000,
        to_yen: 2_500_000_000,
        change_yen: 500_000_000,
        change_percent: '25.0',
        within_rounding: false,
        printed_as_new: true,
        from_figures: 'r6-総務費-budget-20',
        to_figures: 'r7-総務費-budget-25',
        similarity: null,
        alias_dates: null,
        alias_notes: null,
      },
    ])
    expect(Object.keys(rows[0] ?? {})).toEqual(diffColumns)
  })

  it('adds up what the alias table ties together, and says why', async () => {
    const aliases = [
      alias('甲', '丙', { date: '2025-04-01', note: '統合' }),
      alias('乙', '丙', { date: '2025-04-02' }),
      alias('丁', '戊', { note: '別件' }),
    ]
    const from = [old(20, named('甲')), old(5, named('乙'))]
    expect((await compare(from, [young(30, named('丙'))], { aliases })).rows).toMatchObject([
      {
        from_yen: 2_500_000_000,
        to_yen: 3_000_000_000,
        from_figures: 'r6-甲-budget-20;r6-乙-budget-5',
        to_figures: 'r7-丙-budget-30',
        alias_dates: '2025-04-01;2025-04-02',
        alias_notes: '統合',
      },
    ])
  })

  it('says the whole way of names, and which lines lead nowhere', async () => {
    const aliases = [
      alias('乙', '丙', { date: '2025-04-01', note: '統合' }),
      alias('甲', '乙', { date: '2024-04-01', note: '改称' }),
      alias('丙', '丁'),
      alias('戊', '己'),
    ]
    const [from, to] = [[old(20, named('甲'))], [young(30, named('丙'))]]
    for (const { rows, unused_aliases } of [
      await compare(from, to, { aliases }),
      await compare(to, from, { aliases }),
    ]) {
      expect(rows).toMatchObject([{ link: 'alias' }])
      expect(rows[0]?.alias_dates?.split(';').sort()).toEqual(['2024-04-01', '2025-04-01'])
      expect(rows[0]?.alias_notes?.split(';').sort()).toEqual(['改称', '統合'])
      expect(unused_aliases).toEqual(aliases.slice(2))
    }
  })

  it('has amounts of the one side that knows the programme', async () => {
    const { rows } = await compare([old(20, named('甲'))], [young(0, { ...unpriced, programme: '乙' })])
    expect(rows).toMatchObject([
      {
        outcome: 'new',
        from_yen: null,
        to_yen: null,
        change_yen: null,
        from_figures: null,
        to_figures: 'r7-乙-budget-0',
      },
      { outcome: 'ended', from_yen: 2_000_000_000, to_yen: null, change_yen: null, to_figures: null },
    ])
  })

  it('of a proposal says how alike the names are, to two decimals', async () => {
    const from = [old(20, named('道・守')), old(5, named('橋・守'))]
    const { rows } = await compare(from, [young(30, named('道・橋・守'))], { cut: cutAtDots })
    expect(rows.map(({ similarity }) => String(similarity))).toEqual([expect.stringMatching(/^0\.[5-9]\d?$/)])
  })

  it('is printed as new only when all its programmes are', async () => {
    const aliases = [alias('甲', '乙'), alias('甲', '丙')]
    const to = [young(5, { ...named('乙'), is_new: true }), young(5, named('丙'))]
    expect((await compare([old(20, named('甲'))], to, { aliases })).rows).toMatchObject([{ printed_as_new: false }])
  })
})

describe('the rows', () => {
  it('stand by outcome, then by size, then by name', async () => {
    const from = [old(20), old(20, named('甲')), old(20, named('乙')), old(20, named('丙')), old(9, named('丁'))]
    const to = [young(21), young(30, named('甲')), young(21, named('乙')), young(1, named('戊')), young(2, named('己'))]
    const names = (await compare(from, to)).rows.map(
      (row) => `${row.outcome} ${row.to_programme ?? row.from_programme}`,
    )
    expect(names).toEqual(['grown 甲', 'grown 乙', 'grown 総務費', 'new 己', 'new 戊', 'ended 丙', 'ended 丁'])
  })

  it('are of the terms that are asked for', async () => {
    const request = young(30, { stage: 'request' })
    const figures = [young(25), young(1, named('甲')), previous('r7', 20), request]
    const from = { fiscalYear: 2024, stage: 'enacted', supplementaryNo: null } as const
    const made = await compare(figures, figures, { from, to: { ...from, fiscalYear: 2025, stage: 'request' } })
    expect(made.from).toEqual({ term: from, programmes: 1, left: 1 })
    expect(made.to).toEqual({ term: { ...from, fiscalYear: 2025, stage: 'request' }, programmes: 1, left: 1 })
    expect(made.rows.map(rowText)).toEqual(['grown (name) 総務費 -> 総務費 50.0%'])
  })

  it('are of the main terms by default', async () => {
    const { from, to } = await compare([old(20)], [young(25, { stage: 'draft' })])
    expect(from.term).toEqual({ fiscalYear: 2024, stage: 'enacted', supplementaryNo: null })
    expect(to.term).toEqual({ fiscalYear: 2025, stage: 'draft', supplementaryNo: null })
  })
})

const prints = (document: string, more: Partial<Figure>): fc.Arbitrary<Figure[]> =>
  fc
    .array(
      fc.record({
        programme: fc.constantFrom('総務費', '人件費', '民生費', '土木費', '議会費'),
        parent: fc.constantFrom(null, '歳出'),
        oku: fc.constantFrom(0, 20, 20.4, 21, 30),
        isPriced: fc.boolean(),
        precision_yen: fc.constantFrom(1, 10_000_000, 100_000_000),
      }),
      { maxLength: 8 },
    )
    .map((all) =>
      all.map(({ oku, isPriced, ...one }, i) => {
        const id = `${document}-${i}`
        const amount = isPriced ? {} : unpriced
        return figure(document, oku, { ...one, ...amount, ...more, figure_id: id, programme_row_id: id })
      }),
    )

const [olds, youngs] = [prints('r6', { fiscal_year: 2024 }), prints('r7', {})]

const names = fc.constantFrom('総務費', '人件費', '民生費', '土木費', '議会費', '給与費', '歳出 > 人件費')
const tables = fc.array(
  fc
    .tuple(names, names)
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => alias(from, to)),
  { maxLength: 3 },
)

describe('any two data sets', () => {
  it('of which both are one differ nowhere', async () => {
    await fc.assert(
      fc.asyncProperty(olds, async (figures) => {
        for (const row of (await compare(figures, figures)).rows) {
          expect(['unchanged', 'unknown', 'ambiguous']).toContain(row.outcome)
          expect(row.change_yen ?? 0).toBe(0)
          expect(row.outcome === 'unknown').toBe(row.outcome !== 'ambiguous' && row.from_yen === null)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('differ the other way when they are swapped', async () => {
    const turn = ({ outcome, ...row }: DiffRow) => ({
      outcome: turned[outcome] ?? outcome,
      change: row.change_yen === null ? null : -row.change_yen || 0,
      within: row.within_rounding,
      link: row.link,
      similarity: row.similarity,
      sides: [row.to_programme, row.to_yen, row.to_figures, row.from_programme, row.from_yen, row.from_figures],
    })
    const plain = ({ outcome, ...row }: DiffRow) => ({
      outcome,
      change: row.change_yen,
      within: row.within_rounding,
      link: row.link,
      similarity: row.similarity,
      sides: [row.from_programme, row.from_yen, row.from_figures, row.to_programme, row.to_yen, row.to_figures],
    })
    const texts = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()
    await fc.assert(
      fc.asyncProperty(olds, youngs, tables, fc.constantFrom(noWords, letters), async (a, b, aliases, cut) => {
        const [there, back] = [await compare(a, b, { aliases, cut }), await compare(b, a, { aliases, cut })]
        expect(back.unused_aliases).toEqual(there.unused_aliases)
        expect(texts(back.rows.map(turn))).toEqual(texts(there.rows.map(plain)))
        expect([back.to, back.from]).toEqual([there.from, there.to])
      }),
      { numRuns: 300 },
    )
  })

  it('have each of their programmes in one row, whose change is that of its amounts', async () => {
    await fc.assert(
      fc.asyncProperty(olds, youngs, tables, fc.constantFrom(noWords, letters), async (a, b, aliases, cut) => {
        const { rows, from, to } = await compare(a, b, { aliases, cut })
        const clear = rows.filter(({ outcome }) => outcome !== 'ambiguous')
        const idsOf = (side: 'from_figures' | 'to_figures', of: readonly DiffRow[]) =>
          of.flatMap((row) => row[side]?.split(';') ?? [])
        expect(idsOf('from_figures', clear).length).toBe(from.programmes)
        expect(idsOf('to_figures', clear).length).toBe(to.programmes)
        const all = [...idsOf('from_figures', rows), ...idsOf('to_figures', rows)]
        expect(new Set(all).size).toBe(all.length)
        for (const { from_yen, to_yen, change_yen } of clear)
          expect(change_yen).toBe(from_yen === null || to_yen === null ? null : to_yen - from_yen)
        const order = rows.map(({ outcome }) => outcomes.indexOf(outcome))
        expect(order).toEqual([...order].sort((x, y) => x - y))
      }),
      { numRuns: 300 },
    )
  })
})

/** Each letter as a word, so that 人件費 and 議会費 are a little alike. */
const letters: Cut = async (text) => [...text].map((_, i) => ({ from: i, to: i + 1, part: '名詞', detail: '一般' }))
