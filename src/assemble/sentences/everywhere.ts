import type { Mention } from '../mentions.js'
import { accountOf } from './account.js'
import type { Case, Rule } from './reading.js'
import * as words from './words.js'

/** What holds in a cell as in running text: changes and rates, prices, the articles of a budget. */
export const everywhere: readonly Rule[] = [
  {
    rule: 'change_in_brackets',
    role: 'change',
    sure: true,
    names: 'previous',
    matches: ({ inner, after, mention }) =>
      inner !== null &&
      words.compares.test(inner) &&
      (/比|増減|差引/u.test(inner) || mention.amount.sign !== 'none' || /^[^()（）]*?[増減]/u.test(after)),
  },
  { rule: 'cap', role: 'rate', sure: true, names: 'row', matches: ({ after }) => words.capBehind.test(after) },
  {
    rule: 'unit_price',
    role: 'rate',
    sure: true,
    names: 'row',
    matches: ({ inner, lead, after, mention }) =>
      mention.amount.approx === null &&
      (words.each.test(inner ?? lead) || words.times.test(after) || isGrant(lead, after, mention)),
  },
  { rule: 'small_price', role: 'context', sure: true, names: 'row', matches: ({ mention }) => isPrice(mention) },
  { rule: 'sum_alone', role: 'budget', sure: false, names: 'account', matches: (at) => isSumAlone(at) },
  {
    rule: 'total_of_act',
    role: 'budget',
    sure: true,
    names: 'account',
    matches: ({ lead, headline }) => words.totalOfAct.test(lead) && !headline?.stage.startsWith('supplementary'),
  },
  {
    rule: 'total_after_change',
    role: 'budget',
    sure: ({ lead }) => words.totalOfAct.test(lead),
    names: 'account',
    matches: ({ lead }) => words.totalOfAct.test(lead) || words.totalAfter.test(lead),
  },
  {
    rule: 'change_of_act',
    role: 'budget',
    sure: false,
    names: 'account',
    matches: ({ lead, tail }) => words.changeOfAct.test(lead) && /^を(?:追加|減額)/u.test(tail),
  },
  {
    rule: 'change_in_sentence',
    role: 'change',
    sure: true,
    names: 'previous',
    matches: ({ lead, tail, mention }) =>
      words.than.test(lead) && (mention.amount.sign !== 'none' || /^[^。]{0,40}?(?:増|減|上回|下回|伸び)/u.test(tail)),
  },
]

/** `世帯に対して10万円を支給`: small money in yen that is handed out. */
const isGrant = (lead: string, after: string, { amount }: Mention): boolean =>
  (amount.unit === '円' || amount.unit === '万円') &&
  (amount.yen ?? 0) < 10_000_000 &&
  (/^(?:の|を)?(?:補助|助成|支給|給付|進呈|贈呈)/u.test(after) || /(?:に対し(?:て)?|につき)$/u.test(lead))

const isPrice = ({ amount }: Mention): boolean =>
  amount.unit === '円' && amount.scale === null && amount.yen !== 0 && Math.abs(amount.yen ?? 0) < 10_000

/** `総額234億円` alone below the title of a budget. */
const isSumAlone = ({ mention, headline }: Case): boolean =>
  /^(?:予算)?(?:総額|総計|合計)[:：]?$/u.test(mention.before.replace(/\s/gu, '')) &&
  mention.after.trim() === '' &&
  accountOf(headline) !== null
