import type { Column } from '../../model/columns.js'
import type { ForeignKey } from '../../model/keys.js'
import type { PublishedTable } from '../../model/published-table.js'
import { identifier } from '../../sql/text.js'
import { sqlViews } from '../../sql/views.js'

/** A table with its keys. */
export const createTable = ({ name, columns, keys: { primary, foreign } }: PublishedTable): string =>
  `CREATE TABLE ${identifier(name)} (${[
    ...columns.map(columnOf),
    ...(primary.length > 0 ? [`PRIMARY KEY (${list(primary)})`] : []),
    ...foreign.map(referenceOf),
  ].join(', ')})`

/** Fills a table, with a value for each column in their order. */
export const insertRow = ({ name, columns }: Pick<PublishedTable, 'name' | 'columns'>): string =>
  `INSERT INTO ${identifier(name)} VALUES (${columns.map(() => '?').join(', ')})`

/** What is looked for most. */
export const createIndexes = (table: string): string =>
  table === 'figures'
    ? [['programme_row_id'], ['document_id'], ['fiscal_year', 'stage']]
        .map(
          (columns) => `CREATE INDEX ${identifier(`figures_by_${columns.join('_')}`)} ON figures (${list(columns)});`,
        )
        .join(' ')
    : ''

/** The views whose tables are all there. */
export const createViews = (tables: ReadonlySet<string>): string =>
  sqlViews
    .filter(({ reads }) => reads.every((table) => tables.has(table)))
    .map(({ name, select }) => `CREATE VIEW ${identifier(name)} AS ${select};`)
    .join('\n')

const columnOf = ({ name, type, isNullable }: Column): string =>
  [
    identifier(name),
    type === 'integer' || type === 'boolean' ? 'INTEGER' : 'TEXT',
    ...(isNullable ? [] : ['NOT NULL']),
    ...(type === 'boolean' ? [`CHECK (${identifier(name)} IN (0, 1))`] : []),
  ].join(' ')

const referenceOf = ({ column, table, key }: ForeignKey): string =>
  `FOREIGN KEY (${identifier(column)}) REFERENCES ${identifier(table)} (${identifier(key)})`

const list = (names: readonly string[]): string => names.map(identifier).join(', ')
