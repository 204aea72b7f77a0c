import { printBoxes } from '../model/boxes.js'
import type { PrintedFigure } from '../model/correction-identity.js'
import type { Assembly, Draft } from '../model/draft.js'

/** A draft as the figure that corrections speak of. */
export const printedOf = (draft: Draft, programmes: Assembly['programmes']): PrintedFigure => {
  const { raw, label, place, role, fiscalYear, stage, amount } = draft
  const programme = draft.programme === null ? undefined : programmes[draft.programme]
  return {
    page: place.page,
    line: place.line,
    boxes: place.page === null ? null : printBoxes(place.boxes),
    raw,
    raw_label: label,
    programme: programme && !programme.nameMissing ? programme.name : null,
    role,
    fiscal_year: fiscalYear,
    stage,
    yen: amount.yen,
  }
}
