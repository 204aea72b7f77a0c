import type { IssueRuleId } from '../model/issue-rules.js'

/** What an issue asks of a reader: to look at a check that failed, at something in doubt, at an amount or a page that was not
 * read, or at nothing. */
export type IssueKind = 'check' | 'doubt' | 'leftover' | 'note'

const kinds = {
  document_failed: 'leftover',
  duplicate_document: 'doubt',
  page_empty: 'note',
  page_without_text_layer: 'leftover',
  page_unreadable_font: 'leftover',
  unmapped_glyphs: 'leftover',
  page_too_dense: 'leftover',
  page_failed: 'leftover',
  amount_unreadable: 'leftover',
  amount_without_row: 'leftover',
  unit_missing: 'leftover',
  comparison_without_budget: 'doubt',
  summary_detail_mismatch: 'check',
  parts_total_mismatch: 'check',
  difference_mismatch: 'check',
  percent_mismatch: 'check',
  column_total_mismatch: 'check',
  table_doubtful: 'check',
  parts_exceed_total: 'check',
  factor_thousand: 'check',
  duplicate_figure: 'note',
  budget_in_text: 'doubt',
  programme_missing: 'doubt',
  letter_drawn: 'doubt',
  year_missing: 'doubt',
  stage_missing: 'doubt',
  figure_rejected: 'note',
  correction_unmatched: 'doubt',
  schema_violation: 'doubt',
} as const satisfies Readonly<Record<IssueRuleId, IssueKind>>

const known: ReadonlyMap<string, IssueKind> = new Map(Object.entries(kinds))

/** A rule of another version is in doubt. */
export const kindOf = (rule: string): IssueKind => known.get(rule) ?? 'doubt'
