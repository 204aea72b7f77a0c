import { describe, expect, it } from 'vitest'
import type { CheckRow } from '../../../src/model/check.js'
import { checkRules } from '../../../src/model/check-rules.js'
import { fragmentOf } from '../../../src/report/html.js'
import { totalsMarkup } from '../../../src/report/overview/totals.js'
import { check, figure } from '../../emit/sample.js'
import { addressesOf, hostile, tagsOf, textOf } from '../markup.js'

const total = (more: Partial<CheckRow> = {}): CheckRow => ({
  ...check,
  rule: 'column_total',
  percent: null,
  expected_yen: 1_000_000_000,
  found_yen: 1_200_000_000,
  verdict: 'ok',
  ...more,
})

const markupOf = (...checks: readonly CheckRow[]) => totalsMarkup(checks, [figure], fragmentOf)?.text ?? null

/** The captions of the tables with the texts of their rows. */
const tablesIn = (page: string | null) =>
  tagsOf(page ?? '')
    .filter(({ name }) => name === 'caption' || name === 'td' || name === 'th')
    .map(({ name, text }) => (name === 'caption' ? `[${text}]` : text))
    .join('|')

describe('totalsMarkup', () => {
  it.each<[what: string, checks: readonly CheckRow[]]>([
    ['no checks', []],
    ['a check that could not run', [total({ expected_yen: null, verdict: 'not_run' })]],
    ['a total without an amount', [total({ found_yen: null, verdict: 'not_run' })]],
    ['checks that add nothing up', [total({ rule: 'percent' }), total({ rule: 'difference' })]],
  ])('is nothing of %s', (_, checks) => {
    expect(markupOf(...checks)).toBe(null)
  })

  it.each(Object.keys(checkRules) as CheckRow['rule'][])('takes %s when it adds parts up', (rule) => {
    const adds = ['column_total', 'parent_total', 'row_parts', 'programme_parts'].includes(rule)
    expect(markupOf(total({ rule })) !== null).toBe(adds)
  })

  it('has what does not agree first, with the difference', () => {
    const page = markupOf(
      total(),
      total({ verdict: 'mismatch' }),
      total({ verdict: 'rounding', found_yen: 1_000_000_000 }),
      total({ verdict: 'incomplete', figure_id: null }),
    )
    expect(textOf(page ?? '')).toContain('印刷された合計 4件のうち、2件が内訳の合計と合っています。')
    const head = '合計|印刷|内訳の合計|差|判定|確かめたこと'
    const rule = tablesIn(markupOf(total())).split('|').at(-1)
    expect(tablesIn(page)).toBe(
      [
        `[合わない合計・内訳が足りない合計]|${head}`,
        `戦略研究事業|12億円|10億円|2億円|不一致|${rule}`,
        `—|12億円|10億円|2億円|内訳不足|${rule}`,
        `[合っている合計]|${head}`,
        `戦略研究事業|12億円|10億円|2億円|一致|${rule}`,
        `戦略研究事業|10億円|10億円|0円|端数を除き一致|${rule}`,
      ].join('|'),
    )
    expect(addressesOf(page ?? '')).toEqual([figure.figure_id, figure.figure_id, figure.figure_id].map(fragmentOf))
  })

  it('names a figure of no programme by its print, and an unknown one not at all', () => {
    const nameless = { ...figure, programme: null, raw: '12億円<b>' }
    const page = (one: CheckRow) => totalsMarkup([one], [nameless], fragmentOf)?.text ?? ''
    expect(tablesIn(page(total()))).toContain('|12億円<b>|')
    expect(tablesIn(page(total({ figure_id: 'gone' })))).toContain('|—|')
  })

  it('lists all that do not agree, and of the others the first 200', () => {
    const many = (verdict: CheckRow['verdict']) => Array.from({ length: 201 }, () => total({ verdict }))
    expect(markupOf(...many('mismatch'))?.match(/<tr><th scope="row">/gu)?.length).toBe(201)
    const right = markupOf(...many('ok'))
    expect(right?.match(/<tr><th scope="row">/gu)?.length).toBe(200)
    expect(right).toContain('（はじめの200件）')
    expect(markupOf(total())).not.toContain('はじめの')
  })

  it.each(hostile)('shows %j as text', (text) => {
    const page = totalsMarkup([total({ figure_id: text })], [{ figure_id: text, programme: text, raw: '' }], fragmentOf)
    const names = tagsOf(page?.text ?? '').map(({ name }) => name)
    expect(names.filter((name) => name === 'script' || name === 'img' || name === 'style')).toEqual([])
    expect(names.filter((name) => name === 'a').length).toBe(1)
  })
})
