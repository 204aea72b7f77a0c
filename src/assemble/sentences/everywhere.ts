import type { Headline } from '../headline.js'
import type { Mention } from '../mentions.js'
import { accountBefore, accountOf } from './account.js'
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
      (words.each.test(inner ?? lead) && !words.effects.test(after)) ||
      (mention.amount.approx === null && (words.times.test(after) || isGrant(lead, after, mention))),
  },
  { rule: 'price_change', role: 'rate', sure: true, names: 'row', matches: (at) => isPriceChange(at) },
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
    sure: ({ lead, headline }) =>
      words.totalOfAct.test(lead) || (accountBefore(lead) !== null && isSupplementary(headline)),
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
    rule: 'change_of_account',
    role: 'budget',
    sure: ({ tail }) => /^を(?:追加|補正|計上)/u.test(tail),
    names: 'item',
    matches: ({ tail, item, inner, headline }) =>
      inner === null &&
      isSupplementary(headline) &&
      /会計$/u.test(item.name) &&
      /^を(?:追加|増額|減額|補正|計上)/u.test(tail),
  },
  {
    rule: 'compared_with_year_before',
    role: 'comparison',
    sure: true,
    names: 'previous',
    matches: ({ lead, after, inner, previous }) =>
      inner === null && previous === 'budget' && words.ofLastYear.test(lead) && words.comparedTo.test(after),
  },
  {
    rule: 'besides_table',
    role: 'budget',
    sure: (at) => isBesides(at),
    names: 'item',
    matches: (at) => isNamedBesides(at),
  },
  {
    rule: 'part_in_sentence',
    role: 'budget',
    sure: (at) => fitsWhole(at) && !at.item.isJoined && at.year === null,
    names: 'item',
    matches: (at) => isPartInSentence(at),
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

const isSupplementary = (headline: Headline | null): boolean => headline?.stage.startsWith('supplementary') === true

/** `200円 → 300円`: a fee and what it will be. */
const isPriceChange = ({ lead, after, mention }: Case): boolean =>
  isPrice(mention) && (/^\s*[→⇒➡]/u.test(after) || /^\s*[→⇒➡]\s*$/u.test(lead))

const isNamedBesides = ({ inner, opening, item, lead }: Case): boolean =>
  inner === null && item.name !== '' && words.besides.test(opening) && !words.noBudget.test(lead)

/** The sentence only lists what there is besides. */
const isBesides = ({ tail, item, year, whole }: Case): boolean =>
  /^[^。]*?が(?:ある|あります|計上され)/u.test(tail) && !item.isJoined && year === null && whole !== null

/** `うち○○分21,600千円を含む`, `このうち、○○は75億円`, `○○への繰入 327,418百万円を含む`. */
const isPartInSentence = ({ inner, item, lead, tail, mention }: Case): boolean =>
  inner === null &&
  item.name !== '' &&
  mention.amount.approx === null &&
  !mention.flags.some(({ name }) => name.endsWith('digital_agency')) &&
  !words.noBudget.test(lead) &&
  !words.sumOfSeveral.test(lead) &&
  (words.ofThese.test(lead) || (item.isMoney && /^\s*を含(?:む|み|んで)/u.test(tail)))

/** It is no more than the money before it. */
const fitsWhole = ({ whole, mention }: Case): boolean => whole !== null && (mention.amount.yen ?? Infinity) <= whole
