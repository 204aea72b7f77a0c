import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentRow } from '../../src/model/document.js'
import type { Figure } from '../../src/model/figure.js'
import { type Baseline, baselineOf } from '../../src/regression/baseline.js'
import { check } from '../../src/regression/index.js'
import { checkAgain, type DocumentReport, reasonOf } from '../../src/regression/report.js'
import { compared, dataset, oku, row, shuffled, sumCheck } from './entries.js'

const figures = [oku(1), oku(2), oku(3)]
const slides = dataset(figures)

/** The data set of `slides` with another row for it. */
const slidesWith = (more: Partial<DocumentRow>) => ({ ...slides, documents: [row(3, more)] })

const totals = { same: 0, added: 0, removed: 0, changed: 0, documents: 0, faults: 0 }

describe('a data set', () => {
  it('is as its baseline says', () => {
    expect(compared(slides, slides)).toEqual({
      documents: [
        {
          document: 'slides',
          file: 'as_before',
          status: 'complete',
          statusBefore: 'complete',
          same: 3,
          added: [],
          removed: [],
          changed: [],
        },
      ],
      checks: { verdicts: {}, faults: [] },
      totals: { ...totals, same: 3 },
      passed: true,
    })
  })

  it('of nothing is as its baseline says', () => {
    expect(compared(dataset([]), dataset([]))).toEqual({
      documents: [],
      checks: { verdicts: {}, faults: [] },
      totals,
      passed: true,
    })
  })

  it.each<[what: string, after: readonly Figure[], difference: Partial<typeof totals>]>([
    ['a figure more', [...figures, oku(4)], { same: 3, added: 1 }],
    ['a figure fewer', [oku(1), oku(3)], { same: 2, removed: 1 }],
    ['another flag', [oku(1), oku(2), oku(3, { fund: true })], { same: 2, changed: 1 }],
    ['all of these', [oku(1), oku(3, { fund: true }), oku(4), oku(5)], { same: 1, added: 1, changed: 2 }],
  ])('with %s does not pass', (_, after, difference) => {
    expect(compared(slides, dataset(after))).toMatchObject({ totals: { ...totals, ...difference }, passed: false })
  })

  it('passes whatever the order of its rows and the ids of its figures', () => {
    const two = [...figures, oku(2), oku(4, { document_id: 'book' }), oku(5, { document_id: 'book' })].map(
      (figure, i) => ({ ...figure, figure_id: `x${i}` }),
    )
    fc.assert(
      fc.property(shuffled(two), shuffled(dataset(two).documents), (others, documents) => {
        const renamed = others.map((figure, i) => ({ ...figure, figure_id: `y${i}` }))
        const { passed, totals } = compared(dataset(two), { ...dataset(renamed), documents })
        expect([passed, totals.same]).toEqual([true, two.length])
      }),
    )
  })

  it('tells of each figure that is gone', () => {
    fc.assert(
      fc.property(fc.subarray(figures), (left) => {
        const { totals, passed } = compared(slides, { ...dataset(left), documents: [row(left.length)] })
        expect(totals).toMatchObject({ same: left.length, removed: 3 - left.length, added: 0, changed: 0 })
        expect(passed).toBe(left.length === 3)
      }),
    )
  })
})

describe('a document', () => {
  const book = oku(4, { document_id: 'book' })

  it.each<[what: string, file: DocumentReport['file'], status: string, more: Partial<DocumentRow>, passes: boolean]>([
    ['of other bytes', 'other_bytes', 'complete', { sha256: '1'.repeat(64) }, true],
    ['without bytes', 'other_bytes', 'complete', { sha256: null }, true],
    ['that is read less completely', 'other_status', 'partial', { status: 'partial' }, false],
    ['of other bytes, read less completely', 'other_status', 'partial', { status: 'partial', sha256: null }, false],
    ['of another name and title', 'as_before', 'complete', { file_name: 'x.pdf', title: 'x' }, true],
  ])('%s is %s', (_, file, status, more, passes) => {
    const { documents, totals, passed } = compared(slides, slidesWith(more))
    expect(documents).toEqual([
      { document: 'slides', file, status, statusBefore: 'complete', same: 3, added: [], removed: [], changed: [] },
    ])
    expect([totals.documents, passed]).toEqual([passes ? 0 : 1, passes])
  })

  it('that came is new, with all its figures', () => {
    const { documents, totals, passed } = compared(slides, dataset([...figures, book]))
    expect(documents).toMatchObject([
      {
        document: 'book',
        file: 'new',
        status: 'complete',
        statusBefore: '',
        same: 0,
        added: [{ raw: '4億円' }],
        removed: [],
      },
      { document: 'slides', file: 'as_before', same: 3 },
    ])
    expect([totals.documents, totals.added, passed]).toEqual([1, 1, false])
  })

  it('that went is gone, with all its figures', () => {
    const { documents, totals, passed } = compared(dataset([...figures, book]), slides)
    expect(documents).toMatchObject([
      {
        document: 'book',
        file: 'gone',
        status: '',
        statusBefore: 'complete',
        same: 0,
        added: [],
        removed: [{ raw: '4億円' }],
      },
      { document: 'slides', file: 'as_before', same: 3 },
    ])
    expect([totals.documents, totals.removed, passed]).toEqual([1, 1, false])
  })

  it('without figures that came or went is a difference', () => {
    const none = { ...slides, documents: [...slides.documents, row(0, { document_id: 'book' })] }
    expect(compared(slides, none)).toMatchObject({ totals: { documents: 1, added: 0 }, passed: false })
    expect(compared(none, slides)).toMatchObject({ totals: { documents: 1, removed: 0 }, passed: false })
  })

  it('is compared with itself alone', () => {
    const { documents } = compared(slides, dataset([oku(1), oku(2), oku(3, { document_id: 'book' })]))
    expect(documents).toMatchObject([
      { document: 'book', added: [{ raw: '3億円' }], changed: [] },
      { document: 'slides', same: 2, removed: [{ raw: '3億円' }], changed: [] },
    ])
  })

  it('is told in the order of the ids', () => {
    const many = dataset(['c', 'a', 'b'].map((document_id) => oku(1, { document_id })))
    expect(compared(many, dataset([])).documents.map(({ document }) => document)).toEqual(['a', 'b', 'c'])
  })
})

