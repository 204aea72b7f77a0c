import { printBoxes } from '../model/boxes.js'
import { printDecisions } from '../model/decided-by.js'
import type { Draft, ProgrammeNode } from '../model/draft.js'
import type { Figure } from '../model/figure.js'
import { unionOf } from '../model/place.js'

/** One row of `figures` for a draft, before the checks have spoken. */
export const toFigure = (
  draft: Draft,
  id: string,
  documentId: string,
  programmes: readonly ProgrammeNode[],
  rowIds: readonly string[],
): Figure => {
  const programme = draft.programme === null ? null : (programmes[draft.programme] ?? null)
  const parent = programme?.parent == null ? null : (programmes[programme.parent]?.name ?? null)
  const boxes = draft.place.page === null ? [] : draft.place.boxes
  const doubts = draft.decisions.filter(({ sure }) => !sure)
  return {
    figure_id: id,
    document_id: documentId,
    programme_row_id: draft.programme === null ? null : (rowIds[draft.programme] ?? null),
    programme: programme === null || programme.nameMissing ? null : programme.name,
    parent,
    page: draft.place.page,
    line: draft.place.line,
    boxes: printBoxes(boxes),
    bbox: printBoxes(boxes.length === 0 ? [] : [unionOf(boxes)]),
    label_boxes: printBoxes(draft.labelPlace?.page == null ? [] : draft.labelPlace.boxes),
    raw: draft.raw,
    raw_label: draft.label,
    amount_status: draft.amount.status,
    yen: draft.amount.yen,
    yen_max: draft.amount.yenMax,
    precision_yen: draft.amount.precision,
    unit_printed: draft.amount.unit,
    unit_source: draft.unitSource,
    sign_mark: draft.amount.sign,
    approx: draft.amount.approx,
    role: draft.role,
    fiscal_year: draft.fiscalYear,
    fiscal_year_printed: draft.fiscalYearPrinted,
    stage: draft.stage,
    supplementary_no: draft.supplementaryNo,
    request_frame: draft.requestFrame,
    basis: draft.basis,
    inherited: draft.inherited,
    is_new: draft.isNew,
    part_of: draft.partOf,
    reposted: draft.reposted,
    estimate: draft.estimate,
    digital_agency: draft.digitalAgency,
    fund: draft.fund,
    special_account_included: draft.specialAccountIncluded,
    reclassified: draft.reclassified,
    compares_figure_id: null,
    duplicate_of_figure_id: null,
    check_status: 'not_checked',
    checked_by: null,
    needs_review: doubts.length > 0,
    review_reasons: doubts.length > 0 ? [...new Set(doubts.map(({ rule }) => rule))].join(';') : null,
    decided_by: printDecisions(draft.decisions),
    note: draft.note,
  }
}
