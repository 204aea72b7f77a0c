import type { DecisionRuleId } from '../model/decision-rules.js'
import type { Role } from '../model/role.js'
import type { Entry } from './entries.js'
import type { Label, Mention } from './mentions.js'
import type { Scope } from './scope.js'
import type { SentenceReading } from './sentences/index.js'
import type { CellContext } from './tables/context.js'
import type { CellReading } from './tables/readings.js'
import type { Target } from './target.js'
import type { Headlines, Term } from './terms.js'
import type { Tie } from './torn-labels.js'

/** A mention with its role, term and target. */
export interface Resolved {
  readonly entry: Entry
  readonly mention: Mention
  readonly label: Label | null
  /** Where the label stands: with the amount, torn from it, or at the head of the panel. */
  readonly labelFrom: 'own' | 'torn' | 'panel' | null
  readonly tie: Tie | null
  readonly cell: CellContext | null
  /** What its table says of it, cell by cell; null outside of tables and in tables whose heads say too little. */
  readonly reading: CellReading | null
  /** What the sentence around it says; null where labels, lines and headings tell. */
  readonly sentence: SentenceReading | null
  readonly scope: Scope
  readonly role: Role
  readonly roleRule: DecisionRuleId
  readonly roleSure: boolean
  readonly term: Term
  readonly target: Target | null
  /** The budget mention that this comparison or change stands beside. */
  readonly partner: Resolved | null
}

export interface Situation {
  readonly entry: Entry
  readonly mention: Mention
  readonly scope: Scope
  readonly tie: Tie | null
  readonly cell: CellContext | null
  /** What the row of the table is for, in a cell with words. */
  readonly row: Target | null
  readonly headlines: Headlines
  readonly inText: readonly Resolved[]
  readonly all: readonly Resolved[]
}

export type Base = Omit<Resolved, 'target'>
