import type { Column } from '../model/columns.js'
import type { DocumentRow } from '../model/document.js'
import type { PublishedTable } from '../model/published-table.js'
import { toolVersion } from '../version.js'
import { type Metadata, software } from './metadata.js'

/** A file of a package with what proves that it is whole. */
export interface StoredFile {
  /** From the folder of the package, with `/`. */
  readonly path: string
  readonly bytes: number
  /** `sha256:` and 64 hexadecimal digits. */
  readonly hash: string
}

/** A canonical table and its file. */
export interface StoredTable {
  readonly table: PublishedTable
  readonly rows: number
  readonly file: StoredFile
}

interface Contents {
  readonly metadata: Metadata
  readonly version: string
  /** ISO 8601; null leaves it out. */
  readonly created: string | null
  readonly documents: readonly DocumentRow[]
  readonly tables: readonly StoredTable[]
  readonly views: readonly StoredFile[]
}

const profile = (name: string): string => `https://datapackage.org/profiles/2.0/${name}.json`

/** The descriptor of a package after Data Package v2 (datapackage.org), with column types of the Fiscal Data Package
 * vocabulary, the sources with their SHA-256, and the files that repeat the tables in other forms (`views`). */
export const descriptorOf = ({ metadata, version, created, documents, tables, views }: Contents): object => {
  const { name, title, licence, contributors, homepage } = metadata
  const sources = documents.map(sourceOf)
  return {
    $schema: profile('datapackage'),
    name,
    title,
    ...(homepage && { homepage }),
    version,
    ...(created && { created }),
    keywords: ['予算', 'budget', 'Japan', '日本'],
    licenses: [licence],
    contributors: [...contributors, { title: `yosan ${toolVersion}`, roles: [software] }],
    ...(sources.length > 0 && { sources }),
    resources: tables.map(resourceOf),
    views: views.map((file) => ({ ...file })),
  }
}

/** A document that the figures are from. `path` only holds addresses: the files themselves are no part of a package. */
const sourceOf = ({ title, source_url, landing_url, sha256, retrieved_at, document_id, file_name }: DocumentRow) => ({
  title,
  ...(source_url && { path: source_url }),
  ...(landing_url && { landing_url }),
  ...(sha256 && { sha256 }),
  ...(retrieved_at && { retrieved_at }),
  file_name,
  document_id,
})

const resourceOf = ({ table, rows, file }: StoredTable) => ({
  $schema: profile('dataresource'),
  name: table.name,
  type: 'table',
  title: table.japanese,
  description: table.description,
  path: file.path,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  bytes: file.bytes,
  hash: file.hash,
  rows,
  dialect: {
    $schema: profile('tabledialect'),
    delimiter: ',',
    lineTerminator: '\r\n',
    quoteChar: '"',
    doubleQuote: true,
    header: true,
  },
  schema: {
    $schema: profile('tableschema'),
    fields: table.columns.map(fieldOf),
    missingValues: [''],
    ...(table.keys.primary.length > 0 && { primaryKey: table.keys.primary }),
    ...(table.keys.foreign.length > 0 && { foreignKeys: table.keys.foreign.map((key) => foreignKeyOf(table, key)) }),
  },
})

const foreignKeyOf = ({ name }: PublishedTable, { column, table, key }: PublishedTable['keys']['foreign'][number]) => ({
  fields: [column],
  // A reference of a table to itself names no resource.
  reference: { resource: table === name ? '' : table, fields: [key] },
})

const fieldOf = (column: Column) => ({
  name: column.name,
  type: column.type,
  title: column.japanese,
  description: column.description,
  ...(column.unit && { unit: column.unit.code }),
  ...(column.columnType && { columnType: column.columnType }),
  ...(column.type === 'boolean' && { trueValues: ['true'], falseValues: ['false'] }),
  ...constraintsOf(column),
})

const constraintsOf = ({ isNullable, mayBeEmpty, values, pattern, minimum, maximum }: Column) => {
  const constraints = {
    ...(!isNullable && !mayBeEmpty && { required: true }),
    ...(values && { enum: values }),
    // Patterns of Table Schema hold for the whole text by themselves.
    ...(pattern !== null && { pattern: pattern.replace(/^\^|\$$/gu, '') }),
    ...(minimum !== null && { minimum }),
    ...(maximum !== null && { maximum }),
  }
  return Object.keys(constraints).length > 0 && { constraints }
}
