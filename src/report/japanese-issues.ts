import type { IssueRuleId } from '../model/issue-rules.js'

interface JapaneseIssue {
  /** What is wrong. */
  readonly title: string
  /** What to do. */
  readonly help: string
}

/** Every issue rule in Japanese sentences, for pages that officials and journalists read; in the order of the English. */
export const japaneseIssues: Readonly<Record<IssueRuleId, JapaneseIssue>> = {
  document_failed: {
    title: '資料を読み取れなかったため、その金額は一つも収録されていません。',
    help: 'メッセージに従って対処し、同じコマンドを再度実行してください。',
  },
  duplicate_document: {
    title: 'データセット内の別の資料とファイルの内容がまったく同じため、金額が二重に収録されています。',
    help: '合計するときは一方を除くか、資料を一度だけ指定してください。',
  },
  page_empty: {
    title: '何も描かれていないページがあります。',
    help: '原資料のそのページに何か記載がある場合を除き、対応は不要です。',
  },
  page_without_text_layer: {
    title: '目に見える文字の情報がないため、金額を読み取れなかったページがあります。',
    help: 'ページを見て、金額があれば、文字情報のあるファイルを入手するか、先に文字認識を行ってください。',
  },
  page_unreadable_font: {
    title: 'フォントからどの文字か分からないため、金額を読み取らなかったページがあります。',
    help: '元の文書からページを出力し直すか、先に文字認識を行ってください。',
  },
  unmapped_glyphs: {
    title: '一部の字形がどの文字か分からず、語や数字が欠けているおそれのあるページがあります。',
    help: '文字の欠けがないか、ページの金額を原資料と照合してください。',
  },
  page_too_dense: {
    title: '文字の断片が非常に多く、行を誤って組み立てたおそれのあるページがあります。',
    help: '行の取り違えがないか、ページの金額を原資料と照合してください。',
  },
  page_failed: {
    title: '破損していて読み取れなかったページがあります。',
    help: '資料を入手し直してください。',
  },
  amount_unreadable: {
    title: '金額は記載されていますが、数字を確実には読み取れませんでした。',
    help: '原資料で金額を読み取ってください。',
  },
  amount_without_row: {
    title: '予算書のページにある、金額かもしれない数字が、どの行にも読み取られていません。',
    help: '原資料を確認してください。予算の金額であれば、予算書の行のデータから漏れています。',
  },
  unit_missing: {
    title: '表またはページの数値に単位がないため、何円か分かりません。',
    help: '原資料で単位を確認してください。yosanは単位を推測しません。',
  },
  comparison_without_budget: {
    title: '前年度額と並ぶ予算額がありません。',
    help: '原資料で予算額を確認してください。',
  },
  summary_detail_mismatch: {
    title: '同じ事業・年度・段階の金額が、二つのページで異なります。',
    help: '両方の記載を確認してください。一方が内数、推計額または誤植の可能性があります。',
  },
  parts_total_mismatch: {
    title: '事業の内訳の合計が、事業の金額と一致しません。',
    help: '内訳の漏れ、再掲または内数がないか確認してください。',
  },
  difference_mismatch: {
    title: '行に記載された増減額が、金額の差と一致しません。',
    help: '三つの金額を原資料と照合してください。いずれかが読み取りの誤りか誤植の可能性があります。',
  },
  percent_mismatch: {
    title: '記載された率が、行の金額と整合しません。',
    help: '金額を原資料と照合してください。金額は記載のとおり使用しています。',
  },
  column_total_mismatch: {
    title: '表の各行の合計が、記載された合計と一致しません。',
    help: '行の漏れ、読み取りの誤りまたは他の行の内数がないか確認してください。',
  },
  table_doubtful: {
    title: '表の計算が、列や行の読み取り結果と整合しません。',
    help: '表の金額を使う前に、列、年度、行を原資料と照合してください。',
  },
  parts_exceed_total: {
    title: '内訳の金額が、その全体の金額を上回っています。',
    help: 'その内訳が当該事業のものか確認してください。',
  },
  factor_thousand: {
    title: '金額が、前年度額の約1,000倍または約1,000分の1です。',
    help: '両方の単位を確認してください。',
  },
  duplicate_figure: {
    title: '同じ金額が、資料に二度記載されています。',
    help: '合計するときは、「先に印刷された同じ金額のID」のある行を除いてください。',
  },
  budget_in_text: {
    title: '文中の金額が予算額と同額ですが、予算額として読み取られていません。',
    help: '文を確認してください。その予算についての記述であれば、文中の金額も予算額です。',
  },
  programme_missing: {
    title: '予算額がどの事業のものか分かりません。',
    help: '原資料で事業を確認してください。',
  },
  letter_drawn: {
    title: '名称の一部の文字が、文字ではなく図形として描かれているため、読み取れません。',
    help: '原資料でその文字を確認してください。名称では〓で示しています。',
  },
  year_missing: {
    title: '金額にもその見出しにも、年度の記載がありません。',
    help: '原資料で年度を確認してください。',
  },
  stage_missing: {
    title: '金額にもその見出しにも、予算の段階の記載がありません。',
    help: '原資料で予算の段階を確認してください。',
  },
  figure_rejected: {
    title: '人が予算の金額ではないと判断したため、データに収録していません。',
    help: '原資料のその箇所に予算の金額がある場合を除き、対応は不要です。',
  },
  correction_unmatched: {
    title:
      '訂正に当てはまる金額が、資料にないか、複数あるか、訂正の時にはなかった値に読み取られているため、訂正は適用されていません。',
    help: '原資料を見て金額を訂正し直すか、訂正の一覧からその行を削除してください。',
  },
  schema_violation: {
    title: '公開している形式の定義に合わない行があります。',
    help: 'yosanの不具合です。資料を添えて報告してください。',
  },
}
