import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Figure, figureSchema } from '../../src/model/figure.js'
import { byContent, type Entry, entriesOf } from '../../src/regression/entry.js'
import { doubtful, figure } from '../emit/sample.js'
import { alike, entriesWith, oku, shuffled } from './entries.js'

const entryOf = (change: Partial<Figure>): Entry => entriesOf([{ ...figure, ...change }])[0] as Entry

describe('the entry of a figure', () => {
  it('holds its place, its programme, its term, its amount and its flags', () => {
    expect(entriesOf([figure])).toEqual([
      {
        document: 'slides',
        page: '1',
        programme: '研究の推進 > 戦略研究事業',
        role: 'budget',
        year: '2026',
        stage: 'request',
        yen: '1185000000000',
        raw: '1兆1,850億円+事項要求',
        flags: 'numeric_plus_unpriced;frame=request_and_wish;estimate=includes;fund',
      },
    ])
  })

  it.each<[what: string, change: Partial<Figure>, entry: Partial<Entry>]>([
    ['a line of a text', { page: null }, { page: '' }],
    ['a programme of no section', { parent: null }, { programme: '戦略研究事業' }],
    ['money of a section', { programme: null }, { programme: '研究の推進' }],
    ['money of no programme', { programme: null, parent: null }, { programme: '' }],
    ['no year', { fiscal_year: null }, { year: '' }],
    ['no stage', { stage: null }, { stage: '' }],
    ['a supplement', { stage: 'supplementary', supplementary_no: 2 }, { stage: 'supplementary 2' }],
    ['a supplement of an unknown stage', { stage: null, supplementary_no: 2 }, { stage: '2' }],
    ['a decrease', { yen: -3_500_000_000 }, { yen: '-3500000000' }],
    ['nothing', { yen: 0 }, { yen: '0' }],
    ['a range', { yen: 600_000_000, yen_max: 800_000_000 }, { yen: '600000000..800000000' }],
    ['no value', { yen: null }, { yen: '' }],
  ])('of %s', (_, change, entry) => {
    expect(entryOf(change)).toEqual({ ...entryOf({}), ...entry })
  })

  it.each<[change: Partial<Figure>, flag: string]>([
    [{}, ''],
    [{ amount_status: 'unpriced' }, 'unpriced'],
    [{ amount_status: 'dash' }, 'dash'],
    [{ approx: '程度' }, '程度'],
    [{ request_frame: 'wish' }, 'frame=wish'],
    [{ basis: 'contract' }, 'basis=contract'],
    [{ is_new: true }, 'new'],
    [{ part_of: true }, 'part_of'],
    [{ reposted: 'full' }, 'reposted=full'],
    [{ estimate: 'is' }, 'estimate=is'],
    [{ digital_agency: 'excludes' }, 'digital_agency=excludes'],
    [{ fund: true }, 'fund'],
    [{ special_account_included: true }, 'special_account'],
    [{ reclassified: true }, 'reclassified'],
    [{ needs_review: true }, 'needs_review'],
    [{ needs_review: true, is_new: true, part_of: true }, 'new;part_of;needs_review'],
  ])('%j has the flag %j', (change, flag) => {
    expect(
      entryOf({ amount_status: 'numeric', request_frame: null, estimate: 'none', fund: false, ...change }),
    ).toEqual({ ...entryOf({}), flags: flag })
  })

  it('holds nothing that may change while the data stay the same', () => {
    const other: Figure = {
      ...figure,
      figure_id: 'x',
      programme_row_id: 'x',
      line: 99,
      boxes: null,
      bbox: null,
      label_boxes: '0.0 0.0 1.0 1.0',
      raw_label: null,
      precision_yen: null,
      unit_printed: null,
      unit_source: null,
      sign_mark: '△',
      fiscal_year_printed: null,
      inherited: true,
      compares_figure_id: 'x',
      duplicate_of_figure_id: 'x',
      check_status: 'ok',
      checked_by: 'percent',
      review_reasons: 'x',
      decided_by: null,
      note: 'x',
    }
    const changed = Object.keys(figureSchema.shape).filter(
      (name) => Reflect.get(other, name) !== Reflect.get(figure, name),
    )
    expect(entriesOf([other])).toEqual(entriesOf([figure]))
    expect(Object.keys(figureSchema.shape).filter((name) => !changed.includes(name))).toEqual([
      'document_id',
      'programme',
      'parent',
      'page',
      'raw',
      'amount_status',
      'yen',
      'yen_max',
      'approx',
      'role',
      'fiscal_year',
      'stage',
      'supplementary_no',
      'request_frame',
      'basis',
      'is_new',
      'part_of',
      'reposted',
      'estimate',
      'digital_agency',
      'fund',
      'special_account_included',
      'reclassified',
      'needs_review',
    ])
  })
})

describe('entries are sorted', () => {
  it.each<[by: string, first: Partial<Figure>, second: Partial<Figure>]>([
    ['document', { document_id: 'a', page: 9 }, { document_id: 'b', page: 1 }],
    ['page, as a number', { page: 2, programme: '乙' }, { page: 10, programme: '甲' }],
    ['page, texts first', { page: null }, { page: 1 }],
    ['programme', { programme: 'a', role: 'context' }, { programme: 'b', role: 'budget' }],
    ['role', { role: 'budget', fiscal_year: 2026 }, { role: 'change', fiscal_year: 2025 }],
    ['year', { fiscal_year: 2025, stage: 'request' }, { fiscal_year: 2026, stage: 'draft' }],
    ['stage', { stage: 'draft' }, { stage: 'request' }],
    ['print, where all else is alike', { raw: '１億円' }, { raw: '１億円程度' }],
  ])('by %s', (_, first, second) => {
    const [a, b] = [
      { ...doubtful, ...first },
      { ...doubtful, ...second },
    ]
    const sorted = [...entriesOf([a]), ...entriesOf([b])]
    expect(entriesOf([a, b])).toEqual(sorted)
    expect(entriesOf([b, a])).toEqual(sorted)
  })

  it('whatever the order of the figures', () => {
    const figures = [1, 2, 3, 4, 5].map((count) => oku(count, { page: (count % 2) + 1, fund: count > 3 }))
    fc.assert(
      fc.property(shuffled(figures), (others) => {
        expect(entriesOf(others)).toEqual(entriesOf(figures))
      }),
    )
  })

  it('in one way only', () => {
    const entries = fc.oneof(alike, entriesWith(fc.constantFrom('', '1', '10', '2')))
    fc.assert(
      fc.property(entries, entries, entries, (a, b, c) => {
        expect(Math.sign(byContent(a, b))).toBe(-Math.sign(byContent(b, a)) || 0)
        if (byContent(a, b) === 0) expect(a).toEqual(b)
        if (byContent(a, b) <= 0 && byContent(b, c) <= 0) expect(byContent(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })
})
