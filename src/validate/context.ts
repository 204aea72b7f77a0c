import type { CheckId } from '../model/check-rules.js'
import type { Claim } from '../model/claim.js'
import type { Draft, ProgrammeNode } from '../model/draft.js'
import type { Figure } from '../model/figure.js'
import type { IssueRuleId } from '../model/issue-rules.js'
import { type Place, unionOf } from '../model/place.js'
import { grainOf } from '../model/rounding.js'
import type { Table, TableColumn, TableRow } from '../model/table.js'

/** The row and the column of a figure that stands in a table. */
export interface Cell {
  /** Index in `Assembly.tables`. */
  readonly table: number
  /** Index of the first of the tables that carry each other on. */
  readonly chain: number
  readonly row: TableRow
  readonly column: TableColumn
}

/** A figure's row with the draft that it was made from. */
export interface Checked {
  /** Index in `Assembly.drafts`. */
  readonly index: number
  readonly figure: Figure
  readonly draft: Draft
  readonly programme: ProgrammeNode | null
  readonly cell: Cell | null
}

/** What a check says of figures: confirmed, or an issue. */
export interface Verdict {
  /** The figures that it speaks of; a verdict of a mismatch may have none, when all of them are confirmed elsewhere. */
  readonly figures: readonly Checked[]
  readonly status: 'ok' | 'rounding' | 'warning' | 'error'
  /** The check that confirms the figures; null where it does not. */
  readonly check: CheckId | null
  /** Null where the check holds and nothing is to be reported. */
  readonly rule: IssueRuleId | null
  /** Whether the figures ask for a person. */
  readonly review: boolean
  readonly message: string
  readonly found: string | null
  readonly expected: string | null
  /** Where the issue is: a figure, or a place that is no single figure; left out, the last of the figures. */
  readonly at?: Checked | Place
  /** For each figure the one that it repeats. */
  readonly repeats?: Checked
  /** What was reckoned; left out where nothing was, as for a missing year. */
  readonly claim?: Claim
}

/** What the checks read: all figures of a document in reading order, its programmes and its tables. */
export interface Subject {
  readonly figures: readonly Checked[]
  readonly programmes: readonly ProgrammeNode[]
  readonly tables: readonly Table[]
  /** The figures of each programme, by its index. */
  readonly ownOf: ReadonlyMap<number, readonly Checked[]>
  /** The main figures of the programmes right below each programme, without what is counted elsewhere (再掲). */
  readonly partsOf: ReadonlyMap<number, readonly Checked[]>
}

/** A check reads all of a document and gives its verdicts. */
export type Check = (subject: Subject) => Verdict[]

/** The rectangle around figures, on the page of the first one. */
export const placeOfAll = (figures: readonly Checked[]): Place => {
  const places = figures.map(({ draft }) => draft.place)
  const page = places[0]?.page ?? null
  const boxes = page === null ? [] : places.filter((place) => place.page === page).flatMap((place) => place.boxes)
  return { page, line: places[0]?.line ?? 1, boxes: boxes.length === 0 ? [] : [unionOf(boxes)] }
}

/** Half of the value of the last printed digit: how far a rounded amount may be from the exact one; design of checks
 * after the Finance Ministry's rounding note (四捨五入). */
export const tolerance = ({ figure }: Checked): number => Math.floor(grainOf(figure) / 2)

/** Main budget: not supplementary, not a part of another figure, printed with a number. */
export const isMain = ({ figure }: Checked): boolean =>
  figure.role === 'budget' &&
  figure.yen !== null &&
  !figure.part_of &&
  !(figure.stage ?? '').startsWith('supplementary')
