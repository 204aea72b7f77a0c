import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain.js'
import { checkRules } from '../../src/model/check-rules.js'
import { decisionRules } from '../../src/model/decision-rules.js'
import { painter } from '../../src/terminal.js'
import { child, doubtful, figure, programme } from '../emit/sample.js'

const print = (row: typeof figure) => explain(row, [programme, child], painter(false))

describe('explain', () => {
  it('prints what a person wants to know of a figure', () => {
    expect(print(figure)).toMatchInlineSnapshot(`
      "slides-p001-001
        printed      1兆1,850億円+事項要求
        label        令和8年度要求・要望額
        value        1,185,000,000,000 yen, printed to the nearest 100,000,000 (numeric_plus_unpriced)
        unit         mixed, printed with the amount
        place        slides, page 1, line 3, 312.4 88.1 470.9 101.2
        programme    研究の推進 > 戦略研究事業
        role         budget
        fiscal year  2026
        stage        request
        flags        estimate=includes, fund
        note         -

      Decided by
        role         The label of the amount names a stage of the budget. (label)
        programme    The programme is the heading of the box or block that holds the amount. (box_heading)

      Asks for no review
      "
    `)
  })

  it('prints why a figure asks for review', () => {
    expect(print(doubtful)).toMatchInlineSnapshot(`
      "slides-p001-002
        printed      （△35億円）
        label        -
        value        -3,500,000,000 yen, printed to the nearest 100,000,000
        unit         mixed, printed with the amount
        place        slides, page 1, line 3, 312.4 88.1 470.9 101.2
        programme    研究の推進 > 戦略研究事業
        role         change
        fiscal year  2026
        stage        request
        flags        -
        note         -

      Decided by
        role         The label of the amount names a stage of the budget. (label)
        programme    The programme is the heading of the box or block that holds the amount. (box_heading)

      Asks for review
        review       The programme is the line above the amount. (line_above)
        review       A previous year’s amount stands beside no budget figure. Find the budget figure in the print. (comparison_without_budget)
      "
    `)
  })

  it('prints what confirmed a figure', () => {
    const [, confirmed] = print({ ...figure, checked_by: 'column_total;percent' }).split('Confirmed by\n')
    expect(confirmed).toMatchInlineSnapshot(`
      "  The rows of its column add up to the printed total. (column_total)
        The printed percent of its row fits the amounts. (percent)

      Asks for no review
      "
    `)
  })

  it.each(Object.entries({ ...checkRules, ...decisionRules }))('knows the sentence of %s', (id, sentence) => {
    expect(print({ ...figure, decided_by: `role=${id}` })).toContain(`${sentence} (${id})`)
  })

  it.each([
    ['inline', 'printed with the amount'],
    ['column_header', 'from the head of its column'],
    ['table_caption', 'from the table’s caption'],
    ['page_caption', 'from a caption of its page'],
    ['document_default', 'as in all captions of the document'],
  ] as const)('says where the unit stands: %s', (unit_source, place) => {
    expect(print({ ...figure, unit_printed: '千円', unit_source })).toContain(`  unit         千円, ${place}\n`)
  })

  it.each([
    ['no unit', { unit_printed: null, unit_source: 'table_caption' }, 'unit         -\n'],
    ['a check of another version', { checked_by: 'magic' }, 'does not know the rule. (magic)'],
    ['a range', { yen: 600_000_000, yen_max: 800_000_000, amount_status: 'numeric' }, '600,000,000 to 800,000,000 yen'],
    ['an unpriced request', { yen: null, amount_status: 'unpriced', precision_yen: null }, 'value        unpriced\n'],
    ['a line of a text', { page: null, line: 12, bbox: null }, 'place        slides, line 12\n'],
    ['no programme', { programme_row_id: null, programme: null }, 'programme    -\n'],
    ['a rule of another version', { decided_by: 'role=magic' }, 'does not know the rule. (magic)'],
    ['text that would move the cursor', { raw: '1億円\u001b[2J\u202e' }, '1億円\\u001b[2J\\u202e'],
  ] as const)('prints %s', (_, change, printed) => {
    expect(print({ ...figure, ...change })).toContain(printed)
  })

  it('ends on a tree that bites its tail', () => {
    const loop = { ...programme, parent_row_id: child.programme_row_id }
    expect(explain(figure, [loop, child], painter(false))).toContain('研究の推進 > 戦略研究事業')
  })
})
