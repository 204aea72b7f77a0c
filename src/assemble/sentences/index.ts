import type { Mention } from '../mentions.js'
import { accountBefore, accountOf } from './account.js'
import { everywhere } from './everywhere.js'
import { frameOf } from './frame.js'
import { inProse } from './in-prose.js'
import { budgetNamed, inRow } from './in-row.js'
import { itemNameBefore } from './item-name.js'
import type { OtherBudget } from './other-budget.js'
import { otherYear } from './other-budget.js'
import type { Case, Rule, SentenceReading, Surroundings } from './reading.js'
import * as words from './words.js'

export type { SentenceReading } from './reading.js'

/** Reads the sentence around an amount; null where its words do not tell and labels, lines and headings must. In order: the
 * first rule that matches. */
export const readSentence = (mention: Mention, where: Surroundings): SentenceReading | null => {
  const frame = frameOf(mention)
  const { inner, lead } = frame
  // `委託料(5千円)`: the name stands before the bracket
  const leading = inner === null ? lead : inner === '' ? lead.replace(/[(（]\s*$/u, '') : inner
  const at: Case = {
    ...where,
    ...frame,
    mention,
    item: itemNameBefore(leading.replace(words.grown, '').replace(words.reason, '')),
    year: otherYear(lead, mention, where.headline),
  }
  const rule = [...everywhere, ...(where.inRow ? inRow : inProse)].find(({ matches }) => matches(at))
  return rule ? readingOf(rule, at) : null
}

const readingOf = ({ rule, role, sure, names }: Rule, at: Case): SentenceReading => {
  const name = nameOf(names, at)
  return {
    role,
    rule,
    sure: typeof sure === 'boolean' ? sure : sure(at),
    name,
    ofPrevious: names === 'previous' && name === null,
    other: role === 'budget' ? otherOf(rule, at) : null,
    isPart: isPart(rule, names, at),
    isFund: /基金(?:から|より)?$/u.test(at.item.name),
  }
}

const nameOf = (names: Rule['names'], { item, opening, headline, lead }: Case): string | null => {
  if (names === 'item') return item.name === '' ? null : item.name
  if (names === 'account') return accountOf(headline) ?? accountBefore(lead)
  if (names === 'sum') return words.allAccounts.exec(lead)?.[1] ?? '総計'
  if (names === 'previous') return subjectOf(lead)
  if (names !== 'topic') return null
  return /(?:^|[、。])([^、。]{2,30}?)(?:について|に対して|に)?[はも]/u.exec(opening)?.[1] ?? null
}

const isPart = (rule: Rule['rule'], names: Rule['names'], { inRow, lead, opening }: Case): boolean =>
  rule === 'part_in_sentence' ||
  rule === 'list_of_card' ||
  (inRow && names === 'item' && !/別途/u.test(lead)) ||
  /(?:^|[。、)）])[^。、のは]{1,12}(?<!歳[入出]|予算|会計)のうち[^。、]*$/u.test(
    rule === 'topic_of_sentence' ? opening : '',
  )

/** `市税が前年度より`: what a change is of, where the sentence names it anew. */
const subjectOf = (lead: string): string | null => {
  const subject = lead.replace(words.than, '')
  const name = subject !== lead && /[はがも]、?$/u.test(subject) ? itemNameBefore(subject).name : ''
  return name === '' ? null : name
}

const otherOf = (rule: Rule['rule'], at: Case): OtherBudget | null => {
  const { headline, year } = at
  if (rule === 'other_budget') return budgetNamed(at)
  if (rule === 'total_after_change' && headline)
    return { year: headline.year, stage: 'revised', printed: headline.printed }
  return year
}

/** Whether the text of a cell is running text that explains its row and no name or amount alone. */
export const isExplaining = ({ text, before }: Mention): boolean =>
  itemNameBefore(before).isMoney ||
  /。/u.test(text.clean.text) ||
  text.clean.text.length > 40 ||
  text.findings.filter(({ kind }) => kind === 'amount').length > 1
