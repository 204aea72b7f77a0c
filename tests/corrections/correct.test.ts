import { describe, expect, it } from 'vitest'
import { correct } from '../../src/corrections/index.js'
import type { Correction } from '../../src/model/correction.js'
import type { Assembly, Draft } from '../../src/model/draft.js'
import type { Figure } from '../../src/model/figure.js'
import { validate } from '../../src/validate/index.js'
import { about, amount, assembly, draft, node, placeOn, previous, tree } from '../validate/assemblies.js'
import { assemblyOf } from '../validate/tables.js'
import { correction, decisionOn } from './corrections.js'

const document = { sha256: '0'.repeat(64), pages: null }

const doubt = [
  { field: 'value', rule: 'digits_and_unit', sure: true },
  { field: 'role', rule: 'bare_amount', sure: false },
  { field: 'fiscal_year', rule: 'page_headline', sure: true },
  { field: 'stage', rule: 'page_headline', sure: true },
  { field: 'programme', rule: 'line_above', sure: false },
] as const

const at = (x: number, page = 1) => ({ ...placeOn(page), boxes: [{ x0: x, y0: 0, x1: x + 1, y1: 1 }] })
const boxAt = (x: number) => `${x}.0 0.0 ${x + 1}.0 1.0`

/** A doubtful figure of 20 hundred million yen at 10, the year before at 20 and a part at 30. */
const slide = assembly([
  draft(20, { place: at(10), decisions: doubt, inherited: true, requestFrame: 'request' }),
  previous(15, 0, { place: at(20) }),
  draft(5, { place: at(30), programme: 1 }),
])

/** A correction of the doubtful figure. */
const of = (more: Partial<Correction>) => correction({ boxes: boxAt(10), ...more })
const correcting = (more: Partial<Correction>) => of({ action: 'correct', ...more })

/** Of which nothing was read but the role. */
const unread = { programme: null, fiscal_year: null, stage: null, yen: null } as const

/** How the part is read. */
const part = { raw: '5億円', boxes: boxAt(30), programme: '創発的研究支援事業', yen: 500_000_000 } as const

const corrected = (before: Assembly, ...corrections: readonly Correction[]) =>
  correct(before, corrections, document).assembly
const rowsOf = (after: Assembly) => validate(after, about)

