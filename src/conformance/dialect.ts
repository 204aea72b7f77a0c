import type { CsvDialect } from '../csv-table.js'
import type { DialectDescriptor, ResourceDescriptor } from './descriptor.js'

/** How a file of a resource is read, or which of its properties keeps it from being read. */
export type Reading =
  | { readonly kind: 'csv'; readonly dialect: CsvDialect }
  | { readonly kind: 'other'; readonly because: string }

const lineEnds: ReadonlySet<string> = new Set(['\r\n', '\n', '\r'])

/** Dialects that cannot be read, with the property that says so. */
const refusals: readonly (readonly [
  name: keyof DialectDescriptor,
  isRefused: (dialect: DialectDescriptor) => boolean,
])[] = [
  ['delimiter', ({ delimiter = ',' }) => delimiter.length !== 1],
  ['lineTerminator', ({ lineTerminator = '\n' }) => !lineEnds.has(lineTerminator)],
  ['headerRows', ({ header = true, headerRows = [1] }) => header && (headerRows.length !== 1 || headerRows[0] !== 1)],
  ['commentRows', ({ commentRows = [] }) => commentRows.length > 0],
  ['commentChar', ({ commentChar = '#' }) => commentChar.length !== 1],
  // On its own it stands outside of quotes.
  [
    'escapeChar',
    ({ escapeChar, quoteChar, doubleQuote }) =>
      escapeChar !== undefined && quoteChar === undefined && doubleQuote !== false,
  ],
]

/** Reads the format and dialect of a file. */
export const readingOf = (resource: ResourceDescriptor, path: string, dialect: DialectDescriptor): Reading => {
  const format = formatOf(resource, path)
  if (format !== 'csv' && format !== 'tsv') return { kind: 'other', because: `format ${format}` }
  const refused = refusals.find(([, isRefused]) => isRefused(dialect))
  if (refused) return { kind: 'other', because: `dialect ${refused[0]} ${JSON.stringify(dialect[refused[0]])}` }
  const { quoteChar: quote = '"' } = dialect
  return {
    kind: 'csv',
    dialect: {
      delimiter: dialect.delimiter ?? (format === 'tsv' ? '\t' : ','),
      quote,
      escape: dialect.escapeChar ?? quote,
      comment: dialect.commentChar ?? null,
      skipsInitialSpace: dialect.skipInitialSpace ?? false,
    },
  }
}

const packed: ReadonlySet<string> = new Set(['gz', 'zip', 'bz2', 'xz', 'zst'])

const mediatypes: Readonly<Record<string, string>> = { 'text/csv': 'csv', 'text/tab-separated-values': 'tsv' }

/** What a file is by its end if that is packed, else by what is said of it, else by its end. */
const formatOf = ({ format, mediatype = '' }: ResourceDescriptor, path: string): string => {
  const end = /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  if (packed.has(end)) return end
  const [type = ''] = mediatype.toLowerCase().split(';')
  return format?.toLowerCase() ?? mediatypes[type.trim()] ?? (end === 'tab' ? 'tsv' : end || 'unknown')
}
