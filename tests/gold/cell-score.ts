import type { Figure } from '../../src/model/figure.js'
import { type Gold, isNamed, type Pair, pairUp, where } from './score.js'

/** Cells of tables against their gold. */
export interface CellScore {
  /** Share of the gold's cells that have all of value, role, year and name of row right, in percent. */
  readonly exact: number
  readonly faults: readonly string[]
}

type Field = 'value' | 'role' | 'fiscal_year' | 'programme'

const fields: Readonly<Record<Field, (pair: Pair) => boolean>> = {
  value: ({ gold, figure }) => figure.yen === gold.yen && isReadable(figure) === (gold.amount_status === undefined),
  role: ({ gold, figure }) => figure.role === gold.role,
  fiscal_year: ({ gold, figure }) => gold.role === 'rate' || figure.fiscal_year === gold.fiscal_year,
  programme: ({ gold, figure }) => gold.role === 'rate' || isNamed(gold, figure),
}

const isReadable = ({ amount_status }: Figure): boolean => amount_status !== 'unreadable'

/** Null where the gold has no cells. Support in a cell is money of no row, and of no year. */
export const scoreCells = (golds: readonly Gold[], figures: readonly Figure[]): CellScore | null => {
  const cells = golds.filter(({ column }) => column != null)
  if (cells.length === 0) return null
  const figureOf = new Map(pairUp(golds, figures).map(({ gold, figure }) => [gold, figure]))
  const faults = cells.flatMap((gold) => {
    const figure = figureOf.get(gold)
    if (!figure) return [`missing ${where(gold)}`]
    const wrong = (Object.keys(fields) as Field[]).filter((name) => !fields[name]({ gold, figure }))
    return wrong.length === 0
      ? []
      : [`${where(gold)} in ${gold.path?.join(' > ')} | ${gold.column}: ${shown(wrong, gold, figure)}`]
  })
  return { exact: (100 * (cells.length - faults.length)) / cells.length, faults }
}

const shown = (wrong: readonly Field[], gold: Gold, figure: Figure): string =>
  wrong
    .map((name) =>
      name === 'value' ? `yen ${figure.yen} for ${gold.yen}` : `${name} ${figure[name]} for ${gold[name]}`,
    )
    .join(', ')
