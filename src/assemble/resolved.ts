import type { DecisionRuleId } from '../model/decision-rules.js'
import type { Role } from '../model/draft.js'
import type { Entry } from './entries.js'
import type { Label, Mention } from './mentions.js'
import type { Scope } from './scope.js'
import type { CellContext } from './tables.js'
import type { Headlines, Term } from './terms.js'
import type { Tie } from './torn-labels.js'

/** What a figure is for, before the programme tree is built. */
export interface Target {
  readonly name: string
  /** Names that may enclose it, nearest first. */
  readonly parents: readonly string[]
  readonly numbering: string | null
  readonly body: string | null
  readonly missing: boolean
  readonly rule: DecisionRuleId
  readonly sure: boolean
}

/** A mention with its role, term and target. */
export interface Resolved {
  readonly entry: Entry
  readonly mention: Mention
  readonly label: Label | null
  /** Where the label stands: with the amount, torn from it, at the head of its column or row, or of the panel. */
  readonly labelFrom: 'own' | 'torn' | 'column' | 'panel' | null
  readonly tie: Tie | null
  readonly cell: CellContext | null
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
  readonly headlines: Headlines
  readonly inText: readonly Resolved[]
  readonly all: readonly Resolved[]
}

export type Base = Omit<Resolved, 'target'>
