/** Types of DuckDB that columns of files have. */
export type SqlType = 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'TIMESTAMP' | 'DATE' | 'VARCHAR'

export interface SourceColumn {
  readonly name: string
  readonly type: SqlType
}

/** How a CSV file is written. */
export interface Dialect {
  readonly delimiter: string
  readonly quote: string
  /** What stands before a quote inside a quoted field. */
  readonly escape: string
  /** Whether the first row names the columns. */
  readonly header: boolean
  /** Texts that stand for null, quoted or not. */
  readonly missing: readonly string[]
}

/** A file whose rows can be asked as a table. */
export interface Source {
  readonly name: string
  /** One sentence for people. */
  readonly help: string
  readonly columns: readonly SourceColumn[]
  /** The real path. */
  readonly file: string
  /** Null for JSON. */
  readonly dialect: Dialect | null
}

/** The dialect of the files of yosan, and of most others. */
export const plainDialect: Dialect = { delimiter: ',', quote: '"', escape: '"', header: true, missing: [''] }

/** The type of a column by its type in a table schema. */
export const sqlTypeOf = (type: string): SqlType => types.get(type) ?? 'VARCHAR'

const types: ReadonlyMap<string, SqlType> = new Map([
  ['integer', 'BIGINT'],
  ['number', 'DOUBLE'],
  ['boolean', 'BOOLEAN'],
  ['datetime', 'TIMESTAMP'],
  ['date', 'DATE'],
])
