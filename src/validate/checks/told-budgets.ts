import { yenText } from '../../model/yen-text.js'
import type { Check, Checked } from '../context.js'

/** Fewer digits than these agree by chance: 40億円 stands in many sentences. */
const TELLING = 3

/** Amounts in running text that a budget figure of the document repeats to the yen: the sentence may speak of that budget, though
 * no rule could tell. */
export const toldBudgets: Check = ({ figures }) => {
  const budgets = new Map<number, Checked>()
  for (const checked of figures) {
    const { role, yen } = checked.figure
    if (role === 'budget' && yen !== null && !budgets.has(yen)) budgets.set(yen, checked)
  }
  return figures.flatMap((checked) => {
    const { yen, raw } = checked.figure
    const budget = yen === null || !isTold(checked) || digitsOf(yen) < TELLING ? undefined : budgets.get(yen)
    return budget === undefined
      ? []
      : [
          {
            figures: [checked],
            status: 'warning' as const,
            check: null,
            rule: 'budget_in_text' as const,
            review: true,
            message: `${raw} in a sentence is the amount of ${budget.figure.programme ?? 'a budget figure'}.`,
            found: yenText(yen),
            expected: null,
          },
        ]
  })
}

const isTold = ({ figure, draft }: Checked): boolean =>
  figure.role === 'context' && draft.decisions.some(({ field, rule }) => field === 'role' && rule === 'running_text')

/** Digits without the noughts behind them. */
const digitsOf = (yen: number): number => String(Math.abs(yen)).replace(/0+$/u, '').length
