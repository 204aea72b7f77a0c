/** error: data is missing or wrong; warning: look at it; info: good to know. */
export type Severity = 'error' | 'warning' | 'info'

export interface IssueRule {
  readonly severity: Severity
  /** One English sentence: what is wrong. */
  readonly title: string
  /** One English sentence: what to do. */
  readonly help: string
}

/** Every kind of trouble that yosan reports in a document, in the order of the rooms that meet it. */
export const issueRules = {
  document_failed: {
    severity: 'error',
    title: 'A document could not be read, so none of its figures are here.',
    help: 'Do what the message says and run the same command again.',
  },
  duplicate_document: {
    severity: 'warning',
    title: 'A document has the same bytes as another one of the data set, so its figures stand there twice.',
    help: 'Leave one of the two out when you add up, or name it once.',
  },
  page_empty: {
    severity: 'info',
    title: 'A page paints nothing.',
    help: 'Nothing is to be done, unless the print shows something there.',
  },
  page_without_text_layer: {
    severity: 'error',
    title: 'A page has no visible text layer, so its figures could not be read.',
    help: 'Look at the page: if it prints amounts, get a copy with text or run character recognition on it first.',
  },
  page_unreadable_font: {
    severity: 'error',
    title: 'The fonts of a page do not say which characters they paint, so its figures were not read.',
    help: 'Print the page again from its source, or run character recognition on it first.',
  },
  unmapped_glyphs: {
    severity: 'warning',
    title: 'Some glyphs of a page have no character, so words or digits may be missing from it.',
    help: 'Compare the figures of the page with the print.',
  },
  page_too_dense: {
    severity: 'warning',
    title: 'A page paints so many pieces of text that its lines may be put together wrong.',
    help: 'Compare the figures of the page with the print.',
  },
  page_failed: {
    severity: 'error',
    title: 'A page is damaged and could not be read.',
    help: 'Get another copy of the document.',
  },
  amount_unreadable: {
    severity: 'error',
    title: 'An amount is printed but its digits could not be read with certainty.',
    help: 'Read the amount in the print.',
  },
  amount_without_row: {
    severity: 'warning',
    title: 'A number on a page of a budget book may be money, but belongs to no row and column that was read.',
    help: 'Look at the page: if it is money of the budget, it is missing from `lines`.',
  },
  unit_missing: {
    severity: 'warning',
    title: 'Numbers of a table or page have no unit, so their value in yen is not known.',
    help: 'Look for the unit in the print; yosan never guesses one.',
  },
  comparison_without_budget: {
    severity: 'warning',
    title: 'A previous year’s amount stands beside no budget figure.',
    help: 'Find the budget figure in the print.',
  },
  summary_detail_mismatch: {
    severity: 'warning',
    title: 'The same programme, year and stage have different amounts on two pages.',
    help: 'Check both places: one may be a part, an estimate or a misprint.',
  },
  parts_total_mismatch: {
    severity: 'warning',
    title: 'The parts of a programme do not add up to its amount.',
    help: 'Check whether a part is missing, reposted or inside another one.',
  },
  difference_mismatch: {
    severity: 'warning',
    title: 'The printed change of a row is not the difference of its amounts.',
    help: 'Compare the three amounts with the print: one may be read wrong or misprinted.',
  },
  percent_mismatch: {
    severity: 'warning',
    title: 'A printed percent does not fit the amounts of its row.',
    help: 'Compare the amounts with the print; the figures are used as printed.',
  },
  column_total_mismatch: {
    severity: 'warning',
    title: 'The rows of a table do not add up to its printed total.',
    help: 'Check whether a row is missing, read wrong or inside another one.',
  },
  table_doubtful: {
    severity: 'warning',
    title: 'The arithmetic of a table does not fit what its columns or rows were read to be.',
    help: 'Compare the columns, years and rows of the table with the print before using its figures.',
  },
  parts_exceed_total: {
    severity: 'warning',
    title: 'A part is larger than the amount that it is a part of.',
    help: 'Check that the part belongs to that programme.',
  },
  factor_thousand: {
    severity: 'warning',
    title: 'An amount is about 1,000 times the previous year’s, or a thousandth of it.',
    help: 'Check the units of both.',
  },
  duplicate_figure: {
    severity: 'info',
    title: 'The same figure is printed twice in a document.',
    help: 'Leave out rows with `duplicate_of_figure_id` when adding up.',
  },
  budget_in_text: {
    severity: 'warning',
    title: 'An amount in a sentence is that of a budget figure, but was not read as one.',
    help: 'Read the sentence: if it speaks of that budget, its amount is a budget figure too.',
  },
  programme_missing: {
    severity: 'warning',
    title: 'A budget figure has no programme.',
    help: 'Find its programme in the print.',
  },
  letter_drawn: {
    severity: 'warning',
    title: 'A letter of the name is drawn and not written, so it cannot be read.',
    help: 'Read the letter in the print: it stands as 〓 in the name.',
  },
  year_missing: {
    severity: 'warning',
    title: 'Neither a figure nor its headlines say which fiscal year it belongs to.',
    help: 'Find the fiscal year in the print.',
  },
  stage_missing: {
    severity: 'warning',
    title: 'Neither a figure nor its headlines say which stage of the budget it belongs to.',
    help: 'Find the stage in the print.',
  },
  figure_rejected: {
    severity: 'info',
    title: 'A person rejected a figure, so it is no row of the data.',
    help: 'Nothing is to be done, unless the print shows an amount of the budget there.',
  },
  correction_unmatched: {
    severity: 'warning',
    title:
      'A correction fits no figure of the document, more than one, or one that is read otherwise now, so it was not applied.',
    help: 'Look at the print and correct the figure anew, or take the row out of the corrections.',
  },
  schema_violation: {
    severity: 'error',
    title: 'A row does not fit the published schema.',
    help: 'This is a fault of yosan: please report it with the document.',
  },
} as const satisfies Record<string, IssueRule>

export type IssueRuleId = keyof typeof issueRules
