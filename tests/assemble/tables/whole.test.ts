import { describe, expect, it } from 'vitest'
import { assemblyOf, figuresIn } from './grids.js'

/** A printed table and `programme role year stage yen` of each of its figures, in the order of the print. */
type Case = readonly [what: string, print: string, figures: readonly string[]]

const ministries: readonly Case[] = [
  [
    'a request with the year before, its change and remarks',
    `# 令和8年度概算要求・要望の概要
    （単位：百万円）
    | 事項 | 前年度予算額 | 令和8年度要求・要望額 | 対前年度増△減額 | 増△減率（％） | 備考 |
    | 科学研究費助成事業 | 237,900 | 240,000 | 2,100 | 0.9 | |
    | 私学助成 | 4,090 | 4,000 | △90 | △2.2 | |`,
    [
      '科学研究費助成事業 comparison 2025 enacted 2379億円',
      '科学研究費助成事業 budget 2026 request 2400億円',
      '科学研究費助成事業 change 2026 - 21億円',
      '私学助成 comparison 2025 enacted 4090百万円',
      '私学助成 budget 2026 request 40億円',
      '私学助成 change 2026 - -90百万円',
    ],
  ],
  [
    'a draft in the order of the Finance Ministry: the year before first',
    `# 令和8年度予算案の概要
    （単位：億円）
    | 区分 | 令和7年度予算額（当初） | 令和8年度予算額（案） | 増減額 | 増減率 |
    | 社会保障関係費 | 382,938 | 390,559 | 7,621 | 2.0% |
    | 文教及び科学振興費 | 55,496 | 55,500 | 4 | 0.0% |`,
    [
      '社会保障関係費 comparison 2025 enacted 382938億円',
      '社会保障関係費 budget 2026 draft 390559億円',
      '社会保障関係費 change 2026 - 7621億円',
      '文教及び科学振興費 comparison 2025 enacted 55496億円',
      '文教及び科学振興費 budget 2026 draft 55500億円',
      '文教及び科学振興費 change 2026 - 4億円',
    ],
  ],
  [
    'a request within the ceiling and a wish above it, under the year',
    `# 令和8年度概算要求の概要
    （単位：百万円）
    | 事項 | 令和7年度 | 令和8年度 | < | < |
    | ^ | 予算額 | 要求額 | 要望額 | 計 |
    | 衛星の開発 | 1,200 | 1,300 | 250 | 1,550 |`,
    [
      '衛星の開発 comparison 2025 enacted 12億円',
      '衛星の開発 budget 2026 request 13億円',
      '衛星の開発 budget 2026 request 250百万円',
      '衛星の開発 budget 2026 request 1550百万円',
    ],
  ],
  [
    'heads that letters count',
    `# 令和8年度予算案の概要
    （単位：百万円）
    | 事項 | 令和7年度⏎予算額（A） | 令和8年度⏎予算額（案）（B） | 差引⏎（B－A） |
    | 道路整備 | 1,200 | 1,300 | 100 |`,
    ['道路整備 comparison 2025 enacted 12億円', '道路整備 budget 2026 draft 13億円', '道路整備 change 2026 - 1億円'],
  ],
  [
    'a draft supplementary budget',
    `# 令和7年度補正予算案の概要
    （単位：億円）
    | 事項 | 補正予算額（案） |
    | 防災・減災対策 | 12,500 |
    | 計 | 12,500 |`,
    ['防災・減災対策 budget 2025 supplementary_draft 12500億円', '計 budget 2025 supplementary_draft 12500億円'],
  ],
  [
    'a new programme: no amount in the year before',
    `# 令和8年度予算案の概要
    （単位：百万円）
    | 事業名 | 令和7年度予算額 | 令和8年度予算額（案） | 増減額 | 備考 |
    | 量子人材育成事業 | － | 500 | 皆増 | 新規 |
    | 旧式設備更新事業 | 300 | － | 皆減 | |`,
    ['量子人材育成事業 budget 2026 draft 5億円', '旧式設備更新事業 comparison 2025 enacted 3億円'],
  ],
]

