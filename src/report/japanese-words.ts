import type { CheckVerdict } from '../model/check.js'
import type { Decision } from '../model/draft.js'
import type { Figure } from '../model/figure.js'
import type { Severity } from '../model/issue.js'
import type { Direction, LineColumn, LineLevel } from '../model/line.js'
import type { Programme } from '../model/programme.js'
import type { Role } from '../model/role.js'

export { stageLabels as stages } from '../model/labels.js'

/** What an amount of money is. */
export const roles = {
  budget: '予算額',
  comparison: '前年度額',
  change: '増減額',
  rate: '支援規模',
  commitment: '債務負担',
  context: 'その他の金額',
} as const satisfies Readonly<Record<Role, string>>

/** How the checks on a figure came out; differences of rounding are 端数 in the notes of budgets. */
export const checkStatuses = {
  ok: '一致',
  rounding: '端数を除き一致',
  warning: '疑義あり',
  error: '欠落・誤り',
  not_checked: '検算なし',
} as const satisfies Readonly<Record<Figure['check_status'], string>>

/** How one check came out. */
export const verdicts = {
  ok: '一致',
  rounding: '端数を除き一致',
  mismatch: '不一致',
  incomplete: '内訳不足',
  not_run: '検算不能',
} as const satisfies Readonly<Record<CheckVerdict, string>>

/** What is printed where an amount stands; one without a unit is unreadable too. */
export const amountStatuses = {
  numeric: '金額',
  numeric_plus_unpriced: '金額＋事項要求',
  unpriced: '事項要求',
  dash: '「－」の記載',
  zero: '「0」の記載',
  blank: '空欄',
  unreadable: '金額不明',
} as const satisfies Readonly<Record<Figure['amount_status'], string>>

/** How bad an issue is; 要確認 is kept for figures that ask for review. */
export const severities = {
  error: '欠落・誤り',
  warning: '注意',
  info: '参考',
} as const satisfies Readonly<Record<Severity, string>>

/** Kinds of nodes in the tree of programmes; a section is not 節, which budgets use for a kind of expense. */
export const levels = {
  section: '区分',
  programme: '事業',
  subprogramme: '細事業',
  component: '内訳',
  款: '款',
  項: '項',
  目: '目',
  節: '節',
} as const satisfies Readonly<Record<Programme['level_type'], string>>

/** Sides of a budget. */
export const directions = {
  expenditure: '歳出',
  revenue: '歳入',
} as const satisfies Readonly<Record<Direction, string>>

/** What a row of a budget book is. */
export const lineLevels = {
  kan: '款',
  kou: '項',
  moku: '目',
  setsu: '節',
  part: '細節',
  description: '説明',
  total: '合計',
} as const satisfies Readonly<Record<LineLevel, string>>

/** What a column of a budget book prints. */
export const lineColumns = {
  current: '本年度',
  previous: '前年度',
  change: '比較',
  national_prefectural: '国県支出金',
  bond: '地方債',
  other: 'その他財源',
  general: '一般財源',
  before: '補正前',
  supplement: '補正',
  after: '補正後',
} as const satisfies Readonly<Record<LineColumn, string>>

/** What of a figure a rule decides, or asks a person to look at. */
export const decisionFields = {
  value: '金額',
  role: '役割',
  fiscal_year: '会計年度',
  stage: '予算の段階',
  programme: '事業',
  flags: '特徴',
  review: '確認',
} as const satisfies Readonly<Record<Decision['field'], string>>

/** Columns of a figure with yes or no, or with one of few words of which one is none. */
type FlagColumns = Omit<Figure, 'needs_review' | 'sign_mark'>

/** `is_new` for yes or no, `reposted=full` for a word. */
type FlagName = {
  [Column in keyof FlagColumns]: string extends Figure[Column]
    ? never
    : true extends Figure[Column]
      ? Column
      : 'none' extends Figure[Column]
        ? `${Column}=${Exclude<Figure[Column], 'none' | boolean | number | null>}`
        : never
}[keyof FlagColumns]

/** What else holds for a figure; no and none say nothing. */
export const flags = {
  inherited: '年度・段階は見出しによる',
  is_new: '新規',
  part_of: '内数',
  'reposted=full': '再掲',
  'reposted=partial': '一部再掲',
  'estimate=includes': '推計額を含む',
  'estimate=is': '推計額',
  'digital_agency=includes': 'デジタル庁計上分を含む',
  'digital_agency=is': 'デジタル庁計上分',
  'digital_agency=excludes': 'デジタル庁計上分を除く',
  fund: '基金',
  special_account_included: '特別会計を含む',
  reclassified: '組替え後',
} as const satisfies Readonly<Record<FlagName, string>>
