import type { Figure } from '../model/figure.js'
import { nameKey } from '../model/name-key.js'

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

/** The points of a data set: amounts that stand for a whole programme. Of several prints of a row's programme for one year and
 * stage the first is its headline; the others are parts or repeat it. Rows that add others up have no name of their own. */
export const pointsOf = (figures: readonly Figure[]): Point[] => {
  const seen = new Set<string>()
  return figures.flatMap((figure) => {
    const point = toPoint(figure)
    if (!point) return []
    const key = `${figure.programme_row_id} ${point.role} ${termOf(point)}`
    if (seen.has(key)) return []
    seen.add(key)
    return [point]
  })
}

const toPoint = (figure: Figure): Point | null => {
  const { role, programme, fiscal_year, stage, yen } = figure
  if (role !== 'budget' && role !== 'comparison') return null
  if (programme === null || fiscal_year === null || stage === null || yen === null) return null
  if (figure.part_of || figure.reposted !== 'none' || figure.yen_max !== null) return null
  if (figure.duplicate_of_figure_id !== null || isSum(programme)) return null
  const { figure_id, document_id, programme_row_id, page, raw, precision_yen, supplementary_no, part_of } = figure
  const { reclassified, parent } = figure
  return {
    ...{ figure_id, document_id, programme_row_id, page, raw, yen, precision_yen, supplementary_no, part_of },
    ...{ reclassified, role, fiscal_year, stage, programme, parent },
  }
}

/** 計 and the like, and what is left over (その他): names of many things. */
export const isSum = (name: string): boolean => /^(?:[合小総累]?計|総額|差引.*|その他)$/u.test(nameKey(name))

/** Year, stage and number of the supplement. */
export const termOf = ({ fiscal_year, stage, supplementary_no }: Omit<Point, 'yen'>): string =>
  `${fiscal_year} ${stage} ${supplementary_no ?? ''}`
