import type { Figure } from '../../src/model/figure.js'
import type { Point } from '../../src/series/points.js'
import { figure as sample } from '../emit/sample.js'

/** The enacted budget of 総務費 for FY2025 in hundred million yen, as a document prints it. */
export const figure = (document_id: string, oku: number, more: Partial<Figure> = {}): Figure => {
  const { programme = '総務費', parent = null, role = 'budget' } = more
  return {
    ...sample,
    document_id,
    figure_id: `${document_id}-${[programme, role, oku].join('-')}`,
    programme_row_id: `${document_id}-${parent}-${programme}`,
    programme,
    parent,
    raw: `${oku}億円`,
    raw_label: null,
    amount_status: 'numeric',
    yen: Math.round(oku * 100_000_000),
    role,
    fiscal_year: 2025,
    stage: 'enacted',
    request_frame: null,
    estimate: 'none',
    fund: false,
    ...more,
  }
}

/** The amount of the year before. */
export const previous = (document_id: string, oku: number, more: Partial<Figure> = {}): Figure =>
  figure(document_id, oku, { role: 'comparison', fiscal_year: 2024, ...more })

/** The same as a point. */
export const point = (document_id: string, oku: number, more: Partial<Point> = {}): Point => ({
  document_id,
  figure_id: `${document_id}-${more.role ?? 'budget'}-${more.stage ?? 'enacted'}-${oku}`,
  page: 1,
  raw: `${oku}億円`,
  yen: Math.round(oku * 100_000_000),
  precision_yen: 100_000_000,
  programme_row_id: `${document_id}-null-総務費`,
  supplementary_no: null,
  part_of: false,
  reclassified: false,
  needs_review: false,
  role: 'budget',
  fiscal_year: 2025,
  stage: 'enacted',
  programme: '総務費',
  parent: null,
  ...more,
})

export const comparison = (document_id: string, oku: number, more: Partial<Point> = {}): Point =>
  point(document_id, oku, { role: 'comparison', fiscal_year: 2024, ...more })
