import { otherBudget } from './other-budget.js'
import type { Case, Rule } from './reading.js'
import * as words from './words.js'

/** What the text in a cell says that explains the row of a table (主な事業内容, 説明): it lists what the money is for, and tells
 * of other budgets and of money that is none. */
export const inRow: readonly Rule[] = [
  {
    rule: 'commitment_word',
    role: 'commitment',
    sure: true,
    names: 'row',
    matches: ({ mention: { flags, amount } }) =>
      flags.some(({ name, from }) => name === 'commitment' && from < amount.from),
  },
  {
    rule: 'year_in_brackets',
    role: 'comparison',
    sure: true,
    names: 'previous',
    matches: ({ inner, mention, headline }) =>
      inner !== null &&
      (words.lastYear.test(inner) ||
        (words.onlyYear.test(inner) && mention.year !== null && mention.year.year !== headline?.year)),
  },
  {
    rule: 'year_before_amount',
    role: 'comparison',
    sure: false,
    names: 'previous',
    matches: ({ lead, mention, headline }) =>
      words.lastYear.test(lead) ||
      (words.onlyYear.test(lead) && mention.year !== null && mention.year.year < (headline?.year ?? 0)),
  },
  {
    rule: 'cap',
    role: 'rate',
    sure: true,
    names: 'row',
    matches: ({ mention, lead }) =>
      ['最大', '上限', '以下', '未満'].includes(mention.amount.approx ?? '') || words.capBefore.test(lead),
  },
  {
    rule: 'scale_in_sentence',
    role: 'rate',
    sure: true,
    names: 'row',
    matches: ({ mention }) => words.scale.test(mention.amount.scale ?? ''),
  },
  {
    rule: 'several_budgets',
    role: 'context',
    sure: true,
    names: 'row',
    matches: ({ lead, opening, earlier }) =>
      words.sumOfSeveral.test(lead) &&
      (earlier.some((reading) => reading?.rule === 'other_budget') || words.several.test(opening)),
  },
  {
    rule: 'other_budget',
    role: 'budget',
    sure: (at) => budgetNamed(at)?.year != null,
    names: 'row',
    matches: (at) => at.inner === null && budgetNamed(at) !== null,
  },
  {
    rule: 'change_in_sentence',
    role: 'change',
    sure: true,
    names: 'item',
    matches: ({ after, inner }) => inner === null && /^(?:の|を)?(?:増額|減額|増加|減少|削減)/u.test(after),
  },
  { rule: 'no_appropriation', role: 'context', sure: false, names: 'row', matches: (at) => isOtherMoney(at) },
  {
    rule: 'item_of_row',
    role: 'budget',
    sure: ({ item, inner, year }) => item.isMoney && !item.isJoined && year === null && (inner ?? '') === '',
    names: 'item',
    matches: ({ item, after }) => item.name !== '' && (item.isMoney || words.listed.test(after)),
  },
  {
    rule: 'share_of_row',
    role: 'budget',
    sure: false,
    names: 'topic',
    matches: ({ tail }) => /^(?:など|等)?(?:を|も)?(?:計上|追加|措置)/u.test(tail),
  },
  { rule: 'told_in_row', role: 'context', sure: false, names: 'row', matches: () => true },
]

export const budgetNamed = ({ lead, mention, headline }: Case) => otherBudget(lead, mention, headline)

/** Balances, sums that join others, money that comes in, a bracket that tells and does not name. */
const isOtherMoney = ({ lead, after, item, inner }: Case): boolean =>
  words.noBudget.test(lead) ||
  words.sumOfSeveral.test(lead) ||
  /^(?:と|を|も)?(?:あわせ|合わせ|合せ|含め)/u.test(after) ||
  /^が、?(?:追加)?(?:交付|配分|減免|内示|免除)/u.test(after) ||
  (inner !== null && inner !== '' && !item.isMoney)
