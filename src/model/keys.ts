import type { TableName } from './dataset.js'

/** A column whose values are keys of a table. */
export interface ForeignKey {
  readonly column: string
  readonly table: string
  readonly key: string
}

/** What names the rows of a table and ties them to others. */
export interface Keys {
  /** The columns that name a row. */
  readonly primary: readonly string[]
  readonly foreign: readonly ForeignKey[]
}

const document: ForeignKey = { column: 'document_id', table: 'documents', key: 'document_id' }
const figure = (column: string): ForeignKey => ({ column, table: 'figures', key: 'figure_id' })
const programme = (column: string): ForeignKey => ({ column, table: 'programmes', key: 'programme_row_id' })

/** What ties the rows of the tables together. */
export const keys: Readonly<Record<TableName, Keys>> = {
  figures: {
    primary: ['figure_id'],
    foreign: [document, programme('programme_row_id'), figure('compares_figure_id'), figure('duplicate_of_figure_id')],
  },
  programmes: {
    primary: ['programme_row_id'],
    foreign: [document, programme('parent_row_id'), figure('headline_figure_id')],
  },
  documents: { primary: ['document_id'], foreign: [] },
  issues: { primary: ['issue_id'], foreign: [document, figure('figure_id')] },
  checks: { primary: ['check_id'], foreign: [document, figure('figure_id')] },
  lines: { primary: ['line_id'], foreign: [document, figure('line_id')] },
}
