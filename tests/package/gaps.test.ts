import { describe, expect, it } from 'vitest'
import type { DocumentRow } from '../../src/model/document.js'
import { FactFinder, type Facts } from '../../src/package/facts.js'
import { gapsOf } from '../../src/package/gaps.js'
import { document as partial } from '../emit/sample.js'

const always = 'Amounts in pictures and scans are not read, nor are amounts without digits or without 円.'

const nothing = new FactFinder().facts(0)

const document: DocumentRow = {
  ...partial,
  status: 'complete',
  pages_unreadable: null,
  source_url: 'https://example.jp/a',
}

const of = (...documents: readonly Partial<DocumentRow>[]): Partial<Facts> => ({
  documents: documents.map((more) => ({ ...document, ...more })),
})

const counted = (more: Partial<Facts['summary']>): Partial<Facts> => ({ summary: { ...nothing.summary, ...more } })

describe('gapsOf', () => {
  it.each<[what: string, facts: Partial<Facts>, lines: readonly string[]]>([
    ['nothing is known', {}, []],
    ['all is well', of({}, {}), []],
    ['a text has no pages', of({ page_count: null, pages_read: null }), []],
    [
      'a document failed',
      of({ status: 'failed', page_count: null, pages_read: null }),
      ['slides.pdf could not be read: it has no figures here.'],
    ],
    [
      'pages could not be read',
      of({ status: 'partial', pages_unreadable: '3;5' }),
      ['slides.pdf could only be read in part; pages without figures here: 3;5.'],
    ],
    [
      'a document is partial and does not say where',
      of({ status: 'partial' }),
      ['slides.pdf could only be read in part; pages without figures here: ?.'],
    ],
    ['only some pages were asked for', of({ pages_read: 1 }), ['Of slides.pdf 1 of 3 pages were asked for.']],
    [
      'figures wait for a person',
      {
        ...counted({ figures: 9, needs_review: 3 }),
        reasons: [
          ['line_above', 2],
          ['x', 1],
        ],
      },
      ['3 figures of 9 are marked `needs_review`: 2 by `line_above`, 1 by `x`.'],
    ],
    [
      'budget figures lack something',
      { lacking: { fiscal_year: 1, stage: 2, programme: 3, unit: 4 } },
      [
        '1 budget figure with no fiscal year.',
        '2 budget figures with no stage of the budget.',
        '3 budget figures with no programme.',
        '4 budget figures with no amount, since it cannot be read or no unit is printed.',
      ],
    ],
    [
      'checks prove nothing',
      counted({ checks_by_verdict: { ok: 5, rounding: 1, not_run: 2, mismatch: 1 } }),
      ['Of the checks these prove nothing or speak against a figure: 1 `mismatch`, 2 `not_run`.'],
    ],
    ['all checks hold', counted({ checks_by_verdict: { ok: 5, rounding: 1 } }), []],
    [
      'there are issues',
      counted({ issues_by_rule: { duplicate_figure: 2, page_without_text_layer: 1 } }),
      ['`issues` names 2 `duplicate_figure`, 1 `page_without_text_layer`.'],
    ],
    [
      'names stand for several programmes',
      { ambiguous: 2 },
      [
        '2 amounts are not in `programmes_series`: a document has several programmes of their name, or prints a supplement with several amounts.',
      ],
    ],
    [
      'no address is known',
      of({ source_url: null }, {}, { source_url: null }),
      ['Of 2 documents no address is known: they were local files.'],
    ],
  ])('when %s', (_, facts, lines) => {
    expect(gapsOf({ ...nothing, ...facts })).toEqual([...lines, always])
  })

  it.each(['failed', 'partial', 'complete'] as const)('keeps the name of a file in its line: %s', (status) => {
    const [line, ...rest] = gapsOf({ ...nothing, ...of({ status, pages_read: 1, file_name: 'a\n# <b>`|[x](y).pdf' }) })
    expect(line).toContain('a &#35; &#60;b&#62;&#96;&#124;&#91;x&#93;(y).pdf')
    expect(rest).toEqual([always])
  })
})
