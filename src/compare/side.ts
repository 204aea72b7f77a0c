import type { Dataset } from '../model/dataset.js'
import type { Figure } from '../model/figure.js'
import { groupBy } from '../model/groups.js'
import { nameKey } from '../model/name-key.js'
import { areOneAmount, grainOf } from '../model/rounding.js'
import { headlinesOf, isSum } from '../series/points.js'
import { pathKey } from '../series/programmes.js'

/** A year and stage of a budget. */
export interface Term {
  readonly fiscalYear: number
  readonly stage: NonNullable<Figure['stage']>
  /** Number of the supplement; null for any, and for other stages. */
  readonly supplementaryNo: number | null
}

/** One programme of one side of a comparison with what it gets there. */
export interface Item {
  /** For matching: the name, and the name below that of its parent. */
  readonly name: string
  readonly path: string
  readonly programme: string
  readonly parent: string | null
  /** Null for 事項要求 and other amounts that are not printed as numbers. */
  readonly yen: number | null
  readonly precisionYen: number | null
  readonly figure: Pick<Figure, 'figure_id' | 'document_id' | 'page' | 'raw'>
  /** Printed as new (新規). */
  readonly isNew: boolean
}

/** The programmes of a data set in one year and stage. */
export interface Side {
  readonly term: Term | null
  readonly items: readonly Item[]
  /** Programmes whose name stands for several in this data set, even with that of its parent. */
  readonly ambiguous: readonly Item[]
  /** Names that it has amounts for in other years or stages alone. */
  readonly left: number
}

/** Reads one side of a comparison: the programmes that the data set has amounts for in a term, by default in the one that most
 * of its programmes have. */
export const sideOf = ({ figures }: Pick<Dataset, 'figures'>, wanted: Term | null): Side => {
  const priced = headlinesOf(figures)
  const rows = new Set(priced.map(({ programme_row_id }) => programme_row_id))
  const points = [...priced, ...figures.filter((figure) => isUnpriced(figure) && !rows.has(figure.programme_row_id))]
  const term = wanted ?? mainTerm(points)
  const own = points.filter((figure) => term !== null && isOf(figure, term))
  const { items, ambiguous } = onePerProgramme(preferBudgets(own).map(toItem))
  const names = new Set(own.map(({ programme }) => nameKey(programme ?? '')))
  const left = new Set(points.map(({ programme }) => nameKey(programme ?? ''))).size - names.size
  return { term, items, ambiguous, left }
}

const isOf = ({ fiscal_year, stage, supplementary_no }: Figure, term: Term): boolean =>
  fiscal_year === term.fiscalYear &&
  stage === term.stage &&
  (term.supplementaryNo === null || supplementary_no === term.supplementaryNo)

const isUnpriced = ({ role, amount_status, programme, part_of, reposted }: Figure): boolean =>
  role === 'budget' &&
  amount_status === 'unpriced' &&
  programme !== null &&
  !isSum(programme) &&
  !part_of &&
  reposted === 'none'

const mainTerm = (points: readonly Figure[]): Term | null => {
  const budgets = points.filter(
    ({ role, stage, fiscal_year }) =>
      role === 'budget' && fiscal_year !== null && stage !== null && !stage.startsWith('supplementary'),
  )
  const [most] = [...groupBy(budgets, ({ fiscal_year, stage }) => `${fiscal_year} ${stage}`).values()].sort(
    (a, b) => b.length - a.length || (b[0]?.fiscal_year ?? 0) - (a[0]?.fiscal_year ?? 0),
  )
  const { fiscal_year = null, stage = null } = most?.[0] ?? {}
  return fiscal_year === null || stage === null ? null : { fiscalYear: fiscal_year, stage, supplementaryNo: null }
}

/** What is printed as the budget itself comes before what is printed beside a later one. */
const preferBudgets = (figures: readonly Figure[]): Figure[] => {
  const budgets = new Set(figures.flatMap((figure) => (figure.role === 'budget' ? [pathOf(figure)] : [])))
  return figures.filter((figure) => figure.role === 'budget' || !budgets.has(pathOf(figure)))
}

const pathOf = ({ programme, parent }: Figure): string => pathKey({ programme: programme ?? '', parent })

const toItem = (figure: Figure): Item => {
  const { figure_id, document_id, page, raw, yen, precision_yen, programme, parent, is_new } = figure
  const name = nameKey(programme ?? '')
  return {
    name,
    path: pathOf(figure),
    programme: programme ?? '',
    parent,
    yen,
    precisionYen: precision_yen,
    figure: { figure_id, document_id, page, raw },
    isNew: is_new,
  }
}

/** Prints of one programme that agree are one item, the finest of them; prints that do not are told apart by their parents. */
const onePerProgramme = (all: readonly Item[]): Pick<Side, 'items' | 'ambiguous'> => {
  const items: Item[] = []
  const ambiguous: Item[] = []
  for (const group of groupBy(all, ({ name }) => name).values()) {
    const one = finestOf(group)
    if (one) items.push(one)
    else
      for (const below of groupBy(group, ({ path }) => path).values()) {
        const single = finestOf(below)
        // Its bare name would stand for the others too.
        if (single) items.push({ ...single, name: single.path })
        else ambiguous.push(...below)
      }
  }
  return { items, ambiguous }
}

/** The finest print, or null when the prints do not agree. */
const finestOf = (group: readonly Item[]): Item | null => {
  const [finest] = [...group].sort((a, b) => grainOf(printOf(a)) - grainOf(printOf(b)))
  if (!finest) return null
  return group.every((other) => agree(finest, other)) ? finest : null
}

const agree = (a: Item, b: Item): boolean =>
  a.yen === null || b.yen === null
    ? a.yen === b.yen
    : areOneAmount({ yen: a.yen, ...printOf(a) }, { yen: b.yen, ...printOf(b) })

/** As the rules of rounding read it. */
export const printOf = ({ precisionYen }: Item) => ({ precision_yen: precisionYen })
