import type { Draft, ProgrammeNode } from '../model/draft.js'
import type { Figure } from '../model/figure.js'
import type { IssueRuleId } from '../model/issue-rules.js'

/** A figure's row with the draft that it was made from. */
export interface Checked {
  readonly figure: Figure
  readonly draft: Draft
  readonly programme: ProgrammeNode | null
}

/** What a check says of figures: confirmed, or an issue. */
export interface Verdict {
  readonly figures: readonly Checked[]
  readonly status: 'ok' | 'rounding' | 'warning' | 'error'
  /** Null where the check holds and nothing is to be reported. */
  readonly rule: IssueRuleId | null
  /** Whether the figures ask for a person. */
  readonly review: boolean
  readonly message: string
  readonly found: string | null
  readonly expected: string | null
  /** For each figure the one that it repeats. */
  readonly repeats?: Checked
}

/** A check reads all figures of a document and gives its verdicts. */
export type Check = (figures: readonly Checked[], programmes: readonly ProgrammeNode[]) => Verdict[]

/** Half of the value of the last printed digit: how far a rounded amount may be from the exact one; design of checks
 * after the Finance Ministry's rounding note (四捨五入). */
export const tolerance = ({ figure }: Checked): number => Math.floor((figure.precision_yen ?? 1) / 2)

export const yenText = (yen: number | null): string => (yen === null ? 'none' : `${yen.toLocaleString('en-US')} yen`)

/** Main budget: not supplementary, not a part of another figure, printed with a number. */
export const isMain = ({ figure }: Checked): boolean =>
  figure.role === 'budget' &&
  figure.yen !== null &&
  !figure.part_of &&
  !(figure.stage ?? '').startsWith('supplementary')
