import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../parse/table.js'
import { assemblyOf, figuresIn } from './grids.js'

/** The rows of data of a table of one column of names. */
const bodyRows = async (...names: readonly string[]) => {
  const rows = names.map((name, i) => `| ${name} | ${i + 1},500 |`)
  const { tables } = await assemblyOf(`# 令和8年度当初予算\n（単位：千円）\n| 区分 | 予算額 |\n${rows.join('\n')}`)
  return tables[0]?.rows.filter(({ kind }) => kind === 'body') ?? []
}

describe('row-names.csv', () => {
  it.each(rowsOf('row-names'))('$printed: $note', async ({ printed = '', name, numbering }) => {
    const [row] = await bodyRows(printed, '諸支出金')
    expect([row?.name, row?.numbering ?? '']).toEqual([name, numbering])
  })
})

describe('row-totals.csv', () => {
  it.each(rowsOf('row-totals'))('$name, last $last: $note', async ({ name = '', last, total }) => {
    const rows = last === 'true' ? ['諸支出金', name] : [name, '諸支出金']
    expect((await bodyRows(...rows))[rows.indexOf(name)]?.total).toBe(total)
  })
})

describe('row-sessions.csv', () => {
  it.each(rowsOf('row-sessions'))('$head $printed: $note', async ({ head, printed, stage }) => {
    const made = await assemblyOf(`# 令和8年度一般会計予算
      （単位：千円）
      | ${head} | 事業名 | 金額 |
      | ${printed} | 道路維持事業 | 1,500 |`)
    expect(figuresIn(made)).toEqual([`道路維持事業 budget 2026 ${stage} 1500千円`])
  })
})

/** `name < the row that encloses it` of each row. */
const treeIn = async (print: string): Promise<string[]> => {
  const [table] = (await assemblyOf(`# 令和8年度当初予算\n（単位：千円）\n${print}`)).tables
  return (table?.rows ?? [])
    .filter(({ kind }) => kind === 'body')
    .map(({ name, parent, groups }) =>
      [name, ...[...groups].reverse(), ...(parent === null ? [] : [table?.rows[parent]?.name])].join(' < '),
    )
}

describe('which row encloses which', () => {
  it.each([
    [
      'by indent',
      `| 区分 | 予算額 |
      | 社会保障 | 9,000 |
      | 　年金 | 5,000 |
      | 　　国民年金 | 2,000 |
      | 　医療 | 4,000 |
      | 防衛 | 1,000 |`,
      ['社会保障', '年金 < 社会保障', '国民年金 < 年金', '医療 < 社会保障', '防衛'],
    ],
    [
      'by column',
      `| 款 | 項 | 予算額 |
      | 市税 | | 9,000 |
      | | 市民税 | 5,000 |
      | | 固定資産税 | 4,000 |
      | 地方譲与税 | | 1,000 |`,
      ['市税', '市民税 < 市税', '固定資産税 < 市税', '地方譲与税'],
    ],
    [
      'by numbering',
      `| 区分 | 予算額 |
      | 1 総務費 | 9,000 |
      | (1) 管理費 | 5,000 |
      | ① 文書費 | 5,000 |
      | (2) 徴税費 | 4,000 |
      | 2 民生費 | 1,000 |`,
      ['総務費', '管理費 < 総務費', '文書費 < 管理費', '徴税費 < 総務費', '民生費'],
    ],
    [
      'by labels beside several rows',
      `| 分野 | 部門 | 事業名 | 予算額 |
      | 暮らし | 教育 | 図書館事業 | 9,000 |
      | ^ | ^ | 博物館事業 | 5,000 |
      | ^ | 福祉 | 保育所事業 | 4,000 |
      | 産業 | 農業 | 用水路事業 | 1,000 |`,
      ['図書館事業 < 教育 < 暮らし', '博物館事業 < 教育 < 暮らし', '保育所事業 < 暮らし', '用水路事業'],
    ],
    [
      'totals enclose nothing and stand in nothing',
      `| 区分 | 予算額 |
      | 社会保障 | 9,000 |
      | 　年金 | 5,000 |
      | 　小計 | 5,000 |
      | 　医療 | 4,000 |
      | 合計 | 9,000 |`,
      ['社会保障', '年金 < 社会保障', '小計', '医療 < 社会保障', '合計'],
    ],
    [
      'a row without a name goes on with the one above',
      `| 事業名 | 予算額 |
      | 下水道事業 | 9,000 |
      | | 5,000 |`,
      ['下水道事業', '下水道事業'],
    ],
  ])('%s', async (_, print, tree) => {
    expect(await treeIn(print)).toEqual(tree)
  })
})
