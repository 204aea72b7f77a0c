import { describe, expect, it } from 'vitest'
import { exitCodeOf } from '../../src/exit-code.js'
import type { Dataset } from '../../src/model/dataset.js'
import type { IssueRow } from '../../src/model/issue-row.js'
import type { Failure } from '../../src/options.js'
import { printSummary } from '../../src/summary.js'
import { type CorrectionCounts, Tally } from '../../src/tally.js'
import { painter } from '../../src/terminal.js'
import { correction } from '../corrections/corrections.js'
import { check, dataset, document, doubtful } from '../emit/sample.js'

const failure = { input: 'b.pdf', message: 'b.pdf is not a PDF.', code: 'not_a_pdf' } as const
const whole = { ...dataset, documents: [{ ...document, status: 'complete', pages_unreadable: null }] } as const

const summaryOf = (part: Dataset, files: readonly string[], failures: readonly Failure[] = []) => {
  const tally = new Tally()
  tally.add(part)
  return tally.summary(failures, files)
}

const book = { ...dataset, documents: [{ ...document, document_type: 'budget_book' }] } as const

describe('printSummary', () => {
  it('tells a person what was found', () => {
    const summary = summaryOf(book, ['output/figures.json'])
    expect(printSummary(summary, painter(false))).toMatchInlineSnapshot(`
      "slides.pdf  3 pages, a budget book (partial, unreadable: 3)

      2 figures: 1 budget, 1 change
      2 programmes
      1 line of a budget book: 0 balance checks made, 0 hold
      1 table
      1 check ran: 1 ok; 1 not run

      1 issue
           1  A page has no visible text layer, so its figures could not be read (page_without_text_layer)

      1 figure asks for review:
        slides-p001-002  page 1  （△35億円）  戦略研究事業  line_above, comparison_without_budget

      Files written:
        output/figures.json
      "
    `)
  })

  it('shows the first ten figures that ask for review', () => {
    const figures = Array.from({ length: 12 }, (_, i) => ({ ...doubtful, figure_id: `f${i}` }))
    const text = printSummary(summaryOf({ ...dataset, figures }, []), painter(false))
    expect(text).toContain('12 figures ask for review, the first 10:\n  f0')
    expect(text).toContain('f9')
    expect(text).not.toContain('f10')
  })

  it('is short when nothing is wrong', () => {
    const calm = { ...whole, figures: [], programmes: [], issues: [], checks: [], lines: [], grids: [] }
    const text = printSummary(summaryOf(calm, []), painter(false))
    expect(text).toBe('slides.pdf  3 pages\n\n0 figures\n0 programmes\n\n0 issues\n\nNo figure asks for review\n')
  })

  it.each<[corrections: Partial<CorrectionCounts>, lines: string]>([
    [{}, ''],
    [{ accepted: 1 }, '1 correction applied: 1 accepted, 0 corrected, 0 rejected\n'],
    [{ accepted: 2, corrected: 3, rejected: 4 }, '9 corrections applied: 2 accepted, 3 corrected, 4 rejected\n'],
    [{ unmatched: 2 }, '2 corrections not applied: no figure fits, several do, or one is read otherwise now\n'],
    [{ elsewhere: 5, elsewhere_documents: ['a'] }, '5 corrections of 1 document not here: a\n'],
    [
      { corrected: 1, elsewhere: 9, elsewhere_documents: ['a', 'b', 'c', 'd', 'e'] },
      '1 correction applied: 0 accepted, 1 corrected, 0 rejected\n' +
        '9 corrections of 5 documents not here: a, b, c, and 2 more\n',
    ],
  ])('tells what became of corrections: %j', (counts, lines) => {
    const calm = summaryOf({ ...whole, figures: [], programmes: [], issues: [], checks: [], grids: [] }, [])
    const text = printSummary({ ...calm, corrections: { ...calm.corrections, ...counts } }, painter(false))
    expect(text).toContain(`0 issues\n\n${lines}${lines === '' ? '' : '\n'}No figure asks for review\n`)
  })

  it('counts corrections', () => {
    const figures = [
      'role=corrected_by_person;value=digits_and_unit',
      'review=accepted_by_person',
      'role=label',
      null,
    ].map((decided_by) => ({ ...doubtful, decided_by }))
    const [issue] = dataset.issues as [IssueRow]
    const issues = [issue, { ...issue, rule: 'figure_rejected' }, { ...issue, rule: 'correction_unmatched' }]
    const tally = new Tally()
    tally.add({ ...dataset, figures, issues })
    const others = [
      correction({ document_id: document.document_id }),
      correction({ document_id: 'renamed', sha256: document.sha256 }),
      correction({ document_id: 'b', sha256: '9'.repeat(64) }),
      correction({ document_id: 'a', sha256: null }),
      correction({ document_id: 'b', sha256: '9'.repeat(64), page: 2 }),
    ]
    expect(tally.summary([], [], others).corrections).toEqual({
      accepted: 1,
      corrected: 1,
      rejected: 1,
      unmatched: 1,
      elsewhere: 3,
      elsewhere_documents: ['a', 'b'],
    })
  })

  it('escapes the text of documents and colours its own', () => {
    const figures = [{ ...doubtful, raw: '1\u001b[31m億円' }]
    const text = printSummary(summaryOf({ ...dataset, figures }, []), painter(true))
    expect(text).toContain('1\\u001b[31m億円')
    expect(text).toContain('\u001b[1m1 figure\u001b[0m: 1 change')
  })
})

