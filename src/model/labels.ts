import type { Dataset, TableName } from './dataset.js'
import type { Figure } from './figure.js'

/** What a column is called in Japanese, and how it is read. */
export interface Label {
  readonly japanese: string
  /** The unit of its numbers or places: a code for machines and the Japanese word for people. */
  readonly unit?: Unit
  /** Its type in the Fiscal Data Package vocabulary (os-types). */
  readonly columnType?: string
}

interface Unit {
  readonly code: string
  readonly japanese: string
}

export const yen: Unit = { code: 'JPY', japanese: '円' }
const year: Unit = { code: 'year', japanese: '西暦' }
const page: Unit = { code: 'page', japanese: 'ページ' }
const line: Unit = { code: 'line', japanese: '行' }
const point: Unit = { code: 'pt', japanese: 'ポイント' }
const byte: Unit = { code: 'byte', japanese: 'バイト' }
const count: Unit = { code: 'count', japanese: '件' }

const fiscalYear: Label = { japanese: '会計年度', unit: year, columnType: 'date:fiscal-year' }
const stage: Label = { japanese: '予算の段階', columnType: 'phase:id' }
const boxes = (japanese: string): Label => ({ japanese, unit: point })
const money = (japanese: string): Label => ({ japanese, unit: yen })

/** What the stages of a budget are called in Japanese. */
export const stageLabels: Readonly<Record<NonNullable<Figure['stage']>, string>> = {
  request: '概算要求',
  supplementary_request: '補正要求',
  draft: '政府案',
  supplementary_draft: '補正案',
  enacted: '当初予算',
  supplementary: '補正予算',
  provisional: '暫定予算',
  revised: '補正後',
  current_appropriation: '予算現額',
  executed: '決算',
}

/** A year and stage, with the number of a supplementary budget. */
export interface Term {
  readonly fiscal_year: number
  readonly stage: NonNullable<Figure['stage']>
  readonly supplementary_no: number | null
}

/** `補正予算第1号`. */
export const stageLabel = ({ stage, supplementary_no }: Omit<Term, 'fiscal_year'>): string =>
  `${stageLabels[stage]}${supplementary_no === null ? '' : `第${supplementary_no}号`}`

/** `2025年度 補正予算第1号`. */
export const termLabel = (term: Term): string => `${term.fiscal_year}年度 ${stageLabel(term)}`

/** What the tables are called in Japanese. */
export const tableLabels: Readonly<Record<TableName, string>> = {
  figures: '金額',
  programmes: '事業',
  documents: '資料',
  issues: '問題',
  checks: '検算',
  lines: '予算書の行',
}

