import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSchema } from '../../src/model/check.js'
import { claimOfRow, toCheckRows } from '../../src/model/check-rows.js'
import type { Dataset } from '../../src/model/dataset.js'
import type { Figure } from '../../src/model/figure.js'
import { DocumentChecks } from '../../src/series/check-documents.js'
import { issue } from '../emit/sample.js'
import { figure, previous } from './points.js'

type Document = Pick<Dataset, 'figures' | 'issues'>

const document = (...figures: readonly Figure[]): Document => ({ figures, issues: [] })

const add = (across: DocumentChecks, one: Document): void => {
  across.add(one)
  across.end()
}

const checked = (documents: readonly Document[]) => {
  const across = new DocumentChecks()
  for (const one of documents) add(across, one)
  return across.dataset().checks
}

const told = (documents: readonly Document[]) =>
  checked(documents).map(({ document_id, rule, figure_id, verdict, message }) =>
    [document_id, rule, verdict, figure_id === null ? message : figure_id.slice(document_id.length + 1)].join(' '),
  )

const names = ['議会費', '総務費', '民生費', '土木費'] as const
const last = { fiscal_year: 2024 }

/** A document with an amount for each name. */
const budget = (id: string, amounts: readonly number[], more: Partial<Figure> = {}): Document =>
  document(...amounts.map((oku, i) => figure(id, oku, { programme: names[i] ?? null, ...more })))

const r6 = budget('r6', [20, 30, 40, 50], last)
const r7 = (amounts: readonly number[], more: Partial<Figure> = {}): Document =>
  document(...amounts.map((oku, i) => previous('r7', oku, { programme: names[i] ?? null, ...more })))

const alone = 'Amounts of the previous year that no other document of the data set prints'
const strange = 'Amounts whose programmes have other amounts in documents that may be another body’s'
const unclear = 'Amounts whose names stand for several programmes'

describe('DocumentChecks', () => {
  it.each<[what: string, documents: readonly Document[], rows: readonly string[]]>([
    ['no document', [], []],
    ['one document', [budget('r7', [25])], []],
    [
      'the year before',
      [r6, r7([20, 31])],
      ['r7 year_chain ok 議会費-comparison-20', 'r7 year_chain mismatch 総務費-comparison-31'],
    ],
    [
      'a draft that was enacted',
      [budget('a', [25]), budget('b', [25], { stage: 'draft' })],
      ['a stage_chain ok 議会費-budget-25'],
    ],
    ['editions', [budget('a', [25]), budget('b', [25])], ['b editions ok 議会費-budget-25']],
    [
      'a rounded edition',
      [budget('a', [25]), budget('b', [25.4], { precision_yen: 10_000_000 })],
      ['b editions rounding 議会費-budget-25.4'],
    ],
    ['a previous year that nothing prints', [r7([20])], [`r7 year_chain not_run ${alone}: 1.`]],
    ['several of them', [r7([20, 30, 40])], [`r7 year_chain not_run ${alone}: 3.`]],
    [
      'two towns that share names',
      [budget('aoba', [20, 30, 40, 50]), budget('midori', [2, 3, 4, 50])],
      [`midori year_chain not_run ${strange}: 4.`],
    ],
    [
      'two documents of one town, of which half agrees',
      [budget('aoba', [20, 30, 40, 50]), budget('aoba-book', [20, 30, 4, 5])],
      [
        'aoba-book editions ok 議会費-budget-20',
        'aoba-book editions ok 総務費-budget-30',
        'aoba-book editions mismatch 民生費-budget-4',
        'aoba-book editions mismatch 土木費-budget-5',
      ],
    ],
    [
      'names that stand for several programmes',
      [
        document(figure('r6', 20, { programme_row_id: 'r6-1' }), figure('r6', 21, { programme_row_id: 'r6-2' })),
        r7([]),
      ],
      [`r6 year_chain not_run ${unclear}: 2.`],
    ],
    [
      'all of it in one document',
      [
        r6,
        document(
          previous('r7', 20, { programme: '議会費' }),
          previous('r7', 7, { programme: '消防費' }),
          figure('r7', 1, { programme: '予備費', programme_row_id: 'r7-1' }),
          figure('r7', 2, { programme: '予備費', programme_row_id: 'r7-2' }),
        ),
      ],
      [
        'r7 year_chain ok 議会費-comparison-20',
        `r7 year_chain not_run ${alone}: 1.`,
        `r7 year_chain not_run ${unclear}: 2.`,
      ],
    ],
    [
      'supplements, which are added to nothing',
      [
        budget('r6', [20], last),
        r7([25]),
        budget('r6-extra', [5], { ...last, stage: 'supplementary', supplementary_no: 1 }),
      ],
      [`r7 year_chain not_run ${strange}: 1.`],
    ],
  ])('%s', (_, documents, rows) => {
    expect(told(documents)).toEqual(rows)
  })

  it('gives a data set of checks alone, numbered document by document', () => {
    const across = new DocumentChecks()
    for (const one of [r6, r7([20, 30]), budget('r7-book', [25]), budget('r7', [25])]) add(across, one)
    const { checks, ...rest } = across.dataset()
    expect(Object.values(rest)).toEqual([[], [], [], [], [], []])
    expect(checks.map(({ check_id, document_id }) => [check_id, document_id])).toEqual([
      ['r7-x0001', 'r7'],
      ['r7-x0002', 'r7'],
      ['r7-book-x0001', 'r7-book'],
    ])
  })
})

