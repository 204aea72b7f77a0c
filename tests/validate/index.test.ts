import { describe, expect, it } from 'vitest'
import { tableNames, tables } from '../../src/model/dataset.js'
import type { Draft } from '../../src/model/draft.js'
import { about, amount, draft, node, placeOn, previous, tree, validated } from './assemblies.js'

describe('ids', () => {
  it('count the figures of each page', () => {
    const { figures } = validated([draft(1), draft(2), draft(3, { place: placeOn(12) })])
    expect(figures.map(({ figure_id }) => figure_id)).toEqual(['slides-p001-001', 'slides-p001-002', 'slides-p012-001'])
  })

  it('a text has page 0', () => {
    expect(validated([draft(1, { place: placeOn(null) })]).figures[0]?.figure_id).toBe('slides-p000-001')
  })

  it('programmes and issues are counted through the document', () => {
    const { programmes, issues } = validated([draft(1, { stage: null }), draft(2, { stage: null })])
    expect(programmes.map((row) => row.programme_row_id)).toEqual(['slides-0001', 'slides-0002', 'slides-0003'])
    expect(issues.map(({ issue_id }) => issue_id)).toEqual(['slides-i0001', 'slides-i0002'])
  })

  it('all keys that rows point to exist', () => {
    const made = validated([
      draft(40),
      previous(30, 0),
      draft(25, { programme: 1 }),
      draft(25, { programme: 1, place: placeOn(2) }),
    ])
    const figureIds = new Set(made.figures.map(({ figure_id }) => figure_id))
    const programmeIds = new Set(made.programmes.map(({ programme_row_id }) => programme_row_id))
    const toFigures = [
      ...made.figures.flatMap((row) => [row.compares_figure_id, row.duplicate_of_figure_id]),
      ...made.programmes.map((row) => row.headline_figure_id),
      ...made.issues.map((row) => row.figure_id),
    ].filter((id) => id !== null)
    const toProgrammes = [
      ...made.figures.map((row) => row.programme_row_id),
      ...made.programmes.map((row) => row.parent_row_id),
    ].filter((id) => id !== null)
    expect(toFigures.length).toBeGreaterThan(3)
    expect(toFigures.filter((id) => !figureIds.has(id))).toEqual([])
    expect(toProgrammes.filter((id) => !programmeIds.has(id))).toEqual([])
  })
})

const rows: readonly (readonly [what: string, draft: Draft, row: object])[] = [
  ['the value', draft(25), { yen: 2_500_000_000, precision_yen: 100_000_000, unit_printed: '億円', raw: '25億円' }],
  ['a range', draft(6, { amount: amount(6, { yenMax: 800_000_000 }) }), { yen: 600_000_000, yen_max: 800_000_000 }],
  [
    'the programme and its parent',
    draft(25, { programme: 1 }),
    { programme: '創発的研究支援事業', parent: '研究の推進' },
  ],
  ['no programme', draft(25, { role: 'context', programme: null }), { programme: null, programme_row_id: null }],
  ['the place', draft(25), { page: 1, line: 1, boxes: '1.0 2.0 3.0 4.0', bbox: '1.0 2.0 3.0 4.0' }],
  [
    'a place of two lines',
    draft(25, { place: { page: 1, line: 3, boxes: [placeOn(1).boxes[0] as never, { x0: 0, y0: 9, x1: 2, y1: 12 }] } }),
    { boxes: '1.0 2.0 3.0 4.0;0.0 9.0 2.0 12.0', bbox: '0.0 2.0 3.0 12.0' },
  ],
  ['a text has no boxes', draft(25, { place: placeOn(null) }), { page: null, line: 1, boxes: null, bbox: null }],
  [
    'who decided',
    draft(25, {
      decisions: [
        { field: 'role', rule: 'label', sure: true },
        { field: 'stage', rule: 'printed_label', sure: true },
      ],
    }),
    { decided_by: 'role=label;stage=printed_label', needs_review: false },
  ],
  ['nobody decided', draft(25), { decided_by: null, review_reasons: null }],
]

describe('a row of figures', () => {
  it.each(rows)('%s', (_, made, row) => {
    expect(validated([made]).figures[0]).toMatchObject(row)
  })
})