describe('entries of a document without a line', () => {
  const unlisted: Baseline = { ...baselineOf(slides, []), documents: [] }
  const nowhere = { ...slides, documents: [] }

  it('in the baseline are compared, and the document is new', () => {
    expect(check(slides, unlisted)).toMatchObject({
      documents: [{ file: 'new', same: 3 }],
      totals: { same: 3, documents: 1 },
    })
  })

  it.each([
    ['with its row in the baseline', slides, 'complete'],
    ['without a row on both sides', nowhere, ''],
  ])('in the data set, %s, are compared and are each a fault', (_, before, statusBefore) => {
    expect(compared(before, nowhere)).toMatchObject({
      documents: [{ file: 'as_before', status: '', statusBefore, same: 3, added: [], removed: [] }],
      checks: { faults: figures.map(({ figure_id }) => ({ document: 'slides', id: figure_id, rule: 'document_key' })) },
      totals: { ...totals, same: 3, faults: 3 },
      passed: false,
    })
  })

  it('in the baseline alone are removed, and the document is gone', () => {
    expect(check(dataset([]), unlisted)).toMatchObject({
      documents: [{ file: 'gone', same: 0 }],
      totals: { ...totals, removed: 3, documents: 1 },
    })
  })
})

describe('checks are reckoned again', () => {
  const whole = oku(5)
  const parts = [oku(2), oku(3)]
  const checks = sumCheck(whole, ...parts)
  const id = 'slides-k0001'
  const fault = { document: 'slides', id, rule: 'programme_parts' }

  it('and hold', () => {
    expect(checkAgain(dataset([whole, ...parts], checks))).toEqual({ verdicts: { ok: 1 }, faults: [] })
  })

  it.each<[what: string, figures: readonly Figure[], verdict: string, message: string]>([
    [
      'with another part',
      [whole, oku(2), oku(3, { raw: '5億円', yen: 500_000_000 })],
      'mismatch',
      'The parts do not add up to the amount.',
    ],
    [
      'with another whole',
      [oku(5, { raw: '9億円', yen: 900_000_000 }), ...parts],
      'mismatch',
      'The parts do not add up to the amount.',
    ],
    ['without a part', [whole, oku(2)], 'not_run', 'An amount that the check needs is not there.'],
    ['without the whole', parts, 'not_run', 'An amount that the check needs is not there.'],
    [
      'with a part of another year',
      [whole, oku(2), oku(3, { fiscal_year: 2025 })],
      'mismatch',
      'Figures of different years, stages or roles are added up.',
    ],
    [
      'with a part that is off by rounding',
      [whole, oku(2), oku(3, { raw: '4億円', yen: 400_000_000 })],
      'rounding',
      'It comes out otherwise than when it was written.',
    ],
    [
      'with a coarser print',
      [whole, oku(2), oku(3, { precision_yen: 1_000_000_000 })],
      'ok',
      'It comes out otherwise than when it was written.',
    ],
  ])('%s', (_, figures, verdict, message) => {
    expect(checkAgain(dataset(figures, checks))).toEqual({
      verdicts: { [verdict]: 1 },
      faults: [{ ...fault, message }],
    })
  })

  it.each(['expected_yen', 'found_yen', 'tolerance_yen'] as const)('and tell of a row with another %s', (column) => {
    const other = checks.map((row) => ({ ...row, [column]: 1 }))
    const message = 'It comes out otherwise than when it was written.'
    expect(checkAgain(dataset([whole, ...parts], other)).faults).toEqual([{ ...fault, message }])
  })

  it('and a mismatch that was one is no fault', () => {
    const wrong = sumCheck(oku(9), ...parts)
    expect(checkAgain(dataset([oku(9), ...parts], wrong))).toEqual({ verdicts: { mismatch: 1 }, faults: [] })
  })

  it('and counted by verdict', () => {
    const all = [whole, ...parts, oku(9), oku(7)]
    const rows = [...sumCheck(oku(9), ...parts), ...checks, ...sumCheck(oku(7), oku(5), oku(2))]
    expect(checkAgain(dataset(all, rows)).verdicts).toEqual({ mismatch: 1, ok: 2 })
  })

  it('before rows that contradict each other', () => {
    const other = dataset([whole, oku(2), oku(3, { yen: 500_000_000 })], checks)
    expect(checkAgain(other).faults).toEqual([
      { ...fault, message: 'The parts do not add up to the amount.' },
      {
        document: 'slides',
        id: 'slides-p001-003',
        rule: 'printed_value',
        message: 'The amount is not that of its printed digits, unit and sign.',
      },
    ])
  })

  it('and a fault alone does not pass', () => {
    const { totals, passed } = compared(slides, { ...slides, documents: [row(4)] })
    expect([totals, passed]).toEqual([{ same: 3, added: 0, removed: 0, changed: 0, documents: 0, faults: 1 }, false])
  })
})

it('a reason says how many figures it changes', () => {
  const report = compared(slides, dataset([oku(1), oku(2, { fund: true }), oku(7, { page: 2 }), oku(8, { page: 2 })]))
  expect(reasonOf('正誤表', report.totals)).toEqual({ text: '正誤表', added: 2, removed: 1, changed: 1 })
})
