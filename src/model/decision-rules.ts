/** Every rule that may decide a field of a figure, with the sentence that `yosan explain` prints. */
export const decisionRules = {
  digits_and_unit: 'The amount is the printed digits times the unit printed after them.',
  unit_from_caption: 'The amount is the printed digits times the unit stated for the table or the page.',
  printed_label: 'A label beside the amount says so.',
  value_box: 'The amount stands in a box beside a box of labels, and the label at the same height says so.',
  label_block_order: 'Labels and amounts are printed in two blocks, and they were paired in order.',
  bracket_pair: 'A bare amount in brackets after an amount is the previous year’s.',
  page_headline: 'Nothing beside the amount says so; it comes from the headline of the page.',
  section_headline: 'Nothing beside the amount says so; it comes from the headline of the section.',
  document_headline: 'Nothing beside the amount says so; it comes from the headline of the document.',
  previous_year: 'The label says the previous year, so it is one before the year of the amount beside it.',
  scale_of_support: 'The words around the amount give a scale of support, such as a year, a project or a place.',
  running_text: 'The amount stands in a sentence and not beside a label of the budget.',
  commitment_words: 'The words around the amount speak of authority to commit later years.',
  change_words: 'The words or the mark around the amount say an increase or a decrease.',
  page_title: 'The programme is the title of the page.',
  box_heading: 'The programme is the heading of the box or block that holds the amount.',
  same_line: 'The programme is named on the line of the amount.',
  part_name: 'The words before the amount name the part of the programme that it is for.',
  nearest_heading: 'No box ties the amount to a heading, so the programme is the nearest heading above it.',
  flag_words: 'The words around the amount say so.',
  page_note: 'A note that holds for the page says so.',
} as const satisfies Record<string, string>

export type DecisionRuleId = keyof typeof decisionRules