describe('correct', () => {
  it('without corrections changes nothing', () => {
    expect(corrected(slide)).toBe(slide)
  })

  it('accept: asks for no review and says who decided', () => {
    const { figures, documents } = rowsOf(corrected(slide, of({ action: 'accept' })))
    const [before] = rowsOf(slide).figures
    expect(before).toMatchObject({ needs_review: true, review_reasons: 'bare_amount;line_above' })
    expect(figures[0]).toEqual({
      ...before,
      needs_review: false,
      review_reasons: null,
      decided_by: `${before?.decided_by};review=accepted_by_person`,
    })
    expect(documents[0]?.needs_review_total).toBe(0)
  })

  it('accept: what a check finds stays to be seen', () => {
    const alone = assembly([previous(15, null, { place: at(10) })])
    const rows = [rowsOf(alone), rowsOf(corrected(alone, of({ raw: '15億円', role: 'comparison' })))]
    expect(rows.map(({ figures }) => [figures[0]?.check_status, figures[0]?.needs_review])).toEqual([
      ['warning', true],
      ['warning', false],
    ])
    expect(rows[1]?.issues).toEqual(rows[0]?.issues)
  })

  const all =
    'value=digits_and_unit;role=bare_amount;fiscal_year=page_headline;stage=page_headline;programme=line_above'
  const by = (field: string) => all.replace(new RegExp(`${field}=\\w+`, 'u'), `${field}=corrected_by_person`)

  it.each<[what: string, more: Partial<Correction>, figure: object]>([
    ['a value', { new_yen: 3_000_000_000 }, { yen: 3_000_000_000, precision_yen: 1, decided_by: by('value') }],
    ['a unit', { new_yen: 20_000_000 }, { yen: 20_000_000, precision_yen: 1_000_000, unit_printed: '億円' }],
    ['no value', { new_yen: 'none' }, { yen: null, amount_status: 'unreadable', decided_by: by('value') }],
    ['a role', { new_role: 'context' }, { role: 'context', basis: null, decided_by: by('role') }],
    ['a commitment', { new_role: 'commitment' }, { role: 'commitment', basis: 'commitment_limit' }],
    ['a year', { new_fiscal_year: 2023 }, { fiscal_year: 2023, inherited: true, decided_by: by('fiscal_year') }],
    ['no year', { new_fiscal_year: 'none' }, { fiscal_year: null }],
    ['a stage', { new_stage: 'enacted' }, { stage: 'enacted', request_frame: null, decided_by: by('stage') }],
    ['a request', { new_stage: 'request' }, { stage: 'request', request_frame: 'request' }],
    ['no stage', { new_stage: 'none' }, { stage: null }],
    ['year and stage', { new_fiscal_year: 2023, new_stage: 'revised' }, { inherited: false, fiscal_year: 2023 }],
    [
      'a programme of the document',
      { new_programme: '量子研究プログラム' },
      {
        programme: '量子研究プログラム',
        programme_row_id: 'slides-0003',
        parent: '研究の推進',
        decided_by: by('programme'),
      },
    ],
    ['a new one', { new_programme: '防災' }, { programme: '防災', programme_row_id: 'slides-0004', parent: null }],
    ['no programme', { new_programme: 'none' }, { programme: null, programme_row_id: null }],
    [
      'a field that no rule decided',
      { ...part, new_role: 'rate' },
      { role: 'rate', decided_by: 'role=corrected_by_person' },
    ],
  ])('corrects %s', (_, more, figure) => {
    const { figures, documents } = rowsOf(corrected(slide, correcting(more)))
    const found = figures.find(({ decided_by }) => decided_by?.includes('corrected_by_person'))
    expect(found).toMatchObject({ ...figure, needs_review: false, review_reasons: null })
    expect(documents[0]?.figures_total).toBe(3)
  })

  it.each<[what: string, more: Partial<Correction>, figure: object]>([
    ['accepted: is as the person saw it', { yen: 20_000_000, role: 'rate' }, { yen: 20_000_000, role: 'rate' }],
    ['accepted: of its programme', { programme: '防災' }, { programme: '防災', programme_row_id: 'slides-0004' }],
    [
      'accepted: of its year and stage',
      { fiscal_year: 2021, stage: 'enacted' },
      { fiscal_year: 2021, stage: 'enacted' },
    ],
    [
      'corrected: but for what is new',
      { action: 'correct', role: 'rate', yen: 5, new_yen: 6 },
      { role: 'rate', yen: 6, decided_by: by('value').replace('bare_amount', 'corrected_by_person') },
    ],
    [
      'corrected: every value that was not read then',
      {
        ...{ ...unread, action: 'correct', new_programme: 'none', new_stage: 'none' },
        ...{ new_fiscal_year: 'none', new_yen: 6 },
      },
      { programme: null, stage: null, fiscal_year: null, yen: 6 },
    ],
  ])('a figure that is read otherwise now, %s', (_, more, figure) => {
    expect(rowsOf(corrected(slide, of(more))).figures[0]).toMatchObject({ ...figure, needs_review: false })
  })

  const unseen = [
    'The correction to ACTION 20億円 (page 1, line 1) fits a figure that is read otherwise now, with a value that nobody has seen.',
  ]

  it.each<[what: string, more: Partial<Correction>, messages: readonly string[]]>([
    ['a yen', { yen: null }, unseen],
    ['a year', { fiscal_year: null }, unseen],
    ['a stage', { stage: null }, unseen],
    ['a programme', { programme: null }, unseen],
    ['a programme of blanks', { programme: ' ' }, unseen],
    ['a year, beside a new stage', { action: 'correct', fiscal_year: null, new_stage: 'enacted' }, unseen],
    ['a year, which it sets', { action: 'correct', fiscal_year: null, new_fiscal_year: 2023 }, []],
    ['a year of what is no amount', { action: 'reject', ...unread }, []],
  ])('does not stand for %s that nobody saw', (_, more, messages) => {
    const { drafts, issues } = corrected(slide, of(more))
    const found = issues.filter(({ rule }) => rule === 'correction_unmatched').map(({ message }) => message)
    expect(found).toEqual(messages.map((message) => message.replace('ACTION', more.action ?? 'accept')))
    if (messages.length > 0) expect(drafts).toEqual(slide.drafts)
    else expect(drafts[0]).not.toEqual(slide.drafts[0])
  })

  it('stands for values that nobody saw where there is none now either', () => {
    const bare = assembly([draft(20, { place: at(10), fiscalYear: null, stage: null, programme: null })])
    const none = { programme: '', fiscal_year: null, stage: null } as const
    expect(corrected(bare, of(none)).drafts[0]?.decisions.at(-1)?.rule).toBe('accepted_by_person')
  })

  it('does nothing with what takes decisions back', () => {
    expect(corrected(slide, of({ action: 'withdraw' }))).toBe(slide)
  })

  it('makes a programme that several corrections name once', () => {
    const more = { action: 'correct', new_programme: '防災' } as const
    const after = corrected(slide, of(more), correction({ ...more, ...part, new_programme: '防 災' }))
    expect(after.programmes.slice(0, tree.length)).toEqual(tree)
    expect(after.programmes.slice(tree.length)).toEqual([node('防災', null, { place: null, levelType: 'programme' })])
    expect(after.drafts.map(({ programme }) => programme)).toEqual([3, 0, 3])
  })

  it('takes of programmes with one name that of the page', () => {
    const programmes = [node('甲'), node('乙', null, { place: placeOn(2) }), node('乙')]
    const after = corrected(assembly(slide.drafts, { programmes }), correcting({ new_programme: '乙' }))
    expect(after.drafts[0]?.programme).toBe(2)
  })

  it('reject: leaves an issue in the place of the row, and the ids of others as they were', () => {
    const { figures, issues, documents } = rowsOf(corrected(slide, of({ action: 'reject' })))
    expect(figures.map(({ figure_id, compares_figure_id }) => [figure_id, compares_figure_id])).toEqual([
      ['slides-p001-002', null],
      ['slides-p001-003', null],
    ])
    expect(documents[0]).toMatchObject({ figures_total: 2, issues_total: issues.length })
    expect(issues).toContainEqual(
      expect.objectContaining({
        rule: 'figure_rejected',
        severity: 'info',
        figure_id: null,
        page: 1,
        boxes: boxAt(10),
        found: '20億円',
        message: 'A person rejected 20億円 as a figure.',
      }),
    )
  })

  it('reject: what stands beside another figure stays there', () => {
    const more = assembly([
      draft(9, { place: at(5) }),
      ...slide.drafts.map((one) => ({ ...one, compares: one.compares === null ? null : 1 })),
    ])
    const after = corrected(more, correction({ action: 'reject', boxes: boxAt(5), raw: '9億円' }))
    expect(after.drafts.map(({ compares }) => compares)).toEqual([null, 0, null])
    const { programmes } = rowsOf(after)
    expect(programmes[0]).toMatchObject({ headline_figure_id: 'slides-p001-002', previous_amount_yen: 1_500_000_000 })
  })

  it('counts checks with the corrected value', () => {
    const table = assemblyOf({
      columns: ['name', 'now'],
      rows: [
        ['総務費', '300'],
        ['民生費', '800'],
        ['合計', '1,000'],
      ],
    })
    const read = { ...(rowsOf(table).figures[1] as Figure), sha256: document.sha256 }
    const after = rowsOf(corrected(table, decisionOn(read, { action: 'correct', new_yen: 700_000 })))
    expect(after.issues).toEqual([])
    expect(after.figures.map(({ check_status }) => check_status)).toEqual(['ok', 'ok', 'ok'])
    expect(after.programmes[1]?.amount_yen).toBe(700_000)
  })

  it('tells no longer that a unit is missing once a person gave the value', () => {
    const decisions = [
      { field: 'value', rule: 'no_unit', sure: false },
      { field: 'role', rule: 'no_unit', sure: false },
    ] as const
    const nothing = amount(0, { status: 'unreadable', yen: null, precision: null, unit: null })
    const before = assembly([draft(20, { place: at(10), amount: nothing, decisions, raw: '2,000' })])
    expect(rowsOf(before).issues.map(({ rule }) => rule)).toContain('unit_missing')
    const after = rowsOf(corrected(before, correcting({ raw: '2,000', new_yen: 2_000_000_000 })))
    expect(after.issues).toEqual([])
    expect(after.figures[0]).toMatchObject({ amount_status: 'numeric', precision_yen: 1_000_000, needs_review: false })
  })

  it('turns a pair round whose roles were read the wrong way round', () => {
    const wrong = correcting({ new_role: 'comparison' })
    const right = correction({ action: 'correct', boxes: boxAt(20), raw: '15億円', new_role: 'budget' })
    expect(corrected(slide, wrong, right).drafts.map(({ compares }) => compares)).toEqual([1, null, null])
  })

  it.each<[what: string, more: Partial<Correction>]>([
    ['its budget is none', { new_role: 'context' }],
    ['it is none itself', { boxes: boxAt(20), raw: '15億円', new_role: 'rate' }],
  ])('takes a pair apart where %s', (_, more) => {
    expect(corrected(slide, correcting(more)).drafts.map(({ compares }) => compares)).toEqual([null, null, null])
  })
})