describe('a previous year’s amount that is recast (組替え)', () => {
  const recast = { reclassified: true }

  it('proves nothing where it is another one', () => {
    const documents = [r6, document(...r7([20, 30]).figures, ...r7([0, 0, 41], recast).figures.slice(2))]
    expect(told(documents)).toEqual([
      'r7 year_chain ok 議会費-comparison-20',
      'r7 year_chain ok 総務費-comparison-30',
      'r7 year_chain incomplete 民生費-comparison-41',
    ])
  })

  it('speaks not against the documents being of one body', () => {
    expect(told([r6, r7([20, 31, 41, 51], recast)])).toEqual([
      'r7 year_chain ok 議会費-comparison-20',
      'r7 year_chain incomplete 総務費-comparison-31',
      'r7 year_chain incomplete 民生費-comparison-41',
      'r7 year_chain incomplete 土木費-comparison-51',
    ])
  })
})

describe('a copy of a document', () => {
  const copy = { ...budget('r6-copy', [20, 30, 40, 50], last), issues: [{ ...issue, rule: 'duplicate_document' }] }

  it('proves nothing', () => {
    expect(told([r6, copy])).toEqual([])
    expect(told([copy, r7([20])])).toEqual([`r7 year_chain not_run ${alone}: 1.`])
  })

  it('is known by that issue alone', () => {
    expect(told([r6, { ...copy, issues: [issue] }]).length).toBe(4)
  })
})

const stages = fc.constantFrom(
  { role: 'budget', fiscal_year: 2025, stage: 'enacted' } as const,
  { role: 'budget', fiscal_year: 2025, stage: 'draft' } as const,
  { role: 'budget', fiscal_year: 2024, stage: 'enacted' } as const,
  { role: 'budget', fiscal_year: 2024, stage: 'draft' } as const,
  { role: 'comparison', fiscal_year: 2024, stage: 'enacted' } as const,
)

const prints = fc
  .tuple(
    fc.record({
      programme: fc.constantFrom(...names),
      parent: fc.constantFrom(null, '歳出'),
      reclassified: fc.boolean(),
      precision_yen: fc.constantFrom(100_000_000, 10_000_000),
    }),
    stages,
    fc.constantFrom(20, 20.4, 21, 30),
  )
  .map(
    ([more, stage, oku]) =>
      (id: string) =>
        figure(id, oku, { ...more, ...stage }),
  )

const ids = ['aoba', 'r6', 'r7', 'r7-book'] as const

const books: fc.Arbitrary<Document[]> = fc
  .array(fc.array(prints, { maxLength: 8 }), { minLength: 2, maxLength: ids.length })
  .map((all) =>
    all.map((made, d) =>
      document(
        ...made.map((print, i) => {
          const id = ids[d] ?? ''
          return { ...print(id), figure_id: `${id}-p001-${i}`, programme_row_id: `${id}-${i}` }
        }),
      ),
    ),
  )

describe('the documents of any data set', () => {
  it('are checked with the same outcome in any order', () => {
    const shuffled = books.chain((documents) =>
      fc.tuple(
        fc.constant(documents),
        fc.shuffledSubarray(documents, { minLength: documents.length, maxLength: documents.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([documents, other]) => {
        expect(checked(other)).toEqual(checked(documents))
      }),
      { numRuns: 300 },
    )
  })

  it('have rows that fit the schema and come out the same when they are reckoned again', () => {
    fc.assert(
      fc.property(books, (documents) => {
        const byId = new Map(documents.flatMap(({ figures }) => figures).map((one) => [one.figure_id, one]))
        for (const row of checked(documents)) {
          expect(checkSchema.safeParse(row).error).toBeUndefined()
          const named = { documentId: row.document_id, letter: 'x' } as const
          const [again] = toCheckRows([claimOfRow(row)], (id) => byId.get(id) ?? null, named)
          expect({ ...again, check_id: row.check_id }).toEqual(row)
          expect([null, row.document_id]).toContain(byId.get(row.figure_id ?? '')?.document_id ?? null)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('account for each previous year’s amount: checked, or counted as not run', () => {
    const one = books.map((documents) =>
      documents.map(({ figures }) =>
        document(
          ...figures.filter(({ role }) => role === 'comparison').map((made, i) => ({ ...made, programme: `費${i}` })),
        ),
      ),
    )
    fc.assert(
      fc.property(one, (documents) => {
        const counts = checked(documents).map(({ document_id, message }) => [
          document_id,
          Number(message?.match(/: (\d+)\.$/u)?.[1]),
        ])
        const expected = documents.flatMap(({ figures }) =>
          figures[0] ? [[figures[0].document_id, figures.length]] : [],
        )
        expect(counts).toEqual(expected)
      }),
    )
  })
})
