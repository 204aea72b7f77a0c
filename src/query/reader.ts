import { literal } from '../sql/text.js'
import type { Dialect, Source, SourceColumn } from './source.js'
import { listOf } from './sql-text.js'

/** A SELECT of all rows of a file, with the types that its table has: DuckDB guesses nothing. */
export const rowsOf = ({ file, columns, dialect }: Source): string =>
  dialect === null
    ? `SELECT * FROM read_json(${literal(file)}, format = 'array', columns = ${structOf(columns)})`
    : `SELECT * FROM ${csvOf(file, columns, dialect)}`

/** A SELECT of the names in the head of a file, as one list; of no rows where it has none. */
export const headOf = ({ file, columns, dialect }: Source): string => {
  if (dialect === null)
    return `SELECT json_keys(json) FROM read_json_objects(${literal(file)}, format = 'array') LIMIT 1`
  // Rows that cannot be read are told of when somebody asks for them.
  const head = csvOf(file, columns.map(asText), { ...dialect, header: false, missing: [] }, ', ignore_errors = true')
  return `SELECT [*COLUMNS(*)] FROM ${head} LIMIT 1`
}

const csvOf = (file: string, columns: readonly SourceColumn[], dialect: Dialect, more = ''): string => {
  const { delimiter, quote, header, missing } = dialect
  const marks = `delim = ${literal(delimiter)}, quote = ${literal(quote)}, escape = ${literal(dialect.escape)}`
  const nulls = missing.length === 0 ? '' : `, nullstr = ${listOf(missing)}, allow_quoted_nulls = true`
  return `read_csv(${literal(file)}, auto_detect = false, compression = 'none', header = ${header}, ${marks}${nulls}, columns = ${structOf(columns)}${more})`
}

const structOf = (columns: readonly SourceColumn[]): string =>
  `{${columns.map(({ name, type }) => `${literal(name)}: '${type}'`).join(', ')}}`

const asText = ({ name }: SourceColumn): SourceColumn => ({ name, type: 'VARCHAR' })
