import { describe, expect, it } from 'vitest'
import { printTrend } from '../../src/series/print.js'
import type { TrendRow } from '../../src/series/trend.js'
import { painter } from '../../src/terminal.js'

const row = (more: Partial<TrendRow> = {}): TrendRow => ({
  series: 1,
  programme: '総務費',
  parent: null,
  programme_row_id: null,
  names: '総務費',
  fiscal_year: 2025,
  stage: 'enacted',
  supplementary_no: null,
  yen: 2_500_000_000,
  precision_yen: 100_000_000,
  role: 'budget',
  change_yen: null,
  change_percent: null,
  document_id: 'r7-aoba-book',
  page: 12,
  figures: 'r7-aoba-book-p012-001',
  needs_review: false,
  breaks: null,
  break_notes: null,
  ...more,
})

const print = (rows: readonly TrendRow[], ambiguous = 0) => printTrend({ rows, ambiguous }, painter(false))

describe('printTrend', () => {
  it('prints each series, and each break below its line', () => {
    expect(
      print([
        row({ fiscal_year: 2023, role: 'comparison', yen: 900_000_000, names: '庶務費' }),
        row({
          fiscal_year: 2024,
          stage: 'draft',
          change_yen: -45_000_000,
          change_percent: '-5.0',
          yen: 855_000_000,
          breaks: 'restated;renamed',
          break_notes: 'r6-book prints 860,000,000 yen. Before it was 庶務費.',
        }),
        row({ fiscal_year: 2024, stage: 'supplementary', supplementary_no: 2, yen: 5 }),
        row({ change_yen: 1, change_percent: '1234.5', page: null }),
        row({ series: 2, programme: '議会費', names: '議会費 + 選挙費', change_yen: 0, change_percent: '0.0' }),
        row({ series: 2, programme: '議会費', change_yen: -1, change_percent: '0.0' }),
        row({ series: 2, programme: '議会費', change_yen: 1, change_percent: '0.0' }),
        row({ series: 2, programme: '議会費', change_yen: 1, change_percent: null }),
      ]),
    ).toMatchInlineSnapshot(`
      "総務費
        2023  enacted            900,000,000            r7-aoba-book p12 (as the previous year) 庶務費
        2024  draft              855,000,000     -5.0%  r7-aoba-book p12
              ! restated, renamed: r6-book prints 860,000,000 yen. Before it was 庶務費.
        2024  supplementary 2              5            r7-aoba-book p12
        2025  enacted          2,500,000,000  +1234.5%  r7-aoba-book

      議会費
        2025  enacted  2,500,000,000            r7-aoba-book p12 議会費 + 選挙費
        2025  enacted  2,500,000,000     -0.0%  r7-aoba-book p12 総務費
        2025  enacted  2,500,000,000     +0.0%  r7-aoba-book p12 総務費
        2025  enacted  2,500,000,000            r7-aoba-book p12 総務費
      "
    `)
  })

  it('counts what has no series', () => {
    expect(print([row()], 3)).toMatchInlineSnapshot(`
      "総務費
        2025  enacted  2,500,000,000            r7-aoba-book p12

      Left out, since their names stand for several programmes: 3 amounts
      "
    `)
  })

  it.each([
    ['alone', 0, ''],
    ['and what was left out', 3, '\nLeft out, since their names stand for several programmes: 3 amounts\n'],
  ])('says that there is no series: %s', (_, ambiguous, left) => {
    expect(print([], ambiguous)).toBe(`No programme has amounts of several years or stages.\n${left}`)
  })

  it.each([
    ['names', row({ programme: '総\u001b[2J務' }), '総\\u001b[2J務\n'],
    ['names that differ', row({ names: '甲\u202e' }), ' 甲\\u202e\n'],
    ['documents', row({ document_id: 'r7\u0007' }), 'r7\\u0007 p12\n'],
    [
      'notes',
      row({ breaks: 'renamed', break_notes: 'Before it was 総\r務.' }),
      '! renamed: Before it was 総\\u000d務.\n',
    ],
  ])('makes %s safe to show', (_, one, text) => {
    expect(print([one])).toContain(text)
  })

  it('colours names and breaks', () => {
    const lines = printTrend(
      { rows: [row({ breaks: 'renamed', break_notes: 'x' })], ambiguous: 0 },
      painter(true),
    ).split('\n')
    expect([lines[0], lines[2]]).toEqual(['\u001b[1m総務費\u001b[0m', '\u001b[33m        ! renamed: x\u001b[0m'])
    expect(lines[1]).not.toContain('\u001b')
  })
})
