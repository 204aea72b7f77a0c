import type { TrendRow } from '../../../src/series/trend.js'

/** A hundred million yen so many times, enacted for a year. */
export const trendRow = (series: number, fiscal_year: number, oku: number, more: Partial<TrendRow> = {}): TrendRow => ({
  series,
  programme: `事業${series}`,
  parent: null,
  programme_row_id: null,
  names: `事業${series}`,
  fiscal_year,
  stage: 'enacted',
  supplementary_no: null,
  yen: oku * 100_000_000,
  precision_yen: 100_000_000,
  role: 'budget',
  change_yen: null,
  change_percent: null,
  document_id: `d${fiscal_year}`,
  page: 1,
  figures: `f${series}-${fiscal_year}-${oku}`,
  needs_review: false,
  breaks: null,
  break_notes: null,
  ...more,
})
