import type { Figure } from '../model/figure.js'
import type { LineColumn } from '../model/line.js'
import type { Entry, Value } from './entry.js'

type Term = Pick<Figure, 'role' | 'stage' | 'part_of'> & { readonly yearsBack: 0 | 1 }

const now: Term = { role: 'budget', stage: 'enacted', part_of: false, yearsBack: 0 }
const revised: Term = { ...now, stage: 'revised' }
const supplement: Term = { ...now, stage: 'supplementary' }
const fund: Term = { ...now, part_of: true }

/** What the columns of a book print. */
const terms: Readonly<Record<LineColumn, Term>> = {
  current: now,
  previous: { ...now, role: 'comparison', yearsBack: 1 },
  change: { ...now, role: 'change', stage: null },
  national_prefectural: fund,
  bond: fund,
  other: fund,
  general: fund,
  before: revised,
  supplement,
  after: revised,
}

/** Of a supplementary budget the funding sources are those of the supplement. 説明 tell another time what 節 are for. A number
 * without a unit is no amount yet. */
export const termOf = ({ column, unit }: Value, { level, values }: Entry): Omit<Term, 'yearsBack'> => {
  const { yearsBack: _, ...term } = terms[column]
  const stage =
    terms[column] === fund && values.some((value) => value.column === 'supplement') ? 'supplementary' : term.stage
  const role = unit === null ? 'context' : term.role
  return { ...term, role, stage, part_of: term.part_of || level === 'description' }
}

export const yearOf = ({ column }: Value, fiscalYear: number | null): number | null =>
  fiscalYear === null ? null : fiscalYear - terms[column].yearsBack

export const roleOf = (column: LineColumn): Figure['role'] => terms[column].role
