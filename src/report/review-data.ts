import type { CheckRow } from '../model/check.js'
import type { Correction } from '../model/correction.js'
import type { DocumentRow } from '../model/document.js'
import type { Figure } from '../model/figure.js'
import { flagFields } from '../model/flags.js'
import type { IssueRow } from '../model/issue-row.js'
import type { LineRow } from '../model/line.js'
import type { Programme } from '../model/programme.js'

/** What a review page shows of a figure. */
export const figureColumns = [
  'figure_id',
  'programme_row_id',
  'programme',
  'parent',
  'page',
  'line',
  'boxes',
  'label_boxes',
  'raw',
  'raw_label',
  'amount_status',
  'yen',
  'yen_max',
  'unit_printed',
  'approx',
  'role',
  'fiscal_year',
  'stage',
  'supplementary_no',
  ...flagFields,
  'compares_figure_id',
  'duplicate_of_figure_id',
  'check_status',
  'checked_by',
  'needs_review',
  'review_reasons',
  'decided_by',
  'note',
] as const satisfies readonly (keyof Figure)[]

export type ReviewFigure = Pick<Figure, (typeof figureColumns)[number]>
export type ReviewProgramme = Pick<Programme, 'programme_row_id' | 'name' | 'heading_page' | 'heading_boxes'>
/** Where a figure stands in the tables of a budget book. */
export type BookCell = Pick<LineRow, 'direction' | 'level' | 'column'>
export type ReviewIssue = Omit<IssueRow, 'document_id'>
export type ReviewCheck = Omit<CheckRow, 'document_id'>

/** What a reader looks at beside the table: a page as a picture, or some lines of a text file. */
export type Sheet =
  | {
      readonly kind: 'picture'
      /** In points, the unit of all boxes. */
      readonly width: number
      readonly height: number
      /** A data: address. */
      readonly source: string
    }
  /** A page without a picture, and why. */
  | { readonly kind: 'missing'; readonly reason: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }

/** How many lines of a text file make a sheet. */
export const sheetLines = 100

/** How corrections are kept: as a file that the browser downloads, or by the server that the page came from. */
export type Saving = 'download' | 'server'

/** What the pages call things in Japanese, by the codes of the data set. */
export interface Words {
  readonly roles: Readonly<Record<string, string>>
  readonly stages: Readonly<Record<string, string>>
  readonly statuses: Readonly<Record<string, string>>
  readonly checkStatuses: Readonly<Record<string, string>>
  readonly verdicts: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, string>>
  readonly flags: Readonly<Record<string, string>>
  readonly severities: Readonly<Record<string, string>>
  readonly directions: Readonly<Record<string, string>>
  readonly lineLevels: Readonly<Record<string, string>>
  readonly lineColumns: Readonly<Record<string, string>>
  /** The sentence of each rule that the page names. */
  readonly rules: Readonly<Record<string, string>>
}

/** All that the script of a review page knows of its document, but for the pictures. */
export interface ReviewData {
  readonly document: Pick<DocumentRow, 'document_id' | 'sha256' | 'title' | 'file_name'>
  /** How many sheets come behind the script, and whether they are pages. */
  readonly sheets: number
  readonly isPaged: boolean
  readonly figures: readonly ReviewFigure[]
  readonly programmes: readonly ReviewProgramme[]
  /** Of a budget book, by the ids of figures. */
  readonly lines: Readonly<Record<string, BookCell>>
  readonly issues: readonly ReviewIssue[]
  readonly checks: readonly ReviewCheck[]
  readonly words: Words
  /** Of the document or of its bytes under another name, as they were applied. */
  readonly corrections: readonly Correction[]
  readonly correctionColumns: readonly string[]
  readonly saving: Saving
}