const municipalities: readonly Case[] = [
  [
    '款 with this year, the year before and their difference',
    `# 令和8年度一般会計予算
    （単位：千円）
    | 款 | 本年度予算額 | 前年度予算額 | 比較 |
    | 1 議会費 | 101,800 | 100,000 | 1,800 |
    | 2 総務費 | 1,234,567 | 1,300,000 | △65,433 |
    | 歳出合計 | 1,336,367 | 1,400,000 | △63,633 |`,
    [
      '議会費 budget 2026 enacted 101800千円',
      '議会費 comparison 2025 enacted 1億円',
      '議会費 change 2026 - 1800千円',
      '総務費 budget 2026 enacted 1234567千円',
      '総務費 comparison 2025 enacted 13億円',
      '総務費 change 2026 - -65433千円',
      '歳出合計 budget 2026 enacted 1336367千円',
      '歳出合計 comparison 2025 enacted 14億円',
      '歳出合計 change 2026 - -63633千円',
    ],
  ],
  [
    'the sign in a column of its own',
    `# 令和8年度一般会計予算
    （単位：千円）
    | 款 | 本年度予算額 | 前年度予算額 | 比較 | < |
    | 総務費 | 1,234 | 1,300 | △ | 66 |
    | 民生費 | 2,000 | 1,500 | | 500 |`,
    [
      '総務費 budget 2026 enacted 1234千円',
      '総務費 comparison 2025 enacted 1300千円',
      '総務費 change 2026 - -66千円',
      '民生費 budget 2026 enacted 2百万円',
      '民生費 comparison 2025 enacted 1500千円',
      '民生費 change 2026 - 500千円',
    ],
  ],
  [
    'sources of money part the budget of their row',
    `# 令和8年度一般会計予算
    （単位：千円）
    | 事業名 | 予算額 | 財源内訳 | < | < | < |
    | ^ | ^ | 国県支出金 | 地方債 | その他 | 一般財源 |
    | 道路維持事業 | 50,000 | 10,000 | 20,000 | － | 20,000 |
    | 橋りょう点検事業 | 8,000 | | | 1,500 | 6,500 |`,
    [
      '道路維持事業 budget 2026 enacted 50百万円',
      '道路維持事業 budget/part 2026 enacted 10百万円',
      '道路維持事業 budget/part 2026 enacted 20百万円',
      '道路維持事業 budget/part 2026 enacted 20百万円',
      '橋りょう点検事業 budget 2026 enacted 8百万円',
      '橋りょう点検事業 budget/part 2026 enacted 1500千円',
      '橋りょう点検事業 budget/part 2026 enacted 6500千円',
    ],
  ],
  [
    'a supplementary budget with what was before it and what it makes',
    `# 令和7年度一般会計補正予算（第2号）
    （単位：千円）
    | 款 | 補正前の額 | 補正額 | 計 |
    | 民生費 | 10,000 | △500 | 9,500 |
    | 歳出合計 | 10,000 | △500 | 9,500 |`,
    [
      '民生費 budget 2025 revised 10百万円',
      '民生費 budget 2025 supplementary -500千円',
      '民生費 budget 2025 revised 9500千円',
      '歳出合計 budget 2025 revised 10百万円',
      '歳出合計 budget 2025 supplementary -500千円',
      '歳出合計 budget 2025 revised 9500千円',
    ],
  ],
  [
    'a supplementary budget beside the current one, with the sources of the supplement',
    `# 令和7年度一般会計補正予算（第3号）
    （単位：千円）
    | 事業名 | 現計予算額 | 補正額 | 計 | 補正額の財源内訳 | < |
    | ^ | ^ | ^ | ^ | 国県支出金 | 一般財源 |
    | 予防接種事業 | 5,000 | 700 | 5,700 | 300 | 400 |`,
    [
      '予防接種事業 budget 2025 revised 5百万円',
      '予防接種事業 budget 2025 supplementary 700千円',
      '予防接種事業 budget 2025 revised 5700千円',
      '予防接種事業 budget/part 2025 supplementary 300千円',
      '予防接種事業 budget/part 2025 supplementary 400千円',
    ],
  ],
  [
    'commitments of later years',
    `# 令和8年度一般会計予算
    # 第2表 債務負担行為
    （単位：千円）
    | 事項 | 期間 | 限度額 |
    | 学校給食調理業務委託 | 令和8年度から令和10年度まで | 150,000 |`,
    ['学校給食調理業務委託 commitment 2026 - 150百万円'],
  ],
  [
    'the limits of bonds are no budget',
    `# 令和8年度一般会計予算
    # 第3表 地方債
    （単位：千円）
    | 起債の目的 | 限度額 | 起債の方法 | 利率 | 償還の方法 |
    | 道路整備事業 | 35,000 | 証書借入 | 5.0％以内 | 政府資金の条件による。 |`,
    ['道路整備事業 context 2026 - 35百万円'],
  ],
  [
    'balances of debts',
    `# 令和8年度一般会計予算
    # 地方債の現在高に関する調書
    （単位：千円）
    | 区分 | 前々年度末現在高 | 前年度末現在高見込額 | 当該年度中増減見込み | < | 当該年度末現在高見込額 |
    | ^ | ^ | ^ | 当該年度中起債見込額 | 当該年度中元金償還見込額 | ^ |
    | 普通債 | 9,000 | 8,500 | 1,000 | 1,200 | 8,300 |`,
    [
      '普通債 context 2024 - 9百万円',
      '普通債 context 2025 - 8500千円',
      '普通債 context 2026 - 1百万円',
      '普通債 context 2026 - 1200千円',
      '普通債 context 2026 - 8300千円',
    ],
  ],
  [
    'balances of funds, and what is laid in and taken out',
    `# 令和8年度当初予算
    # 基金の残高
    （単位：百万円）
    | 基金名 | 令和7年度末残高見込額 | 令和8年度中の増減見込 | < | 令和8年度末残高見込額 |
    | ^ | ^ | 積立額 | 取崩額 | ^ |
    | 財政調整基金 | 4,000 | 120 | 500 | 3,620 |`,
    [
      '財政調整基金 context 2025 - 40億円',
      '財政調整基金 context 2026 - 120百万円',
      '財政調整基金 context 2026 - 5億円',
      '財政調整基金 context 2026 - 3620百万円',
    ],
  ],
  [
    'a series of settled years and two budgets',
    `# 令和8年度当初予算の概要
    （単位：百万円）
    | 区分 | 令和4年度 | 令和5年度 | 令和6年度 | 令和7年度 | 令和8年度 |
    | ^ | 決算額 | 決算額 | 決算額 | 当初予算額 | 当初予算額 |
    | 人件費 | 4,012 | 4,105 | 4,098 | 4,200 | 4,301 |`,
    [
      '人件費 context 2022 - 4012百万円',
      '人件費 context 2023 - 4105百万円',
      '人件費 context 2024 - 4098百万円',
      '人件費 comparison 2025 enacted 42億円',
      '人件費 budget 2026 enacted 4301百万円',
    ],
  ],
  [
    'years in the rows: the head of the column is the name',
    `# 令和8年度当初予算の概要
    （単位：億円）
    | 年度 | 市税 | 地方交付税 |
    | 令和6年度決算 | 120 | 80 |
    | 令和7年度 | 121 | 82 |
    | 令和8年度 | 125 | 79 |`,
    [
      '市税 context 2024 - 120億円',
      '地方交付税 context 2024 - 80億円',
      '市税 comparison 2025 enacted 121億円',
      '地方交付税 comparison 2025 enacted 82億円',
      '市税 budget 2026 enacted 125億円',
      '地方交付税 budget 2026 enacted 79億円',
    ],
  ],
  [
    'the words of the rows say what their amounts are',
    `# 令和8年度一般会計予算
    （単位：千円）
    | 会計 | 区分 | 予算額 |
    | 一般会計 | 本年度 | 5,000 |
    | ^ | 前年度 | 4,800 |
    | ^ | 比較 | 200 |`,
    [
      '一般会計 budget 2026 enacted 5百万円',
      '一般会計 comparison 2025 enacted 4800千円',
      '一般会計 change 2026 - 200千円',
    ],
  ],
  [
    'groups beside several rows',
    `# 令和8年度一般会計予算
    （単位：千円）
    | 部門 | 事業名 | 本年度 | 前年度 |
    | 教育 | 学校図書充実事業 | 1,000 | 900 |
    | ^ | 給食費補助事業 | 2,000 | 2,100 |
    | ^ | 小計 | 3,000 | 3,000 |
    | 合計 | < | 3,000 | 3,000 |`,
    [
      '学校図書充実事業 budget 2026 enacted 1百万円',
      '学校図書充実事業 comparison 2025 enacted 900千円',
      '給食費補助事業 budget 2026 enacted 2百万円',
      '給食費補助事業 comparison 2025 enacted 2100千円',
      '小計 budget 2026 enacted 3百万円',
      '小計 comparison 2025 enacted 3百万円',
      '合計 budget 2026 enacted 3百万円',
      '合計 comparison 2025 enacted 3百万円',
    ],
  ],
  [
    'a second run of names with its own amounts',
    `# 令和8年度一般会計予算
    （単位：千円）
    | 目 | 本年度 | 前年度 | 節 | < |
    | ^ | ^ | ^ | 区分 | 金額 |
    | 一般管理費 | 9,500 | 9,000 | 報酬 | 1,500 |
    | | | | 給料 | 8,000 |
    | 文書費 | 300 | 350 | 需用費 | 300 |`,
    [
      '一般管理費 budget 2026 enacted 9500千円',
      '一般管理費 comparison 2025 enacted 9百万円',
      '報酬 budget 2026 enacted 1500千円',
      '給料 budget 2026 enacted 8百万円',
      '文書費 budget 2026 enacted 300千円',
      '文書費 comparison 2025 enacted 350千円',
      '需用費 budget 2026 enacted 300千円',
    ],
  ],
]

