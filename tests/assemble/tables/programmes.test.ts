import { describe, expect, it } from 'vitest'
import { treeOf } from '../documents.js'
import { assemblyOf } from './grids.js'

const head = '# 令和8年度当初予算\n（単位：千円）'

describe('programmes of the rows of tables', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'a row stands under the row that encloses it',
      `| 区分 | 予算額 |
      | 社会保障 | 9,000 |
      | 　年金 | 5,000 |`,
      ['社会保障', '年金 < 社会保障'],
    ],
    [
      'one name in several tables is one programme',
      `| 事業名 | 予算額 |
      | 図書館事業 | 9,000 |

      # 主要事業
      | 事業名 | 予算額 |
      | 図書館事業 | 9,000 |`,
      ['図書館事業'],
    ],
    [
      'その他 is something else under each row',
      `| 区分 | 予算額 |
      | 社会保障 | 9,000 |
      | 　その他 | 5,000 |
      | 公共事業 | 8,000 |
      | 　その他 | 4,000 |`,
      ['社会保障', 'その他 < 社会保障', '公共事業', 'その他 < 公共事業'],
    ],
    [
      'and so are totals of groups',
      `| 部門 | 事業名 | 予算額 |
      | 教育 | 図書館事業 | 9,000 |
      | ^ | 計 | 9,000 |
      | 福祉 | 保育所事業 | 8,000 |
      | ^ | 計 | 8,000 |`,
      ['図書館事業', '計', '保育所事業', '計'],
    ],
    [
      'a part is larger than its whole: the print of a table stands',
      `| 区分 | 予算額 |
      | 社会保障 | 5,000 |
      | 　年金 | 9,000 |`,
      ['社会保障', '年金 < 社会保障'],
    ],
  ])('%s', async (_, print, tree) => {
    expect(treeOf(await assemblyOf(`${head}\n${print}`))).toEqual(tree)
  })
})