describe('printSummary of tables', () => {
  it('counts the files of tables and does not list them', () => {
    const files = ['out/figures.csv', 'out/tables/slides-p002-t1.csv', 'out/tables/slides-p003-t1.csv']
    const text = printSummary(summaryOf(dataset, files), painter(false))
    expect(text).toMatch(/Files written:\n {2}out\/figures.csv\n {2}out\/tables\/ {2}2 tables\n$/)
  })

  it('says how many figures a check confirms', () => {
    const figures = [{ ...doubtful, checked_by: 'difference' }, doubtful]
    const text = printSummary(summaryOf({ ...dataset, figures }, []), painter(false))
    expect(text).toContain('\n1 figure confirmed by a check\n')
  })
})

describe('printSummary of checks', () => {
  it.each([
    ['none', [], null],
    ['one', ['ok'], '1 check ran: 1 ok'],
    [
      'of each kind',
      ['ok', 'mismatch', 'ok', 'rounding', 'ok', 'rounding'],
      '6 checks ran: 3 ok, 2 rounding, 1 mismatch',
    ],
    ['some open', ['not_run', 'ok', 'incomplete', 'not_run'], '1 check ran: 1 ok; 1 incomplete, 2 not run'],
    ['all open', ['not_run', 'incomplete'], '0 checks ran; 1 incomplete, 1 not run'],
  ] as const)('%s', (_, verdicts, line) => {
    const checks = verdicts.map((verdict) => ({ ...check, verdict }))
    const text = printSummary(summaryOf({ ...dataset, checks }, []), painter(false))
    expect(text.split('\n').filter((printed) => printed.includes(' ran'))).toEqual(line === null ? [] : [line])
  })
})

describe('Tally', () => {
  it('counts balance checks of budget books, whose document comes with their last part', () => {
    const tally = new Tally()
    const { documents, ...rest } = book
    const sum = { ...check, rule: 'column_total' } as const
    const sums = [sum, { ...sum, verdict: 'mismatch' }, { ...sum, rule: 'year_chain' }] as const
    tally.add({ ...rest, documents: [], checks: sums })
    tally.add({ ...rest, documents, checks: [{ ...sum, verdict: 'incomplete' }, sum] })
    tally.add({ ...rest, documents: [], checks: [{ ...sum, document_id: 'no-book' }] })
    expect(tally.summary([], [])).toMatchObject({ balance_checks: 3, balance_checks_holding: 2 })
  })

  it('gives counts, most frequent first', () => {
    const figures = [...dataset.figures, doubtful]
    const checks = [...dataset.checks, { ...check, verdict: 'not_run' }] as const
    const { figures_by_role, issues_by_rule, ...counts } = summaryOf({ ...dataset, figures, checks }, [])
    expect(counts.checks).toBe(3)
    expect(Object.entries(counts.checks_by_verdict)).toEqual([
      ['not_run', 2],
      ['ok', 1],
    ])
    expect(Object.entries(figures_by_role)).toEqual([
      ['change', 2],
      ['budget', 1],
    ])
    expect(issues_by_rule).toEqual({ page_without_text_layer: 1 })
  })
})

describe('exitCodeOf', () => {
  const complete = { status: 'complete' } as const
  const partial = { status: 'partial' } as const
  const failed = { status: 'failed' } as const
  it.each([
    ['all went well', { documents: [complete, complete], failures: [] }, 0],
    ['a page could not be read', { documents: [complete, partial], failures: [] }, 2],
    ['a document could not be read', { documents: [complete, failed], failures: [failure] }, 2],
    ['a name stood for nothing', { documents: [complete], failures: [failure] }, 2],
    ['no document could be read', { documents: [failed], failures: [failure] }, 1],
    ['there was no document', { documents: [], failures: [failure] }, 1],
  ])('%s', (_, made, code) => {
    expect(exitCodeOf(made)).toBe(code)
  })
})
