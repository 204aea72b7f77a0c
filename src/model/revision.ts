import type { Figure } from './figure.js'
import type { Trouble } from './issue-row.js'

/** What a row of `figures` says of its programme. */
export type OwnProgramme = Pick<Figure, 'programme_row_id' | 'programme' | 'parent'>

/** Finds the programme with a name for a figure of a page, or makes one. */
export type ProgrammeNamed = (name: string, page: number | null) => OwnProgramme

/** Rows of `figures` as people decided, each in its place; null for those that they rejected. */
export interface Revised {
  readonly figures: readonly (Figure | null)[]
  /** What is to be said of the rejected ones. */
  readonly troubles: readonly Trouble[]
}

/** Applies what people decided to rows of `figures` that no check has seen yet. */
export type Revise = (figures: readonly Figure[], programmeNamed: ProgrammeNamed) => Revised
