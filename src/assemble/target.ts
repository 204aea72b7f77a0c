import type { DecisionRuleId } from '../model/decision-rules.js'

/** What a figure is for, before the programme tree is built. */
export interface Target {
  readonly name: string
  /** Names that may enclose it, nearest first. */
  readonly parents: readonly string[]
  /** For a table's row, the first of `parents` that its table's tree gives it. */
  readonly path?: readonly string[]
  readonly numbering: string | null
  readonly body: string | null
  readonly missing: boolean
  readonly rule: DecisionRuleId
  readonly sure: boolean
}