const far = { sha256: '1'.repeat(64) }

describe('the figure of a correction', () => {
  const twice: readonly Draft[] = [draft(20, { place: at(10) }), draft(20, { place: at(10, 2) })]
  const lines: readonly Draft[] = [
    draft(20, { place: { page: null, line: 4, boxes: [] } }),
    draft(20, { place: { page: null, line: 4, boxes: [] }, role: 'comparison' }),
    draft(20, { place: { page: null, line: 7, boxes: [] }, programme: 1 }),
  ]
  const inText = { page: null, boxes: null, line: 4 }

  it.each<[what: string, drafts: readonly Draft[], more: Partial<Correction>, found: number | 'none' | 'several']>([
    ['at its place', twice, { page: 2, boxes: boxAt(10) }, 1],
    ['at its place, read otherwise now', twice, { boxes: boxAt(10), role: 'rate', programme: '別', yen: 3 }, 0],
    ['in a document of another name', twice, { boxes: boxAt(10), document_id: 'renamed' }, 0],
    ['on its page, a little off its place', twice, { page: 2, boxes: '9.0 0.0 11.0 1.0' }, 1],
    ['by its line where no place is known', twice, { page: 2, boxes: null, line: 1 }, 1],
    ['on another page', twice, { page: 3 }, 'none'],
    ['another print', twice, { boxes: boxAt(10), raw: '30億円' }, 'none'],
    ['a line of a text', lines, { ...inText, line: 7, role: 'rate' }, 2],
    ['one of two on a line', lines, { ...inText, role: 'comparison' }, 1],
    ['one of two on a line, read otherwise', lines, { ...inText, role: 'rate' }, 'several'],
    ['another line of a text', lines, { ...inText, line: 5 }, 'none'],
    ['in other bytes, read alike', [twice[0] as Draft], { ...far, page: 7, boxes: boxAt(99) }, 0],
    ['in other bytes, read otherwise', [twice[0] as Draft], { ...far, boxes: boxAt(10), stage: 'request' }, 'none'],
    ['in other bytes, on the page of one', twice, { ...far, page: 2, boxes: boxAt(99) }, 1],
    ['in other bytes, on neither page', twice, { ...far, page: 3, boxes: boxAt(99) }, 'several'],
    ['in other lines', lines, { ...inText, ...far, line: 99, programme: '創発的研究支援事業' }, 2],
    ['without its bytes', [twice[0] as Draft], { sha256: null }, 0],
    [
      'whose blanks a spreadsheet changed',
      [draft(20, { raw: '20 億\n円', place: at(10) })],
      { boxes: boxAt(10), raw: '20 億\r\n円' },
      0,
    ],
    ['whose label is gone', [draft(20, { place: at(10), label: '要求額' })], { ...far }, 'none'],
  ])('%s', (_, drafts, more, found) => {
    const after = corrected(assembly(drafts), correction(more))
    const accepted = after.drafts.flatMap(({ decisions }, i) => (decisions.length > 0 ? [i] : []))
    expect(accepted).toEqual(typeof found === 'number' ? [found] : [])
    const reasons = { none: 'fits no figure.', several: 'fits several figures.' }
    expect(after.issues.map(({ rule, message }) => [rule, message.split(') ').at(-1)])).toEqual(
      typeof found === 'number' ? [] : [['correction_unmatched', reasons[found]]],
    )
  })

  it('is told of by an issue of the document when it is not there', () => {
    const [issue] = corrected(assembly([]), correction({ action: 'reject', line: 3 })).issues
    expect(issue).toMatchObject({
      severity: 'warning',
      page: null,
      line: null,
      found: '20億円',
      message: 'The correction to reject 20億円 (page 1, line 3) fits no figure.',
    })
  })

  it.each<[what: string, corrections: readonly Correction[], counts: string]>([
    ['the later of two', [of({ ...far, date: '2026-04-02' }), of({ sha256: null, action: 'reject' })], 'accepted'],
    [
      'the later of two of other bytes',
      [of({ ...far, date: '2026-04-02' }), of({ sha256: '2'.repeat(64), action: 'reject' })],
      'accepted',
    ],
  ])('is that of %s', (_, corrections, counts) => {
    for (const list of [corrections, corrections.toReversed()]) {
      const after = corrected(slide, ...list)
      expect(after.drafts[0]?.decisions.at(-1)?.rule).toBe(`${counts}_by_person`)
      expect(after.issues.map(({ message }) => message)).toEqual([
        'The correction to reject 20億円 (page 1, line 1) fits a figure that another correction speaks of.',
      ])
    }
  })

  it.each<[what: string, drafts: readonly Draft[], own: readonly Partial<Correction>[], other: Partial<Correction>]>([
    [
      'where these bytes have one',
      [twice[0] as Draft],
      [{ boxes: boxAt(10) }],
      { action: 'reject', date: '2026-04-01' },
    ],
    ['without its bytes', [twice[0] as Draft], [{ boxes: boxAt(10) }], { sha256: null, action: 'reject' }],
    [
      'where these bytes have one that is not applied',
      [twice[0] as Draft],
      [{ boxes: boxAt(10), yen: null }],
      { action: 'reject' },
    ],
    [
      'where these bytes have one of each that it fits',
      twice,
      [{ boxes: boxAt(10) }, { boxes: boxAt(10), page: 2 }],
      { page: 9, action: 'reject' },
    ],
  ])('of other bytes is left to these %s', (_, drafts, own, other) => {
    const mine = own.map((more) => correction(more))
    const theirs = correction({ ...far, ...other })
    const alone = corrected(assembly(drafts), ...mine)
    for (const list of [
      [theirs, ...mine],
      [...mine, theirs],
    ])
      expect(corrected(assembly(drafts), ...list)).toEqual(alone)
  })

  it('is not missed on a page that was not read', () => {
    const missing = [correction({ page: 2 }), correction({ page: 3 }), correction({ page: 5 })]
    const after = correct(slide, missing, { ...document, pages: { from: 3, to: 4 } }).assembly
    expect(after.issues.map(({ message }) => message)).toEqual([
      'The correction to accept 20億円 (page 3, line 1) fits no figure.',
    ])
  })
})
