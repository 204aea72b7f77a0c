import { describe, expect, it } from 'vitest'
import { seriesMarkup } from '../../../src/report/overview/series-markup.js'
import type { TrendRow } from '../../../src/series/trend.js'
import { addressesOf, tagsOf } from '../markup.js'
import { trendRow as row } from './rows.js'

const address = (document: string, figure: string) => `${document}.html#${figure}`

describe('seriesMarkup', () => {
  it.each<[what: string, rows: readonly TrendRow[], heads: readonly string[]]>([
    ['nothing', [], []],
    ['a year and a stage', [row(1, 2025, 1)], []],
    ['several stages', [row(1, 2025, 1, { stage: 'draft' }), row(1, 2025, 1)], ['要求から補正まで']],
    ['several years', [row(1, 2024, 1), row(1, 2025, 1)], ['年度ごとの推移']],
    [
      'both',
      [row(1, 2024, 1), row(1, 2025, 1, { stage: 'draft' }), row(1, 2025, 1)],
      ['要求から補正まで', '年度ごとの推移'],
    ],
  ])('of %s', (_, rows, heads) => {
    const page = seriesMarkup(rows, address)?.text ?? ''
    expect(tagsOf(page).flatMap(({ name, text }) => (name === 'h2' ? [text] : []))).toEqual(heads)
    expect(page === '').toBe(heads.length === 0)
  })

  it('names the year and leads to the figures', () => {
    const page = seriesMarkup([row(1, 2025, 1, { stage: 'draft' }), row(1, 2025, 2)], address)?.text ?? ''
    expect(page).toContain('<figcaption>2025年度の要求・政府案・当初予算・補正予算（大きい事業から）</figcaption>')
    expect(addressesOf(page)).toEqual(['d2025.html#f1-2025-1', 'd2025.html#f1-2025-2'])
  })
})
