import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Side, sideOf, type Term } from '../../src/compare/side.js'
import type { Figure } from '../../src/model/figure.js'
import { figure, previous } from '../series/points.js'

const draft = { stage: 'draft' } as const
const last = { fiscal_year: 2024 }
const supplement = { stage: 'supplementary', supplementary_no: 1 } as const
const unpriced = { yen: null, precision_yen: null, amount_status: 'unpriced', raw: '事項要求' } as const
const named = (programme: string) => ({ programme })

const enacted2025: Term = { fiscalYear: 2025, stage: 'enacted', supplementaryNo: null }
const enacted2024: Term = { fiscalYear: 2024, stage: 'enacted', supplementaryNo: null }

const extra = (supplementaryNo: number): Term => ({ ...enacted2025, stage: 'supplementary', supplementaryNo })

const termText = (term: Term | null) => term && `${term.fiscalYear} ${term.stage}`

describe('the term of a side', () => {
  it.each<[what: string, figures: readonly Figure[], term: string | null]>([
    ['one programme', [figure('r7', 25, draft)], '2025 draft'],
    ['that of most', [figure('r6', 1, last), figure('r7', 1), figure('r7', 1, named('民生費'))], '2025 enacted'],
    ['whatever comes first', [figure('r7', 1), figure('a', 1, draft), figure('b', 1, draft)], '2025 draft'],
    ['the later year of as many', [figure('r6', 1, last), figure('r7', 1)], '2025 enacted'],
    ['in any order', [figure('r7', 1), figure('r6', 1, last)], '2025 enacted'],
    [
      'budgets, not what they are compared with',
      [figure('r7', 3), previous('r7', 2), previous('r7b', 1)],
      '2025 enacted',
    ],
    ['no supplements', [figure('r7', 1), figure('a', 1, supplement), figure('b', 1, supplement)], '2025 enacted'],
    [
      'of requests those without a price too',
      [figure('r7', 1), ...['a', 'b'].map((id) => figure(id, 0, { ...draft, ...unpriced }))],
      '2025 draft',
    ],
    [
      'no terms that are not known',
      [...['a', 'b', 'c'].map((id) => figure(id, 0, { ...unpriced, fiscal_year: null })), figure('r7', 1)],
      '2025 enacted',
    ],
    [
      'no stages that are not known',
      [...['a', 'b', 'c'].map((id) => figure(id, 0, { ...unpriced, stage: null })), figure('r7', 1)],
      '2025 enacted',
    ],
    ['unknown terms alone', [figure('r7', 0, { ...unpriced, stage: null })], null],
    ['comparisons alone', [previous('r7', 20)], null],
    ['supplements alone', [figure('r7', 5, supplement)], null],
    ['nothing', [], null],
  ])('%s', (_, figures, term) => {
    expect(termText(sideOf({ figures }, null).term)).toBe(term)
  })

  it.each<[what: string, wanted: Term, names: readonly string[], left: number]>([
    ['the year before', enacted2024, ['総務費', '民生費'], 3],
    ['the draft', { ...enacted2025, stage: 'draft' }, ['土木費'], 4],
    ['any supplement', { ...enacted2025, stage: 'supplementary' }, ['消防費', '公園費'], 3],
    ['a supplement by its number', extra(1), ['消防費'], 4],
    ['another one', extra(2), ['公園費'], 4],
    ['one that there is none of', extra(3), [], 5],
    ['what nothing is of', { ...enacted2024, fiscalYear: 1999 }, [], 5],
  ])('can be wished for: %s', (_, wanted, names, left) => {
    const figures = [
      figure('r7', 25),
      previous('r7', 20),
      previous('r7', 21, named('民生費')),
      figure('r7', 9, { ...draft, programme: '土木費' }),
      figure('r7', 1, { ...supplement, programme: '消防費' }),
      figure('r7', 2, { ...supplement, supplementary_no: 2, programme: '公園費' }),
    ]
    const side = sideOf({ figures }, wanted)
    expect(side.term).toEqual(wanted)
    expect([side.items.map(({ name }) => name), side.left]).toEqual([names, left])
  })
})

/** Names with hundred million yen; of ambiguous programmes the names below their parents. */
const told = ({ items, ambiguous }: Side) => ({
  items: items.map(({ name, yen }) => `${name} ${okuOf(yen)}`),
  ambiguous: ambiguous.map(({ path, yen }) => `${path} ${okuOf(yen)}`),
})

const okuOf = (yen: number | null) => (yen === null ? '?' : yen / 100_000_000)