describe('a row of programmes', () => {
  it('has the headline, the previous year, the change and the supplementary budgets', () => {
    const { programmes } = validated([
      draft(25),
      previous(20, 0),
      draft(5, { role: 'change', compares: 0 }),
      draft(7, { stage: 'supplementary', fiscalYear: 2024, supplementaryNo: 1 }),
      draft(8, { stage: 'supplementary', fiscalYear: 2024, supplementaryNo: 2 }),
    ])
    expect(programmes[0]).toMatchObject({
      fiscal_year: 2025,
      stage: 'draft',
      amount_yen: 2_500_000_000,
      previous_amount_yen: 2_000_000_000,
      change_yen: 500_000_000,
      change_printed_yen: 500_000_000,
      supplementary_yen: 1_500_000_000,
      headline_figure_id: 'slides-p001-001',
    })
  })

  it('counts a supplementary budget printed twice once', () => {
    const again = { stage: 'supplementary', fiscalYear: 2024, supplementaryNo: 1 } as const
    const { programmes } = validated([draft(7, again), draft(7, { ...again, place: placeOn(2) })])
    expect(programmes[0]?.supplementary_yen).toBe(700_000_000)
  })

  it('has the pages of its figures and of its name', () => {
    const { programmes } = validated([draft(25, { place: placeOn(3) }), draft(25, { place: placeOn(2) })])
    expect(programmes.map(({ pages }) => pages)).toEqual(['1;2;3', '1', '1'])
  })

  it('has the place of its name, but in text', () => {
    const boxes = [
      { x0: 40, y0: 30.04, x1: 140.06, y1: 50 },
      { x0: 40, y0: 55, x1: 90, y1: 75 },
    ]
    const programmes = [2, null].map((page) => node('研究の推進', null, { place: { page, line: 1, boxes } }))
    programmes.push(node('量子計測', null, { place: null }))
    const rows = validated([], { programmes }).programmes
    expect(rows.map(({ heading_page, heading_boxes }) => [heading_page, heading_boxes])).toEqual([
      [2, '40.0 30.0 140.1 50.0;40.0 55.0 90.0 75.0'],
      [null, null],
      [null, null],
    ])
  })

  it('has its level', () => {
    const programmes = [...tree, node('量子計測', 2)]
    expect(validated([], { programmes }).programmes.map(({ level }) => level)).toEqual([1, 2, 2, 3])
  })
})

describe('the row of the document', () => {
  it('counts its rows', () => {
    const [document] = validated([draft(1), draft(2, { stage: null }), previous(3, null)]).documents
    expect(document).toMatchObject({ figures_total: 3, issues_total: 2, needs_review_total: 2 })
  })

  it.each([
    ['complete', [], null],
    ['partial', [2, 5], '2;5'],
  ] as const)('%s', (status, unreadable, pages) => {
    expect(validated([], {}, { unreadable }).documents[0]).toMatchObject({ status, pages_unreadable: pages })
  })

  it.each([
    ['as printed', { title: '研究の推進' }, '研究の推進'],
    ['else the name of the file', { title: null }, 'slides.pdf'],
  ])('its title %s', (_, more, title) => {
    expect(validated([], more).documents[0]?.title).toBe(title)
  })
})

describe('numbers without a unit', () => {
  it('are reported page by page', () => {
    const leftover = (raw: string, page: number) => ({ raw, place: placeOn(page), reason: 'number_without_unit' })
    const { issues } = validated([], { leftovers: [leftover('1,234', 1), leftover('56', 1), leftover('7', 2)] })
    expect(issues.map(({ rule, page, found }) => [rule, page, found])).toEqual([
      ['unit_missing', 1, '1,234 56'],
      ['unit_missing', 2, '7'],
    ])
  })
})

describe('grids', () => {
  const table = {
    page: 3,
    number: 2,
    box: { x0: 0, y0: 0, x1: 1, y1: 1 },
    caption: '歳出',
    columns: [],
    rows: [],
    texts: [
      ['区分', '予算額', '備考'],
      ['総務費 ', '1,234'],
    ],
    continues: null,
  }

  it('are the printed tables, their rows filled up', () => {
    const { grids, documents } = validated([], { tables: [table] })
    const texts = [
      ['区分', '予算額', '備考'],
      ['総務費 ', '1,234', ''],
    ]
    expect(grids).toEqual([{ document_id: 'slides', page: 3, number: 2, caption: '歳出', texts }])
    expect(documents[0]?.tables_total).toBe(1)
  })

  it('of a text have no page', () => {
    const { grids } = validated([], { tables: [table] }, { source: { ...about.source, kind: 'text' } })
    expect(grids[0]?.page).toBe(null)
  })
})

describe('schemas', () => {
  const made = validated([draft(40), previous(30, 0), draft(25, { programme: 1 })])

  it.each(tableNames)('all rows of %s fit', (table) => {
    for (const row of made[table]) expect(tables[table].safeParse(row).error).toBeUndefined()
  })

  it('a row that does not fit is left out and reported', () => {
    const { figures, issues } = validated([draft(1, { supplementaryNo: 0 }), draft(2)])
    expect(figures.map(({ raw }) => raw)).toEqual(['2億円'])
    expect(issues.map(({ rule }) => rule)).toEqual(['schema_violation'])
  })
})