const figuresOfNothing: readonly Case[] = [
  [
    'dashes, dots, blanks, 皆増 and asterisks are no figures; a printed 0 is one',
    `# 令和8年度当初予算
    （単位：千円）
    | 区分 | 本年度 | 前年度 | 増減 |
    | 一般分 | 1,000 | － | 皆増 |
    | 特別分 | ― | 2,000 | 皆減 |
    | 経常分 | … | 0 | |
    | 投資分 | ＊ | - | - |`,
    [
      '一般分 budget 2026 enacted 1百万円',
      '特別分 comparison 2025 enacted 2百万円',
      '経常分 comparison 2025 enacted 0円',
    ],
  ],
  [
    'percentages and counts are no money',
    `# 令和8年度当初予算
    （単位：千円、％）
    | 区分 | 本年度 | 構成比 | 前年度 | 構成比 | 伸び率 | 職員数 |
    | 議会費 | 101,800 | 50.0 | 100,000 | 49.5 | 1.8 | 12 |
    | 総務費 | 101,800 | 50.0 | 102,000 | 50.5 | △0.2 | 1,034 |`,
    [
      '議会費 budget 2026 enacted 101800千円',
      '議会費 comparison 2025 enacted 1億円',
      '総務費 budget 2026 enacted 101800千円',
      '総務費 comparison 2025 enacted 102百万円',
    ],
  ],
  [
    'running numbers and codes are no money',
    `# 令和8年度当初予算
    （単位：千円）
    | No. | 款 | 事業名 | 予算額 | 頁 |
    | 1 | 2 | 庁舎管理事業 | 1,500 | 12 |
    | 2 | 2 | 広報事業 | 800 | 13 |`,
    ['庁舎管理事業 budget 2026 enacted 1500千円', '広報事業 budget 2026 enacted 800千円'],
  ],
  [
    'without a unit nothing is read and nothing is guessed',
    `# 令和8年度当初予算
    | 区分 | 本年度予算額 | 前年度予算額 |
    | 収入 | 192,952 | 193,470 |`,
    ['収入 context 2026 - unreadable', '収入 context 2025 - unreadable'],
  ],
]

