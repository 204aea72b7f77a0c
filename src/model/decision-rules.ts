/** Every rule that may decide a field of a figure, with the sentence that `yosan explain` prints: first the value, then the
 * role, the fiscal year and stage, and the programme. */
export const decisionRules = {
  digits_and_unit: 'The amount is the printed digits times the unit printed after them.',

  unpriced: 'An item is requested without an amount (事項要求), so there is no money to add up.',
  change_word: 'A word or a mark at the amount says an increase or a decrease.',
  commitment_word: 'A word before the amount speaks of authority to commit later years.',
  scale_in_sentence:
    'The words around the amount make it a scale of support, such as for a year, a project or a place.',
  previous_label: 'The label of the amount says the previous year.',
  label: 'The label of the amount names a stage of the budget.',
  pair_in_brackets: 'An amount in brackets after a budget amount is the previous year’s.',
  predecessor_note: 'A note says that the amount paid for a forerunner in an earlier year.',
  cell_of_scale: 'The head of its row or column in a table is a scale of support.',
  cap: 'A word at the amount, such as 最大 or 程度, makes it a bound and not a sum.',
  share_of_body: 'The name of a body stands before the amount, so it is the body’s share of the budget above.',
  booked_elsewhere: 'The amount is the part that another office books for the programme.',
  weak_label: 'A word like a label stands before the amount, but it may mean something else.',
  named_row: 'The amount stands in a named row of a table whose heads speak of money.',
  name_and_amount: 'A name and an amount stand alone on a line, as in a list of the budget.',
  bare_amount: 'The amount stands alone below a heading.',
  bare_amount_unplaced: 'The amount stands alone and no heading is above it.',
  appropriation_sentence: 'A sentence says that the amount is appropriated or requested for a programme.',
  no_headline: 'The amount has no label, and no headline of the document gives it a year and a stage.',
  running_text: 'The amount stands in a sentence and not beside a label of the budget.',

  printed_year: 'The label of the amount prints the fiscal year.',
  year_before: 'It is the year before that of the budget beside it.',
  printed_label: 'The label of the amount prints the stage.',
  previous_in_brackets: 'A previous year’s amount in brackets is of the initial budget.',
  column_head: 'The head of its column or row in the table says so.',
  panel_head: 'The label that heads the panel around the amount says so.',
  label_block_order: 'Labels and amounts are printed in two blocks, and they were paired in order.',
  page_headline: 'Nothing beside the amount says so; it comes from the headline of the page or section.',
  document_headline: 'Nothing beside the amount says so; it comes from what the document is mostly about.',
  no_year: 'Nothing says the fiscal year for sure.',
  no_stage: 'Nothing says the stage.',

  table_row: 'The programme is the name of its row in the table.',
  body_of_label: 'The label of the amount names the body that gets the money.',
  same_line: 'The programme is named on the line of the amount.',
  noun_phrase: 'The programme is the noun phrase that leads to the amount in its sentence.',
  pair_of_title: 'Another page prints the same pair of amounts under the title of this page.',
  page_title: 'The programme is the title of the page.',
  box_heading: 'The programme is the heading of the box or block that holds the amount.',
  item_above: 'The programme is the item of the list above the amount.',
  line_above: 'The programme is the line above the amount.',
  heading_before_break:
    'The programme is the last heading of the column or page before, which has no amounts of its own.',
  glued_columns: 'The text file prints columns side by side, so the heading found may be that of another column.',
  no_heading: 'No heading stands above the amount.',
} as const satisfies Record<string, string>

export type DecisionRuleId = keyof typeof decisionRules
