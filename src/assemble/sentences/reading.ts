import type { DecisionRuleId } from '../../model/decision-rules.js'
import type { Role } from '../../model/role.js'
import type { Headline } from '../headline.js'
import type { Mention } from '../mentions.js'
import type { Frame } from './frame.js'
import type { ItemName } from './item-name.js'
import type { OtherBudget } from './other-budget.js'

/** What a sentence says of an amount in it. */
export interface SentenceReading {
  readonly role: Role
  readonly rule: DecisionRuleId
  readonly sure: boolean
  /** What the money is for, as a noun phrase of the sentence; null where it is for what the row or heading names. */
  readonly name: string | null
  /** It is about the amount before it in the text and for the same thing. */
  readonly ofPrevious: boolean
  /** The budget that the sentence names, where it is another one than the headline's. */
  readonly other: OtherBudget | null
  /** It is one of the things that the money of a table's row, or of the budget above, is spent on. */
  readonly isPart: boolean
  readonly isFund: boolean
}

/** Where the sentence stands. */
export interface Surroundings {
  /** A cell with running text that explains the row of a table. */
  readonly inRow: boolean
  readonly headline: Headline | null
  /** Readings of the amounts before it in the same text. */
  readonly earlier: readonly (SentenceReading | null)[]
  /** Role of the amount before it in the same text. */
  readonly previous: Role | null
  /** Yen of the budget right above or before it, which it may be a part of; null where none is near. */
  readonly whole: number | null
}

/** An amount with the words around it. */
export interface Case extends Frame, Surroundings {
  readonly mention: Mention
  /** The noun phrase before the amount. */
  readonly item: ItemName
  /** A year of its own in its clause. */
  readonly year: OtherBudget | null
}

export interface Rule {
  readonly rule: DecisionRuleId
  readonly role: Role
  readonly sure: boolean | ((at: Case) => boolean)
  /** item: the noun phrase before the amount; topic: what the sentence is about; previous: the same as for the amount before;
   * account: the budget of the headline, or the account that the words name; sum: the accounts added up; row: the row's or heading's own name. */
  readonly names: 'item' | 'topic' | 'previous' | 'account' | 'sum' | 'row'
  readonly matches: (at: Case) => boolean
}
