/** Every check that may confirm a figure, with the sentence that says what agreed. */
export const checkRules = {
  difference: 'Two amounts of its row differ by the printed change, or by the printed supplement.',
  percent: 'The printed percent of its row fits the amounts.',
  column_total: 'The rows of its column add up to the printed total.',
  parent_total: 'The rows below a row add up to its amount.',
  row_parts: 'The parts printed in its row, such as 財源内訳, add up to the amount of the row.',
  printings: 'Another page prints the same amount for the same programme, or rounds it to the coarser print.',
  programme_parts: 'The parts of the programme add up to its amount.',
} as const satisfies Record<string, string>

export type CheckId = keyof typeof checkRules
