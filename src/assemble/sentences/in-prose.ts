import type { Case, Rule } from './reading.js'
import * as words from './words.js'

/** What running text outside of tables says: the topic of a sentence and its amount, lists of what is appropriated. Most money
 * in running text is none of the budget's, so that each rule asks for words of appropriation. */
export const inProse: readonly Rule[] = [
  {
    rule: 'no_appropriation',
    role: 'context',
    sure: false,
    names: 'row',
    matches: ({ lead, after, tail }) =>
      (words.noBudget.test(lead) && isCompared(after)) || (words.sumOfSeveral.test(lead) && /^のうち/u.test(tail)),
  },
  {
    rule: 'sum_of_accounts',
    role: 'budget',
    sure: ({ tail, year, whole, mention }) =>
      year === null && whole !== null && (mention.amount.yen ?? 0) >= whole && words.states.test(tail),
    names: 'sum',
    matches: ({ lead, headline }) =>
      headline !== null && (words.sumOfAccounts.test(lead) || words.allAccounts.test(lead)),
  },
  {
    rule: 'drawn_from_fund',
    role: 'budget',
    sure: ({ year, item, mention }) => year === null && !item.isJoined && mention.amount.approx === null,
    names: 'item',
    matches: ({ lead, after, item, headline }) =>
      headline !== null &&
      /基金$/u.test(item.name) &&
      /(?:から|より|を)、?$/u.test(lead) &&
      /^を?(?:取り?崩し|繰り?入れ)(?!た)/u.test(after),
  },
  {
    rule: 'topic_of_sentence',
    role: 'budget',
    sure: ({ after, tail, item, year }) =>
      item.isMoney &&
      !item.isJoined &&
      year === null &&
      (isCompared(after) || /計上/u.test(tail) || /予算$/u.test(item.name)),
    names: 'item',
    matches: (at) =>
      isTopic(at) &&
      (isCompared(at.after) || (at.item.isMoney && /計上|予算/u.test(at.tail)) || /予算$/u.test(at.item.name)),
  },
  {
    rule: 'list_of_card',
    role: 'budget',
    sure: ({ item, year, whole, mention }) =>
      item.isMoney && !item.isJoined && year === null && (mention.amount.yen ?? Infinity) <= (whole ?? 0),
    names: 'item',
    matches: (at) => isListOfCard(at),
  },
  {
    rule: 'topic_of_sentence',
    role: 'budget',
    sure: false,
    names: 'previous',
    matches: ({ lead, after, item, earlier }) =>
      item.name === '' && earlier.at(-1)?.role === 'change' && /(?:し|で|て|の)、?$/u.test(lead) && isCompared(after),
  },
  {
    rule: 'appropriation_sentence',
    role: 'budget',
    sure: false,
    names: 'row',
    matches: ({ lead, tail, year }) =>
      year === null && /(?:総額|年度は、?)$/u.test(lead) && /^(?:を|が)(?:概算)?(?:要求|計上|措置)/u.test(tail),
  },
  {
    rule: 'list_of_sentence',
    role: 'budget',
    sure: ({ item, tail, year }) => !item.isJoined && year === null && words.appropriates.test(tail),
    names: 'item',
    matches: ({ lead, tail, item, inner }) =>
      item.isMoney &&
      endsInNoun(lead.replace(/約$/u, '')) &&
      (inner === null ? words.mayAppropriate : words.appropriates).test(tail) &&
      (inner ?? '') === '',
  },
]

/** `市税は、総額`: particles of the topic and subject stand right before the amount. */
const isTopic = ({ lead, inner, item }: Case): boolean =>
  inner === null &&
  item.name !== '' &&
  /(?:は|が|も|から)、?(?:総額(?:で)?)?(?:約)?$/u.test(
    lead.replace(words.grown, '').replace(words.reason, '').trim(),
  ) &&
  !words.noBudget.test(lead)

const isCompared = (after: string): boolean =>
  (/^[(（]/u.test(after) && words.compares.test(after.slice(1))) ||
  words.lastYearBehind.test(after) ||
  /^で、?対?(?:前|昨)年度/u.test(after)

const endsInNoun = (lead: string): boolean => /\p{L}[)）(（]*$/u.test(lead.trim()) && !/[ぁ-ん]$/u.test(lead.trim())

/** `指定管理料2億円、保守点検1千万円`: a list below a budget, of what its money is for. */
const isListOfCard = ({ lead, after, inner, item, whole, earlier, mention }: Case): boolean =>
  inner === null &&
  whole !== null &&
  item.name !== '' &&
  (item.isMoney || earlier.at(-1)?.rule === 'list_of_card') &&
  mention.amount.approx === null &&
  mention.label === null &&
  (mention.index === 0 ? lead.length <= 30 : true) &&
  endsInNoun(lead) &&
  !words.noBudget.test(lead) &&
  !words.sumOfSeveral.test(lead) &&
  (mention.after.startsWith('、') || mention.index > 0) &&
  /^\s*(?:$|[、。]|など|等|及び|ほか)/u.test(after)
