import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../parse/table.js'
import { assemblyOf } from './grids.js'

describe('cell-amounts.csv', () => {
  it.each(rowsOf('cell-amounts'))('$printed $unit: $note', async ({ printed, unit, note: _, ...expected }) => {
    const caption = unit === '' ? '' : `（単位：${unit}）`
    const { drafts } = await assemblyOf(`# 令和8年度当初予算
      ${caption}
      | 区分 | 予算額 |
      | 議会費 | ${printed} |`)
    expect(drafts).toHaveLength(1)
    const amount = drafts[0]?.amount
    expect({
      yen: String(amount?.yen ?? ''),
      precision: String(amount?.precision ?? ''),
      status: amount?.status,
      sign: amount?.sign,
    }).toEqual(expected)
    expect(Object.is(amount?.yen, -0)).toBe(false)
  })
})

const changeOf = async (cells: string, head = '比較 | <') => {
  const { drafts } = await assemblyOf(`# 令和8年度当初予算
    （単位：千円）
    | 区分 | 予算額 | ${head} |
    | 議会費 | 1,234 | ${cells} |
    | 総務費 | 1,234 | | 500 |`)
  return drafts.slice(1).map(({ raw, amount }) => [raw, amount.yen, amount.sign])
}

describe('a sign in a narrow cell of its own', () => {
  it.each([
    ['△ | 66', '△66', -66_000, '△'],
    ['▲ | 66', '▲66', -66_000, '▲'],
    ['△ | 1,234', '△1,234', -1_234_000, '△'],
    [' | 66', '66', 66_000, 'none'],
  ])('%s', async (cells, raw, yen, sign) => {
    expect((await changeOf(cells))[0]).toEqual([raw, yen, sign])
  })

  it('stands to the left, not to the right', async () => {
    expect((await changeOf('66 | △'))[0]).toEqual(['66', 66_000, 'none'])
  })

  it('is in the place of the figure', async () => {
    const { drafts } = await assemblyOf(`# 令和8年度当初予算
      （単位：千円）
      | 区分 | 予算額 | 比較 | < |
      | 議会費 | 1,234 | △ | 66 |`)
    expect(drafts.at(-1)?.place.boxes.map(({ x0 }) => x0)).toEqual([284, 404])
  })
})

describe('pairs a(b)', () => {
  it.each([
    ['予算額（前年度予算額）', '1,500（1,200）', ['budget 2026 1500000', 'comparison 2025 1200000']],
    ['令和8年度予算額（令和7年度予算額）', '1,500（1,200）', ['budget 2026 1500000', 'comparison 2025 1200000']],
    ['予算額［前年度］', '1,500 (1,200)', ['budget 2026 1500000', 'comparison 2025 1200000']],
    ['予算額（うち人件費）', '1,500（1,200）', ['budget 2026 1500000', 'budget/part 2026 1200000']],
    ['予算額（内数）', '1,500（1,200）', ['budget 2026 1500000', 'budget/part 2026 1200000']],
    ['予算額（前年度予算額）', '1,500', ['budget 2026 1500000']],
    ['予算額（前年度予算額）', '1,500（－）', ['budget 2026 1500000']],
    ['予算額', '1,500（1,200）', ['budget 2026 1500000', 'context 2026 1200000']],
    ['予算額', '（1,200）', ['budget/part 2026 1200000']],
  ])('%s: %s', async (head, cell, figures) => {
    const { drafts } = await assemblyOf(`# 令和8年度当初予算
      （単位：千円）
      | 事業名 | ${head} |
      | 防災事業 | ${cell} |
      | 統計事業 | 9,000（8,000） |`)
    const own = drafts.filter(({ cell: at }) => at?.row === 1)
    expect(own.map((d) => `${d.role}${d.partOf ? '/part' : ''} ${d.fiscalYear} ${d.amount.yen}`)).toEqual(figures)
  })
})
