import type { Correction } from '../model/correction.js'
import { printDecisions, readDecisions } from '../model/decided-by.js'
import type { Figure } from '../model/figure.js'
import type { OwnProgramme, ProgrammeNamed, Revise } from '../model/revision.js'
import { type Decidable, decide } from './decide.js'
import { rejectionOfRow } from './issues.js'

/** Applies corrections, by the index of their figures, to rows. */
export const reviser =
  (matches: ReadonlyMap<number, Correction>): Revise =>
  (figures, programmeNamed) => {
    const isRejected = (_: Figure, i: number): boolean => matches.get(i)?.action === 'reject'
    return {
      figures: figures.map((figure, i) =>
        isRejected(figure, i) ? null : decideRow(figure, matches.get(i), programmeNamed),
      ),
      troubles: figures.filter(isRejected).map(rejectionOfRow),
    }
  }

const decideRow = (figure: Figure, correction: Correction | undefined, programmeNamed: ProgrammeNamed): Figure =>
  correction ? rowOf(figure, decide(decidableOf(figure), correction, programmeNamed)) : figure

const decidableOf = (figure: Figure): Decidable<OwnProgramme> => {
  const { programme_row_id, programme, parent } = figure
  return {
    raw: figure.raw,
    place: { page: figure.page },
    amount: {
      status: figure.amount_status,
      yen: figure.yen,
      yenMax: figure.yen_max,
      precision: figure.precision_yen,
    },
    role: figure.role,
    basis: figure.basis,
    fiscalYear: figure.fiscal_year,
    inherited: figure.inherited,
    stage: figure.stage,
    supplementaryNo: figure.supplementary_no,
    requestFrame: figure.request_frame,
    programme: programme_row_id === null ? null : { programme_row_id, programme, parent },
    decisions: readDecisions(figure.decided_by),
  }
}

const noProgramme: OwnProgramme = { programme_row_id: null, programme: null, parent: null }

const rowOf = (figure: Figure, decided: Decidable<OwnProgramme>): Figure => ({
  ...figure,
  ...(decided.programme ?? noProgramme),
  amount_status: decided.amount.status,
  yen: decided.amount.yen,
  yen_max: decided.amount.yenMax,
  precision_yen: decided.amount.precision,
  role: decided.role,
  basis: decided.basis,
  fiscal_year: decided.fiscalYear,
  inherited: decided.inherited,
  stage: decided.stage,
  supplementary_no: decided.supplementaryNo,
  request_frame: decided.requestFrame,
  decided_by: printDecisions(decided.decisions),
})
