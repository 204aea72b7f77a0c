import { type Check, yenText } from '../context.js'

/** A factor about 1,000 between two years is a unit read wrong. */
const LEAST = 300
const MOST = 3000

/** A previous year's amount beside a budget: the factor between them must not smell of a wrong unit. */
export const previousYear: Check = (figures) =>
  figures.flatMap((checked) => {
    const { figure, draft } = checked
    const budget = draft.compares === null ? undefined : figures[draft.compares]
    if (figure.role !== 'comparison' || !budget?.figure.yen || !figure.yen) return []
    const factor = Math.max(budget.figure.yen / figure.yen, figure.yen / budget.figure.yen)
    if (factor < LEAST || factor > MOST) return []
    return [
      {
        figures: [budget, checked],
        status: 'warning',
        rule: 'factor_thousand',
        review: true,
        message: `${budget.figure.raw} stands beside ${figure.raw} of the year before.`,
        found: `${yenText(budget.figure.yen)} and ${yenText(figure.yen)}`,
        expected: 'amounts of one size',
      },
    ]
  })

/** A previous year's amount or a change without the budget figure that it belongs to. */
export const comparisonAlone: Check = (figures) =>
  figures.flatMap((checked) => {
    const { figure, draft } = checked
    if (
      figure.role !== 'comparison' ||
      draft.compares !== null ||
      draft.decisions.some(({ rule }) => rule === 'predecessor_note')
    )
      return []
    return [
      {
        figures: [checked],
        status: 'warning',
        rule: 'comparison_without_budget',
        review: true,
        message: `${figure.raw} is a previous year’s amount without a budget figure beside it.`,
        found: figure.raw,
        expected: null,
      },
    ]
  })
