import type { DecisionRuleId } from './decision-rules.js'
import type { Amount, RequestFrame, Stage } from './finding.js'
import type { Issue } from './issue.js'
import type { Place } from './place.js'
import type { Role } from './role.js'
import type { Table, TablePlace } from './table.js'

/** One reason why a field has its value. */
export interface Decision {
  readonly field: 'value' | 'role' | 'fiscal_year' | 'stage' | 'programme' | 'flags' | 'review'
  readonly rule: DecisionRuleId
  /** false: the rule guessed, so a person should look. */
  readonly sure: boolean
}

/** A node of the programme tree of one document. */
export interface ProgrammeNode {
  /** Name as printed, lines joined, without list marks, numbering and fiscal words. */
  readonly name: string
  readonly nameMissing: boolean
  readonly numbering: string | null
  readonly levelType: 'section' | 'programme' | 'subprogramme' | 'component' | '款' | '項' | '目' | '節'
  /** Index of the enclosing node, or null. */
  readonly parent: number | null
  readonly executingBody: string | null
  readonly englishName: string | null
  /** Where its name is printed with its first figure; null where it is not printed as one piece. */
  readonly place: Place | null
}

/** assemble -> validate. One printed amount with what was made of it. */
export interface Draft {
  /** Number among those of its page, from 1 in reading order: it stays with the print, whatever becomes of others. */
  readonly number: number
  readonly amount: Amount
  readonly raw: string
  readonly place: Place
  readonly label: string | null
  readonly labelPlace: Place | null
  readonly unitSource: 'inline' | 'column_header' | 'table_caption' | 'page_caption' | 'document_default' | null
  readonly role: Role
  readonly fiscalYear: number | null
  readonly fiscalYearPrinted: string | null
  readonly stage: Stage | null
  readonly supplementaryNo: number | null
  readonly requestFrame: RequestFrame | null
  readonly inherited: boolean
  /** Index in `Assembly.programmes`, or null for context. */
  readonly programme: number | null
  /** Index in `Assembly.drafts` of the budget that a comparison or change stands beside. */
  readonly compares: number | null
  readonly isNew: boolean
  readonly partOf: boolean
  readonly reposted: 'none' | 'full' | 'partial'
  readonly estimate: 'none' | 'includes' | 'is'
  readonly digitalAgency: 'none' | 'includes' | 'is' | 'excludes'
  readonly fund: boolean
  readonly specialAccountIncluded: boolean
  readonly reclassified: boolean
  readonly basis: 'appropriation' | 'contract' | 'commitment_limit' | 'outyear' | 'project_total' | null
  readonly note: string | null
  /** Its cell, where a table was read cell by cell; null elsewhere. */
  readonly cell: TablePlace | null
  readonly decisions: readonly Decision[]
}

/** A number that looks like money and became no draft, with the reason. */
export interface Leftover {
  readonly raw: string
  readonly place: Place
  readonly reason: string
}

export interface Assembly {
  readonly drafts: readonly Draft[]
  readonly programmes: readonly ProgrammeNode[]
  readonly tables: readonly Table[]
  readonly leftovers: readonly Leftover[]
  /** Year and stage that the document is about, from its headlines; null when it prints none. */
  readonly fiscalYear: number | null
  readonly stage: Stage | null
  readonly title: string | null
  readonly issues: readonly Issue[]
}
