import { describe, expect, it } from 'vitest'
import { assemblyOf } from './grids.js'

const cases: readonly (readonly [what: string, print: string, units: readonly string[]])[] = [
  [
    'above the table',
    `（単位：千円）
    | 款 | 予算額 |
    | 議会費 | 1,500 |`,
    ['千円 table_caption'],
  ],
  [
    'above the table, with units of other columns',
    `（単位：百万円、％）
    | 款 | 予算額 | 構成比 |
    | 議会費 | 1,500 | 100.0 |`,
    ['百万円 table_caption'],
  ],
  [
    'the nearest of two above it',
    `（単位：億円）
    （単位：千円）
    | 款 | 予算額 |
    | 議会費 | 1,500 |`,
    ['千円 table_caption'],
  ],
  [
    'in a row over the whole width',
    `| 歳出（単位：千円） | < |
    | 款 | 予算額 |
    | 議会費 | 1,500 |`,
    ['千円 table_caption'],
  ],
  [
    'in the head of the column',
    `| 款 | 予算額（千円） |
    | 議会費 | 1,500 |`,
    ['千円 column_header'],
  ],
  [
    'in the head over several columns',
    `| 款 | 事業費（百万円） | < |
    | ^ | 本年度 | 前年度 |
    | 議会費 | 1,500 | 1,400 |`,
    ['百万円 column_header', '百万円 column_header'],
  ],
  [
    'in a row of its own under the heads',
    `| 款 | 本年度 | 前年度 |
    | | 千円 | 千円 |
    | 議会費 | 1,500 | 1,400 |`,
    ['千円 column_header', '千円 column_header'],
  ],
  [
    'small above the first number of the column',
    `| 款 | 予算額 |
    | 議会費 | 千円⏎1,500 |
    | 総務費 | 1,400 |`,
    ['千円 column_header', '千円 column_header'],
  ],
  [
    'in the corner',
    `| 款（単位：千円） | 本年度 | 前年度 |
    | 議会費 | 1,500 | 1,400 |`,
    ['千円 column_header', '千円 column_header'],
  ],
  [
    'in the head of one column, for the others too',
    `| 款 | 事業費（千円） | 国庫支出金 | 一般財源 |
    | 議会費 | 1,500 | 500 | 1,000 |`,
    ['千円 column_header', '千円 column_header', '千円 column_header'],
  ],
  [
    'a head of its own wins over the caption',
    `（単位：億円）
    | 款 | 予算額 | 積算額（千円） |
    | 議会費 | 15 | 1,500,000 |`,
    ['億円 table_caption', '千円 column_header'],
  ],
  [
    'at the head of the page, for all its tables',
    `（単位：千円）
    | 款 | 予算額 |
    | 議会費 | 1,500 |

    # 特別会計
    | 会計 | 予算額 |
    | 介護保険 | 9,500 |`,
    ['千円 table_caption', '千円 page_caption'],
  ],
  [
    'below the table, where the page prints no other',
    `| 款 | 予算額 |
    | 議会費 | 1,500 |

    （単位：千円）`,
    ['千円 page_caption'],
  ],
  [
    'carried on with the table from the page before',
    `（単位：千円）
    | 款 | 本年度 | 前年度 |
    | 議会費 | 1,500 | 1,400 |
    ---
    | 総務費 | 9,500 | 9,400 |`,
    ['千円 table_caption', '千円 table_caption', '千円 table_caption', '千円 table_caption'],
  ],
  [
    'what all captions of the document say, and not surely',
    `（単位：千円）
    | 款 | 予算額 |
    | 議会費 | 1,500 |
    ---
    # 参考
    | 会計 | 令和8年度予算額 |
    | 介護保険 | 9,500 |`,
    ['千円 table_caption', '千円 document_default?'],
  ],
  [
    'none where the captions of the document differ',
    `（単位：千円）
    | 款 | 予算額 |
    | 議会費 | 1,500 |
    ---
    （単位：億円）
    | 款 | 予算額 |
    | 公債費 | 15 |
    ---
    | 会計 | 令和8年度予算額 |
    | 介護保険 | 9,500 |`,
    ['千円 table_caption', '億円 table_caption', '- null'],
  ],
  [
    'in the cell itself',
    `（単位：千円）
    | 款 | 予算額 |
    | 議会費 | 15億円 |`,
    ['億円 inline'],
  ],
]

describe('the unit of a column', () => {
  it.each(cases)('%s', async (_, print, units) => {
    const { drafts } = await assemblyOf(`# 令和8年度当初予算\n${print}`)
    expect(
      drafts.map(({ amount, unitSource, decisions }) => {
        const sure = decisions.find(({ field }) => field === 'value')?.sure
        return `${amount.unit ?? '-'} ${unitSource}${sure ? '' : '?'}`
      }),
    ).toEqual(units)
  })
})
