import type { Figure } from '../model/figure.js'
import { groupBy } from '../model/groups.js'
import { nameKey } from '../model/name-key.js'
import { areOneAmount } from '../model/rounding.js'

/** What one document prints of one programme for one year and stage. */
export interface Point
  extends Pick<
    Figure,
    | 'figure_id'
    | 'document_id'
    | 'programme_row_id'
    | 'page'
    | 'raw'
    | 'yen'
    | 'precision_yen'
    | 'supplementary_no'
    | 'part_of'
    | 'reclassified'
    | 'needs_review'
  > {
  /** budget: the amount itself; comparison: printed beside a later year's. */
  readonly role: 'budget' | 'comparison'
  readonly fiscal_year: number
  readonly stage: NonNullable<Figure['stage']>
  readonly yen: number
  /** Names as printed. */
  readonly programme: string
  readonly parent: string | null
}

/** A figure that stands for a whole programme. */
export type Headline = Figure & Pick<Point, 'role' | 'fiscal_year' | 'stage' | 'yen' | 'programme'>

/** The figures of a data set that stand for a whole programme. Of several prints of a row's programme for one year and stage the
 * first is its headline; the others are parts or repeat it. Rows that add others up have no name of their own. */
export const headlinesOf = (figures: readonly Figure[]): Headline[] => firstsOf(figures.filter(standsForWhole))

/** How many years and stages of programmes have no headline, since nothing tells which of their prints it is. */
export const unclearIn = (figures: readonly Figure[]): number =>
  termsOf(figures.filter(standsForWhole)).filter(isUnclear).length

/** What is printed for each programme in each role, year and stage. */
const termsOf = <Print extends Point>(prints: readonly Print[]): readonly (readonly Print[])[] => [
  ...groupBy(prints, (print) => `${print.programme_row_id} ${print.role} ${termOf(print)}`).values(),
]

/** Of all prints that stand for whole programmes the headlines. */
export const firstsOf = <Print extends Point>(prints: readonly Print[]): Print[] =>
  termsOf(prints).flatMap((own) => (isUnclear(own) ? [] : own.slice(0, 1)))

/** A supplement is printed with what is added and what is taken off, and with the amounts before and after it: where they
 * differ, none of them is the one. */
const isUnclear = ([first, ...others]: readonly Point[]): boolean =>
  first !== undefined &&
  (first.stage === 'revised' || first.stage.startsWith('supplementary')) &&
  others.some((other) => !areOneAmount(first, other))

const standsForWhole = (figure: Figure): figure is Headline =>
  (figure.role === 'budget' || figure.role === 'comparison') &&
  figure.fiscal_year !== null &&
  figure.stage !== null &&
  figure.yen !== null &&
  figure.yen_max === null &&
  !figure.part_of &&
  figure.reposted === 'none' &&
  figure.duplicate_of_figure_id === null &&
  figure.programme !== null &&
  !isSum(figure.programme)

/** What is kept of the headlines of a data set to tie them together. */
export const pointsOf = (figures: readonly Figure[]): Point[] => headlinesOf(figures).map(toPoint)

/** The same of each figure that stands for a whole programme, be it the headline or not. */
export const printsOf = (figures: readonly Figure[]): Point[] => figures.filter(standsForWhole).map(toPoint)

const toPoint = (figure: Headline): Point => {
  const { figure_id, document_id, programme_row_id, page, raw, yen, precision_yen, supplementary_no, part_of } = figure
  const { needs_review, reclassified, role, fiscal_year, stage, programme, parent } = figure
  return {
    ...{ figure_id, document_id, programme_row_id, page, raw, yen, precision_yen, supplementary_no, part_of },
    ...{ needs_review, reclassified, role, fiscal_year, stage, programme, parent },
  }
}

/** 計 and the like, and what is left over (その他): names of many things. */
export const isSum = (name: string): boolean => /^(?:[合小総累]?計|総額|差引.*|その他)$/u.test(nameKey(name))

/** Year, stage and number of the supplement. */
export const termOf = ({
  fiscal_year,
  stage,
  supplementary_no,
}: Pick<Point, 'fiscal_year' | 'stage' | 'supplementary_no'>): string =>
  `${fiscal_year} ${stage} ${supplementary_no ?? ''}`

/** The order of documents; points of one document stay as they are. */
export const byDocument = (a: Point, b: Point): number =>
  a.document_id < b.document_id ? -1 : a.document_id > b.document_id ? 1 : 0