const cells: readonly Case[] = [
  [
    'two amounts in a cell: the head says that the second is the year before',
    `# 令和8年度予算案の概要
    （単位：百万円）
    | 事業名 | 令和8年度予算額（案）（前年度予算額） |
    | 海洋観測事業 | 1,500（1,200） |`,
    ['海洋観測事業 budget 2026 draft 15億円', '海洋観測事業 comparison 2025 enacted 12億円'],
  ],
  [
    'two amounts on two lines of a cell',
    `# 令和8年度予算案の概要
    （単位：百万円）
    | 事業名 | 令和8年度予算額（案）⏎（令和7年度予算額） |
    | 海洋観測事業 | 1,500⏎（1,200） |`,
    ['海洋観測事業 budget 2026 draft 15億円', '海洋観測事業 comparison 2025 enacted 12億円'],
  ],
  [
    'the second amount is a part',
    `# 令和8年度当初予算
    （単位：千円）
    | 事業名 | 予算額（うち一般財源） |
    | 防災事業 | 1,500（1,200） |`,
    ['防災事業 budget 2026 enacted 1500千円', '防災事業 budget/part 2026 enacted 1200千円'],
  ],
  [
    'labels inside the cells of a value',
    `# 令和8年度当初予算
    （単位：千円）
    | 事業名 | 予算額 | 財源の内容 |
    | 基金積立金 | 1,500 | 寄附金 1,000⏎運用益 500 |`,
    [
      '基金積立金 budget 2026 enacted 1500千円',
      '寄附金 budget 2026 enacted 1百万円',
      '運用益 budget 2026 enacted 500千円',
    ],
  ],
  [
    'footnote marks behind a number',
    `# 令和8年度当初予算
    （単位：千円）
    | 事業名 | 予算額 |
    | 除雪事業 | 2,500※1 |
    | 除草事業※2 | 700* |`,
    ['除雪事業 budget 2026 enacted 2500千円', '除草事業 budget 2026 enacted 700千円'],
  ],
  [
    'units inside the cells win over the caption',
    `# 令和8年度予算案の概要
    （単位：百万円）
    | 事業名 | 令和8年度予算額（案） |
    | 橋りょう点検事業 | 12億円 |
    | 港湾点検事業 | 1,250 |`,
    ['橋りょう点検事業 budget 2026 draft 12億円', '港湾点検事業 budget 2026 draft 1250百万円'],
  ],
  [
    'limits and unit prices are rates',
    `# 令和8年度当初予算
    | 対象 | 上限額 | 補助単価（円） |
    | 住宅の耐震改修 | 120万円 | 5,000 |`,
    ['- rate - - 1200千円', '- rate - - 5千円'],
  ],
]