const staff = (parent: string | null) => ({ programme: '人件費', parent })
const fine = { precision_yen: 10_000_000 }

describe('the programmes of a side', () => {
  it.each<[what: string, figures: readonly Figure[], items: readonly string[], ambiguous?: readonly string[]]>([
    ['nothing', [], []],
    ['in their order', [figure('r7', 25), figure('r7', 3, named('議会費'))], ['総務費 25', '議会費 3']],
    ['widths and spaces of a name', [figure('r7', 3, named('ＩＣＴ 教育'))], ['ICT教育 3']],
    ['事項要求', [figure('r7', 0, unpriced)], ['総務費 ?']],
    ['事項要求 beside the price of the row', [figure('r7', 25), figure('r7', 0, unpriced)], ['総務費 25']],
    ['the same in the other order', [figure('r7', 0, unpriced), figure('r7', 25)], ['総務費 25']],
    [
      '事項要求 of a part',
      [figure('r7', 25), figure('r7', 0, { ...unpriced, part_of: true, programme: '旅費' })],
      ['総務費 25'],
    ],
    [
      '事項要求 that is counted elsewhere',
      [figure('r7', 25), figure('r7', 0, { ...unpriced, reposted: 'full', programme: '旅費' })],
      ['総務費 25'],
    ],
    ['事項要求 of a total', [figure('r7', 25), figure('r7', 0, { ...unpriced, programme: '合 計' })], ['総務費 25']],
    ['事項要求 of no programme', [figure('r7', 25), figure('r7', 0, { ...unpriced, programme: null })], ['総務費 25']],
    [
      '事項要求 of the year before',
      [figure('r7', 25), figure('r7', 0, { ...unpriced, role: 'comparison', programme: '旅費' })],
      ['総務費 25'],
    ],
    ['事項要求 on two pages', [figure('r7', 0, unpriced), figure('r7', 1, unpriced)], ['総務費 ?']],
    ['nought', [figure('r7', 0)], ['総務費 0']],
    ['one amount twice', [figure('r7', 25), figure('r7-book', 25)], ['総務費 25']],
    [
      'the finest of three prints',
      [figure('a', 25), figure('b', 25.43, { precision_yen: 1_000_000 }), figure('c', 25.4, fine)],
      ['総務費 25.43'],
    ],
    ['a print in yen', [figure('a', 25), figure('b', 25.00000001, { precision_yen: 1 })], ['総務費 25.00000001']],
    ['two amounts', [figure('a', 25), figure('b', 26)], [], ['>総務費 25', '>総務費 26']],
    [
      'two amounts more than rounding apart',
      [figure('a', 25), figure('b', 25.6, fine)],
      [],
      ['>総務費 25', '>総務費 25.6'],
    ],
    [
      'an amount and 事項要求 of two documents',
      [figure('a', 25), figure('b', 0, unpriced)],
      [],
      ['>総務費 25', '>総務費 ?'],
    ],
    [
      'two amounts below two parents',
      [figure('r7', 5, staff('議会費')), figure('r7', 9, staff('総務費'))],
      ['議会費>人件費 5', '総務費>人件費 9'],
    ],
    [
      'one amount below two parents',
      [figure('r7', 5, staff('議会費')), figure('r7', 5, staff('総務費'))],
      ['人件費 5'],
    ],
    [
      'two of three below one parent',
      [figure('r7', 5, staff('議会費')), figure('a', 9, staff('総務費')), figure('b', 8, staff('総務費'))],
      ['議会費>人件費 5'],
      ['総務費>人件費 9', '総務費>人件費 8'],
    ],
    [
      'one of them without a parent',
      [figure('r7', 5, staff(null)), figure('r7', 9, staff('総務費'))],
      ['>人件費 5', '総務費>人件費 9'],
    ],
    ['a part', [figure('r7', 25), figure('r7', 5, { part_of: true, programme: '旅費' })], ['総務費 25']],
    ['counted elsewhere', [figure('r7', 25), figure('r7', 5, { reposted: 'full', programme: '旅費' })], ['総務費 25']],
    [
      'counted elsewhere in part',
      [figure('r7', 25), figure('r7', 5, { reposted: 'partial', programme: '旅費' })],
      ['総務費 25'],
    ],
    ['a total', [figure('r7', 25), figure('r7', 30, named('合　計'))], ['総務費 25']],
    ['money of no programme', [figure('r7', 25), figure('r7', 5, { programme: null })], ['総務費 25']],
    ['a change', [figure('r7', 25), figure('r7', 5, { role: 'change', programme: '旅費' })], ['総務費 25']],
    ['another term', [figure('r7', 25), figure('r7', 5, { ...draft, programme: '旅費' })], ['総務費 25']],
  ])('%s', (_, figures, items, ambiguous = []) => {
    expect(told(sideOf({ figures }, enacted2025))).toEqual({ items, ambiguous })
  })

  it.each<[what: string, figures: readonly Figure[], items: readonly string[]]>([
    ['where no budget is printed', [previous('r7', 20)], ['総務費 20']],
    ['not beside another budget', [figure('r6', 19, last), previous('r7', 20)], ['総務費 19']],
    ['not beside a budget that rounds it', [figure('r6', 20, last), previous('r7', 20.4, fine)], ['総務費 20']],
    ['not beside 事項要求', [figure('r6', 0, { ...last, ...unpriced }), previous('r7', 20)], ['総務費 ?']],
    [
      'not beside another budget in other widths',
      [figure('r6', 19, { ...last, ...named('ＩＣＴ 教育') }), previous('r7', 20, named('ICT教育'))],
      ['ICT教育 19'],
    ],
    [
      'for each name below its own parent',
      [figure('r6', 19, { ...last, ...staff('総務費') }), previous('r7', 20, staff('議会費'))],
      ['総務費>人件費 19', '議会費>人件費 20'],
    ],
    [
      'not below a parent in other widths',
      [figure('r6', 19, { ...last, ...staff('ＩＣＴ') }), previous('r7', 20, staff('I C T'))],
      ['人件費 19'],
    ],
    [
      'for each name by itself',
      [figure('r6', 19, last), previous('r7', 20), previous('r7', 3, named('議会費'))],
      ['総務費 19', '議会費 3'],
    ],
  ])('take what a later budget is compared with %s', (_, figures, items) => {
    expect(told(sideOf({ figures }, enacted2024))).toEqual({ items, ambiguous: [] })
  })

  it('hold what is printed', () => {
    const [one] = sideOf({ figures: [figure('r7', 5, { ...staff('ＩＣＴ 教育'), is_new: true, page: 7 })] }, null).items
    expect(one).toEqual({
      name: '人件費',
      path: 'ICT教育>人件費',
      programme: '人件費',
      parent: 'ＩＣＴ 教育',
      yen: 500_000_000,
      precisionYen: 100_000_000,
      figure: { figure_id: 'r7-人件費-budget-5', document_id: 'r7', page: 7, raw: '5億円' },
      isNew: true,
    })
  })
})

