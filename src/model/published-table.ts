import { type Column, columnsIn } from './columns.js'
import type { TableName } from './dataset.js'
import { type Keys, keys } from './keys.js'
import { tableLabels } from './labels.js'

/** A table as it is published: its name, its columns and what ties it to others. */
export interface PublishedTable {
  readonly name: string
  readonly japanese: string
  readonly description: string
  readonly columns: readonly Column[]
  readonly keys: Keys
}

const descriptions: Readonly<Record<TableName, string>> = {
  figures: 'Printed amounts of money, a row each.',
  programmes: 'Programmes, sections and parts, each in its document.',
  documents: 'The documents that the figures are from.',
  issues: 'Trouble met in the documents.',
  checks: 'Checks of figures against each other, with what came out.',
  lines: 'Printed money values of budget books by 款, 項, 目, 節 and 説明, a row each.',
}

/** One of the tables of a data set. */
export const publishedTable = (name: TableName): PublishedTable => ({
  name,
  japanese: tableLabels[name],
  description: descriptions[name],
  columns: columnsIn(name),
  keys: keys[name],
})