const tables: readonly Case[] = [
  [
    'a table that goes on without heads on the next page',
    `# 令和8年度当初予算
    （単位：千円）
    | 事業名 | 本年度 | 前年度 |
    | 庁舎管理事業 | 1,500 | 1,400 |
    ---

    | 広報事業 | 800 | 850 |
    | 統計事業 | 90 | 80 |`,
    [
      '庁舎管理事業 budget 2026 enacted 1500千円',
      '庁舎管理事業 comparison 2025 enacted 1400千円',
      '広報事業 budget 2026 enacted 800千円',
      '広報事業 comparison 2025 enacted 850千円',
      '統計事業 budget 2026 enacted 90千円',
      '統計事業 comparison 2025 enacted 80千円',
    ],
  ],
  [
    'heads printed again between the rows',
    `# 令和8年度当初予算
    （単位：千円）
    | 歳入 | 本年度 | 前年度 |
    | 市税 | 1,500 | 1,400 |
    | 歳出 | 本年度 | 前年度 |
    | 総務費 | 1,450 | 1,350 |`,
    [
      '市税 budget 2026 enacted 1500千円',
      '市税 comparison 2025 enacted 1400千円',
      '総務費 budget 2026 enacted 1450千円',
      '総務費 comparison 2025 enacted 1350千円',
    ],
  ],
  [
    'facing pages: the rows of the right page are named on the left one',
    `# 令和8年度当初予算
    （単位：千円）
    | 款 | 本年度 | 前年度 | 比較 |
    | 議会費 | 1,500 | 1,400 | 100 |
    | 総務費 | 9,000 | 9,100 | △100 |
    ---

    | 本年度予算額の財源内訳 | < | < |
    | 国県支出金 | 地方債 | 一般財源 |
    | | | 1,500 |
    | 2,000 | 3,000 | 4,000 |`,
    [
      '議会費 budget 2026 enacted 1500千円',
      '議会費 comparison 2025 enacted 1400千円',
      '議会費 change 2026 - 100千円',
      '総務費 budget 2026 enacted 9百万円',
      '総務費 comparison 2025 enacted 9100千円',
      '総務費 change 2026 - -100千円',
      '議会費 budget/part 2026 enacted 1500千円',
      '総務費 budget/part 2026 enacted 2百万円',
      '総務費 budget/part 2026 enacted 3百万円',
      '総務費 budget/part 2026 enacted 4百万円',
    ],
  ],
  [
    'a caption inside the table, over its whole width',
    `# 令和8年度当初予算
    | 一般会計歳出（単位：千円） | < | < |
    | 款 | 本年度 | 前年度 |
    | 議会費 | 1,500 | 1,400 |`,
    ['議会費 budget 2026 enacted 1500千円', '議会費 comparison 2025 enacted 1400千円'],
  ],
  [
    'two tables under one title, each with its own unit',
    `# 令和8年度当初予算
    （単位：千円）
    | 款 | 本年度 |
    | 議会費 | 1,500 |

    （単位：億円）
    | 款 | 本年度 |
    | 公債費 | 15 |`,
    ['議会費 budget 2026 enacted 1500千円', '公債費 budget 2026 enacted 15億円'],
  ],
]

