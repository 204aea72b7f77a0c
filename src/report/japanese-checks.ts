import type { CheckId } from '../model/check-rules.js'

/** What each check found to agree, in one Japanese sentence, for pages that officials and journalists read. */
export const japaneseChecks: Readonly<Record<CheckId, string>> = {
  difference: '行の二つの金額の差が、記載された増減額または補正額と一致します。',
  percent: '行に記載された率が、金額と整合します。',
  column_total: '列の各行の合計が、記載された合計と一致します。',
  parent_total: '下位の行の合計が、上位の行の金額と一致します。',
  row_parts: '財源内訳など、行に記載された内訳の合計が、行の金額と一致します。',
  sides: '会計の歳入と歳出の総額が一致します。',
  printings: '別のページにも、同じ事業について同じ金額、またはそれを粗い単位に丸めた金額が記載されています。',
  programme_parts: '事業の内訳の合計が、事業の金額と一致します。',
  unit_size: '金額と並んで記載された前年度額の規模が釣り合うため、どちらの単位も正しいと判断できます。',
  supplementary: '当初予算額と補正額の和が、補正後の額と一致します。補正額をほかで加算することはありません。',
  year_chain: '前年度の資料の予算額が、この資料の前年度額と一致します。',
  stage_chain: '成立した予算の額が、案の額と一致します。異なるのは、国会が修正した場合だけです。',
  editions: '別の資料にも、同じ事業・年度・段階について同じ金額が記載されています。',
  outside: '行政事業レビューや財務省の科目別CSVなど、外部の資料にも同じ金額があります。',
}
