import { describe, expect, it } from 'vitest'
import type { Programme } from '../../../src/model/programme.js'
import { fragmentOf } from '../../../src/report/html.js'
import { treeOf } from '../../../src/report/overview/tree.js'
import { treeMarkup } from '../../../src/report/overview/tree-markup.js'
import { programme } from '../../emit/sample.js'
import { addressesOf, forbiddenIn, hostile, tagsOf, textOf } from '../markup.js'

const row = (more: Partial<Programme> = {}): Programme => ({ ...programme, ...more })

const markupOf = (...rows: readonly Programme[]) => treeMarkup(treeOf(rows), fragmentOf).text

const oku = 100_000_000

describe('treeMarkup', () => {
  it('is empty of nothing', () => {
    expect(textOf(markupOf())).toBe('')
  })

  it.each<[what: string, more: Partial<Programme>, text: string]>([
    ['no amount', {}, '研究の推進'],
    ['an amount', { amount_yen: 12 * oku, amount_status: 'numeric' }, '研究の推進 12億円'],
    ['no amount but a request', { amount_status: 'unpriced' }, '研究の推進 事項要求'],
    ['no name', { name: '代わり', name_missing: true }, '（名称なし）'],
    ['an empty name', { name: '' }, '（名称なし）'],
    [
      'growth',
      { amount_yen: 12 * oku, previous_amount_yen: 10 * oku, change_yen: 2 * oku },
      '研究の推進 12億円 前年度 10億円、+2億円（20.0％）',
    ],
    [
      'a cut',
      { amount_yen: 8 * oku, previous_amount_yen: 10 * oku, change_yen: -2 * oku },
      '研究の推進 8億円 前年度 10億円、△2億円（△20.0％）',
    ],
    [
      'no change',
      { amount_yen: 8 * oku, previous_amount_yen: 8 * oku, change_yen: 0 },
      '研究の推進 8億円 前年度 8億円、0円（0.0％）',
    ],
    [
      'a year before without money',
      { amount_yen: 8 * oku, previous_amount_yen: 0, change_yen: 8 * oku },
      '研究の推進 8億円 前年度 0円、+8億円',
    ],
    ['a change of nothing known', { amount_yen: 8 * oku, change_yen: 8 * oku }, '研究の推進 8億円'],
  ])('tells of %s', (_, more, text) => {
    expect(
      textOf(markupOf(row(more)))
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    ).toBe(text)
  })

  it('has the exact yen in titles', () => {
    const page = markupOf(row({ amount_yen: 1_234_567_890, previous_amount_yen: 1_234_567_000, change_yen: 890 }))
    const titles = tagsOf(page).flatMap(({ attributes }) => attributes.title ?? [])
    expect(titles).toEqual(['1,234,567,890円', '+890円'])
  })

  it('leads to headlines', () => {
    expect(addressesOf(markupOf(row({ headline_figure_id: 'a b"' }), row()))).toEqual(['#a%20b%22'])
  })

  it('draws bars to one scale, and none for nothing, a cut or a request', () => {
    const amounts = [null, 4, 0, -8, 1, 3]
    const rows = amounts.map((amount_yen, i) =>
      row({ programme_row_id: `p${i}`, amount_yen, parent_row_id: i === 5 ? 'p4' : null }),
    )
    const bars = tagsOf(markupOf(...rows)).flatMap(({ name, attributes }) => (name === 'rect' ? attributes.width : []))
    expect(bars).toEqual(['100.00%', '25.00%', '75.00%'])
  })

  it('opens the first level alone', () => {
    const rows = ['a', 'b', 'c'].map((id, i, ids) => row({ programme_row_id: id, parent_row_id: ids[i - 1] ?? null }))
    const details = tagsOf(markupOf(...rows)).filter(({ name }) => name === 'details')
    expect(details.map(({ attributes }) => 'open' in attributes)).toEqual([false, true])
  })

  it.each(hostile)('shows %j as text', (text) => {
    const page = markupOf(row({ name: text, headline_figure_id: text }))
    const names = new Set(tagsOf(page).map(({ name }) => name))
    expect([...names].sort()).toEqual(['a', 'div', 'li', 'span', 'ul'])
    expect(addressesOf(page).map((address) => address[0])).toEqual(['#'])
    expect(forbiddenIn(page)).toEqual([])
  })

  it('of many thousand programmes is made, wide or deep', () => {
    const wide = Array.from({ length: 150_000 }, (_, i) => row({ programme_row_id: `p${i}`, amount_yen: i }))
    expect(treeMarkup(treeOf(wide), fragmentOf).text.match(/<li>/gu)?.length).toBe(150_000)
    const deep = wide.slice(0, 10_000).map((one, i) => ({ ...one, parent_row_id: i === 0 ? null : `p${i - 1}` }))
    expect(treeMarkup(treeOf(deep), fragmentOf).text.match(/<li>/gu)?.length).toBe(10_000)
  })
})
