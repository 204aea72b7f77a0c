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
  /(?:は|が|も|から)、?(?:総額(?:で)?)?(?:約)?$/u.test(lead.replace(words.grown, '').trim()) &&
  !words.noBudget.test(lead)

const isCompared = (after: string): boolean =>
  (/^[(（]/u.test(after) && words.compares.test(after.slice(1))) || /^で、?対?(?:前|昨)年度/u.test(after)

const endsInNoun = (lead: string): boolean => /\p{L}[)）(（]*$/u.test(lead.trim()) && !/[ぁ-ん]$/u.test(lead.trim())