describe.each([
  ['tables of ministries', ministries],
  ['tables of municipalities', municipalities],
  ['what is no money', figuresOfNothing],
  ['cells', cells],
  ['tables that hang together', tables],
] as const)('%s', (_, cases) => {
  it.each(cases)('%s', async (_, print, figures) => {
    expect(figuresIn(await assemblyOf(print))).toEqual(figures)
  })
})

describe('which row an amount belongs to', () => {
  it.each([
    ['one amount over two rows', '1,500', true],
    ['two amounts over two rows', '1,500⏎700', false],
  ])('%s', async (_, amounts, isSure) => {
    const { drafts } = await assemblyOf(`# 令和8年度当初予算
    （単位：千円）
    | 款 | 本年度 | 前年度 |
    | 議会費 | ${amounts} | 1,400 |
    | 総務費 | ^ | 600 |`)
    const first = drafts[0]
    expect(first?.decisions.filter(({ field, sure }) => field === 'programme' && !sure).length === 0).toBe(isSure)
  })
})

describe('what a caption says of all amounts of its table', () => {
  const flags: readonly (readonly [what: string, print: string, flags: readonly string[]])[] = [
    ['a list of new programmes', '# 令和8年度当初予算の主な新規事業', ['new', 'new']],
    ['a list of new and other programmes', '# 令和8年度当初予算の新規・継続事業', ['', '']],
    ['new programmes, and others that go on', '# 令和8年度当初予算の継続及び新規事業', ['', '']],
    ['the moneys of funds', '# 令和8年度当初予算 基金の状況', ['fund', 'fund']],
    ['a fund beside other things', '# 令和8年度当初予算 市債、基金残高', ['', '']],
    ['no such words', '# 令和8年度当初予算', ['', '']],
  ]

  it.each(flags)('%s', async (_, caption, expected) => {
    const { drafts } = await assemblyOf(`${caption}
    （単位：千円）
    | 事業名 | 事業費 |
    | 公園の整備 | 1,500 |
    ---
    | 街路灯の更新 | 1,400 |`)
    const said = drafts.map(({ isNew, fund }) => [...(isNew ? ['new'] : []), ...(fund ? ['fund'] : [])].join(' '))
    expect(said).toEqual(expected)
  })
})
