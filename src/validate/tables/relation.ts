import type { CheckId } from '../../model/check-rules.js'
import type { Claim } from '../../model/claim.js'
import type { IssueRuleId } from '../../model/issue-rules.js'
import { judge } from '../../model/rounding.js'
import type { Checked } from '../context.js'
import type { SheetCell } from './sheet.js'

/** How a sum stands to the amount that it should make. */
export type Fit = 'ok' | 'rounding' | 'mismatch'

/** One sum of a table that agrees or does not. */
export interface Relation {
  readonly claim: Claim
  /** What a mismatch is reported as. */
  readonly rule: IssueRuleId
  readonly fit: Fit
  /** All figures of the sum, without blank cells. */
  readonly figures: readonly Checked[]
  /** The figure that the others make: a change, a total, a whole; where a mismatch is reported. */
  readonly closer: Checked
  /** Whether a mismatch makes its figures ask for review, if nothing else confirms them. */
  readonly blames: boolean
  readonly message: string
  readonly found: string
  readonly expected: string
}

/** A table whose arithmetic contradicts how its columns or rows were read. */
export interface Doubt {
  readonly figures: readonly Checked[]
  /** The check that does not fit. */
  readonly check: CheckId
  /** Whether figures that another check confirms are doubtful too: their digits are right, but not what they mean. */
  readonly evenConfirmed: boolean
  /** What is reported when other checks confirm all the figures, so that only the print disagrees; null for the same. */
  readonly otherwise: IssueRuleId | null
  readonly message: string
  readonly found: string
  readonly expected: string
}

/** What the checks of a table found out. */
export interface Findings {
  readonly relations: readonly Relation[]
  readonly doubts: readonly Doubt[]
  /** Claims that blank cells or missing amounts leave open. */
  readonly open: readonly Claim[]
}

export const noFindings: Findings = { relations: [], doubts: [], open: [] }

export const merge = (found: readonly Findings[]): Findings => ({
  relations: found.flatMap(({ relations }) => relations),
  doubts: found.flatMap(({ doubts }) => doubts),
  open: found.flatMap(({ open }) => open),
})

/** Amounts rounded to their last digits may miss each other by half of the sum of these digits' values. */
export const fitOf = (off: number, cells: readonly SheetCell[]): Fit => {
  const slack = Math.floor(cells.reduce((sum, { grain }) => sum + grain, 0) / 2)
  return judge(0, off, slack)
}

/** A fit that is worth something: the cells are sure, so a mismatch finds fault with one of them. */
export interface Evidence {
  readonly tested: number
  readonly holds: number
}

export const nothing: Evidence = { tested: 0, holds: 0 }

/** More tests fail than hold. */
export const mostlyFails = ({ tested, holds }: Evidence): boolean => holds * 2 < tested

/** What nearly all tests bear out is no chance, even where the columns are not the nearest. */
export const isClear = ({ tested, holds }: Evidence): boolean => holds >= 2 && holds * 5 >= tested * 4