const prints: fc.Arbitrary<Figure[]> = fc
  .array(
    fc.record({
      programme: fc.constantFrom('総務費', '人件費', '民生費'),
      parent: fc.constantFrom(null, '歳出', '一般会計'),
      role: fc.constantFrom('budget', 'comparison'),
      oku: fc.constantFrom(20, 20.4, 21),
      isPriced: fc.boolean(),
      precision_yen: fc.constantFrom(1, 10_000_000, 100_000_000),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ oku, isPriced, ...more }, i) =>
      figure('r7', oku, {
        ...more,
        ...(isPriced ? {} : unpriced),
        figure_id: `r7-${i}`,
        programme_row_id: `r7-${i}`,
      }),
    ),
  )

describe('the figures of any side', () => {
  it('are told the same in any order', () => {
    const shuffled = prints.chain((figures) =>
      fc.tuple(fc.constant(figures), fc.shuffledSubarray(figures, { minLength: figures.length })),
    )
    const sorted = (figures: readonly Figure[]) => {
      const { items, ambiguous } = told(sideOf({ figures }, enacted2025))
      return { items: items.sort(), ambiguous: ambiguous.sort() }
    }
    fc.assert(
      fc.property(shuffled, ([figures, other]) => {
        expect(sorted(other)).toEqual(sorted(figures))
      }),
      { numRuns: 500 },
    )
  })

  it('give each programme one item, or are ambiguous', () => {
    fc.assert(
      fc.property(prints, (figures) => {
        const { items, ambiguous } = sideOf({ figures }, enacted2025)
        expect(new Set(items.map(({ name }) => name)).size).toBe(items.length)
        const pathOf = (one: { readonly path: string }) => one.path
        expect(ambiguous.map(pathOf).filter((path) => items.map(pathOf).includes(path))).toEqual([])
        const amounts = figures.filter(({ role, yen }) => yen !== null || role === 'budget')
        const names = new Set(amounts.map(({ programme }) => programme))
        expect(new Set([...items, ...ambiguous].map(({ programme }) => programme))).toEqual(names)
      }),
      { numRuns: 500 },
    )
  })
})
