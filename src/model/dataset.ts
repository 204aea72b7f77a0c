import type { z } from 'zod'
import { type CheckRow, checkSchema } from './check.js'
import { type DocumentRow, documentSchema } from './document.js'
import { type Figure, figureSchema } from './figure.js'
import type { Grid } from './grid.js'
import { type IssueRow, issueRowSchema } from './issue-row.js'
import { type LineRow, lineSchema } from './line.js'
import { type Programme, programmeSchema } from './programme.js'

/** What is published: six tables of rows, of one or of many documents. */
interface Rows {
  readonly figures: readonly Figure[]
  readonly programmes: readonly Programme[]
  readonly documents: readonly DocumentRow[]
  readonly issues: readonly IssueRow[]
  readonly checks: readonly CheckRow[]
  readonly lines: readonly LineRow[]
}

/** The rows, and the printed tables as they stand for those who want the grid. */
export interface Dataset extends Rows {
  readonly grids: readonly Grid[]
}

export type TableName = keyof Rows

/** The schema of each table; the order of its fields is the order of the columns. */
export const tables = {
  figures: figureSchema,
  programmes: programmeSchema,
  documents: documentSchema,
  issues: issueRowSchema,
  checks: checkSchema,
  lines: lineSchema,
} satisfies Record<TableName, z.ZodObject>

export const tableNames = [
  'figures',
  'programmes',
  'documents',
  'issues',
  'checks',
  'lines',
] as const satisfies readonly TableName[]

export const columnsOf = (table: TableName): readonly string[] => Object.keys(tables[table].shape)