/** The Japanese name of every column of every table. */
export const labels = {
  figures: {
    figure_id: { japanese: '金額ID' },
    document_id: { japanese: '資料ID' },
    programme_row_id: { japanese: '事業ID', columnType: 'activity:generic:program:code' },
    programme: { japanese: '事業名', columnType: 'activity:generic:program:label' },
    parent: { japanese: '上位の事業名' },
    page: { japanese: 'ページ', unit: page },
    line: { japanese: '行', unit: line },
    boxes: boxes('金額の位置'),
    bbox: boxes('金額を囲む矩形'),
    label_boxes: boxes('名目の位置'),
    raw: { japanese: '印刷された金額' },
    raw_label: { japanese: '印刷された名目' },
    amount_status: { japanese: '金額の状態' },
    yen: { ...money('金額'), columnType: 'value' },
    yen_max: money('金額の上限'),
    precision_yen: money('最後の桁の値'),
    unit_printed: { japanese: '印刷された単位' },
    unit_source: { japanese: '単位の出どころ' },
    sign_mark: { japanese: '符号' },
    approx: { japanese: '限定の語' },
    role: { japanese: '役割', columnType: 'value-kind:code' },
    fiscal_year: fiscalYear,
    fiscal_year_printed: { japanese: '印刷された年度' },
    stage,
    supplementary_no: { japanese: '補正の番号' },
    request_frame: { japanese: '要求の枠' },
    basis: { japanese: '金額の基準' },
    inherited: { japanese: '見出しから引き継いだか' },
    is_new: { japanese: '新規か' },
    part_of: { japanese: '内数か' },
    reposted: { japanese: '再掲' },
    estimate: { japanese: '推計額' },
    digital_agency: { japanese: 'デジタル庁計上分' },
    fund: { japanese: '基金か' },
    special_account_included: { japanese: '特別会計を含むか' },
    reclassified: { japanese: '組替え後か' },
    compares_figure_id: { japanese: '並ぶ予算額のID' },
    duplicate_of_figure_id: { japanese: '先に印刷された同じ金額のID' },
    check_status: { japanese: '検査の結果' },
    checked_by: { japanese: '確かめた検査' },
    needs_review: { japanese: '確認が要るか' },
    review_reasons: { japanese: '確認の理由' },
    decided_by: { japanese: '決めた規則' },
    note: { japanese: '備考' },
  },
  programmes: {
    programme_row_id: { japanese: '事業ID', columnType: 'activity:generic:program:code' },
    document_id: { japanese: '資料ID' },
    name: { japanese: '事業名', columnType: 'activity:generic:program:label' },
    name_normalized: { japanese: '照合用の名称' },
    name_missing: { japanese: '名称が仮か' },
    english_name: { japanese: '英語名' },
    number_printed: { japanese: '印刷された番号' },
    level: { japanese: '深さ' },
    level_type: { japanese: '種類' },
    parent_row_id: { japanese: '上位の事業ID' },
    pages: { japanese: 'ページ', unit: page },
    heading_page: { japanese: '名称のページ', unit: page },
    heading_boxes: boxes('名称の位置'),
    executing_body: { japanese: '実施機関' },
    fiscal_year: fiscalYear,
    stage,
    amount_status: { japanese: '金額の状態' },
    amount_yen: { ...money('予算額'), columnType: 'value' },
    precision_yen: money('最後の桁の値'),
    previous_amount_yen: money('前年度額'),
    change_yen: money('増減額'),
    change_printed_yen: money('印刷された増減額'),
    supplementary_yen: money('補正予算額の合計'),
    children_sum_yen: money('内訳の合計'),
    sum_check: { japanese: '内訳の検算' },
    headline_figure_id: { japanese: '代表の金額ID' },
    note: { japanese: '備考' },
  },
  documents: {
    document_id: { japanese: '資料ID' },
    file_name: { japanese: 'ファイル名' },
    title: { japanese: '表題' },
    title_source: { japanese: '表題の出どころ' },
    document_type: { japanese: '資料の種類' },
    fiscal_year: fiscalYear,
    stage,
    source_url: { japanese: '取得したアドレス' },
    landing_url: { japanese: '公表ページ' },
    retrieved_at: { japanese: '取得時刻', unit: { code: 'UTC', japanese: '協定世界時' } },
    sha256: { japanese: 'SHA-256' },
    bytes: { japanese: '大きさ', unit: byte },
    page_count: { japanese: 'ページ数', unit: page },
    pages_read: { japanese: '読んだページ数', unit: page },
    pages_unreadable: { japanese: '読めなかったページ', unit: page },
    text_source: { japanese: '文字の出どころ' },
    figures_total: { japanese: '金額の数', unit: count },
    issues_total: { japanese: '問題の数', unit: count },
    tables_total: { japanese: '表の数', unit: count },
    needs_review_total: { japanese: '確認の要る金額の数', unit: count },
    status: { japanese: '状態' },
    tool_version: { japanese: 'yosanの版' },
    rules_version: { japanese: '規則の版' },
  },
  issues: {
    issue_id: { japanese: '問題ID' },
    document_id: { japanese: '資料ID' },
    figure_id: { japanese: '金額ID' },
    rule: { japanese: '規則' },
    severity: { japanese: '重さ' },
    page: { japanese: 'ページ', unit: page },
    line: { japanese: '行', unit: line },
    boxes: boxes('位置'),
    message: { japanese: '内容' },
    found: { japanese: '印刷されているもの' },
    expected: { japanese: '合うはずのもの' },
  },
  checks: {
    check_id: { japanese: '検算ID' },
    document_id: { japanese: '資料ID' },
    rule: { japanese: '規則' },
    figure_id: { japanese: '金額ID' },
    inputs: { japanese: '元の金額ID' },
    percent: { japanese: '印刷された率' },
    expected_yen: money('計算した額'),
    found_yen: money('印刷された額'),
    tolerance_yen: money('許される差'),
    verdict: { japanese: '判定' },
    message: { japanese: '内容' },
  },
  lines: {
    line_id: { japanese: '行ID' },
    document_id: { japanese: '資料ID' },
    page: { japanese: 'ページ', unit: page },
    boxes: boxes('金額の位置'),
    account: { japanese: '会計' },
    direction: { japanese: '歳入・歳出' },
    level: { japanese: '区分' },
    code: { japanese: '番号' },
    name: { japanese: '名称' },
    kan: { japanese: '款' },
    kou: { japanese: '項' },
    moku: { japanese: '目' },
    setsu: { japanese: '節' },
    setsu_code: { japanese: '節の番号' },
    description_level: { japanese: '説明の深さ' },
    column: { japanese: '欄' },
    fiscal_year: fiscalYear,
    yen: { ...money('金額'), columnType: 'value' },
    raw: { japanese: '印刷された金額' },
    needs_review: { japanese: '確認が要るか' },
  },
} as const satisfies { readonly [Table in TableName]: Readonly<Record<keyof Dataset[Table][number], Label>> }
