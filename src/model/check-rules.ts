/** Every check, with the sentence that says what agreed. Those of one document confirm its figures; those over documents and
 * with outside sources stand in `checks` alone. */
export const checkRules = {
  difference: 'Two amounts of its row differ by the printed change, or by the printed supplement.',
  percent: 'The printed percent of its row fits the amounts.',
  column_total: 'The rows of its column add up to the printed total.',
  parent_total: 'The rows below a row add up to its amount.',
  row_parts: 'The parts printed in its row, such as 財源内訳, add up to the amount of the row.',
  sides: 'Revenue and expenditure of the account are equal (歳入歳出).',
  printings: 'Another page prints the same amount for the same programme, or rounds it to the coarser print.',
  programme_parts: 'The parts of the programme add up to its amount.',
  unit_size: 'The amount and the previous year’s beside it are of one size, so their units are right.',
  supplementary:
    'The initial budget and its supplements (補正) make the amount after them, and are added up nowhere else.',
  year_chain:
    'A document of the year before prints the same amount as the budget that this one prints as the previous year’s.',
  stage_chain: 'The enacted budget is that of the draft (案); it differs only when the Diet amended it.',
  editions: 'Another document prints the same amount for the same programme, year and stage.',
  outside: 'An outside source, such as 行政事業レビュー or the Finance Ministry’s 科目別 CSV, has the same amount.',
} as const satisfies Record<string, string>

export type CheckId = keyof typeof checkRules
