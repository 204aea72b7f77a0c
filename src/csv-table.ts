import { pipeline } from 'node:stream'
import { parse, parseString } from 'fast-csv'
import { YosanError } from './errors.js'

/** A CSV file by the names in its first row. */
export interface CsvTable {
  readonly columns: readonly string[]
  readonly rows: readonly Record<string, string>[]
}

/** Reads a CSV file. A BOM, blank rows and rows that end early are no trouble.
 * @throws YosanError when it is no CSV */
export const readCsv = (text: string, file: string): Promise<CsvTable> =>
  new Promise((resolve, reject) => {
    const rows: Record<string, string>[] = []
    let columns: readonly string[] = []
    const options = { ignoreEmpty: true, discardUnmappedColumns: true, strictColumnHandling: false }
    parseString<Record<string, string>, Record<string, string>>(text.replace(/^\ufeff/u, ''), {
      ...options,
      headers: (names) => {
        columns = unique(names)
        return [...columns]
      },
    })
      .on('data', (row: Record<string, string>) => rows.push(row))
      .on('error', () => reject(malformed(file)))
      .on('end', () => resolve({ columns, rows }))
  })

/** Columns may share a name, which the parser refuses: the later ones are numbered. */
const unique = (names: readonly (string | null | undefined)[]): string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = (name ?? '').trim()
    let own = plain
    for (let n = 2; taken.has(own); n++) own = `${plain}#${n}`
    taken.add(own)
    return own
  })
}

/** How the cells of a CSV file stand in it. */
export interface CsvDialect {
  /** One character. */
  readonly delimiter: string
  readonly quote: string
  /** What comes before a quote inside of quotes: the quote itself in RFC 4180. */
  readonly escape: string
  /** The character that begins a line to leave out; null for none. */
  readonly comment: string | null
  /** Whether blanks at the beginning of a cell are left out. */
  readonly skipsInitialSpace: boolean
}

export const rfc4180: CsvDialect = {
  delimiter: ',',
  quote: '"',
  escape: '"',
  comment: null,
  skipsInitialSpace: false,
}

/** Reads the rows of a CSV file as they come, the header with them; a blank line has no cells. Takes memory for a few rows.
 * @throws YosanError when it is no CSV, and what reading the texts throws */
export async function* streamCsv(
  texts: AsyncIterable<string>,
  file: string,
  dialect: CsvDialect = rfc4180,
): AsyncGenerator<readonly string[]> {
  const { comment, skipsInitialSpace, ...characters } = dialect
  const leaving = { ltrim: skipsInitialSpace, ...(comment === null ? {} : { comment }) }
  const parser = parse<string[], string[]>({ ...characters, ...leaving, headers: false })
  let pending = 0
  const counted = async function* () {
    for await (const text of texts) {
      pending += text.length
      if (pending > longestRow) throw new YosanError('bad_value', `${file} cannot be read as CSV: ${tooLong}.`)
      yield text
    }
  }
  // The loop below meets the error too, and tells it.
  pipeline(counted(), parser, () => undefined)
  try {
    for await (const row of parser) {
      pending = 0
      yield row
    }
  } catch (error) {
    throw error instanceof Error && error.message.startsWith('Parse Error') ? malformed(file) : error
  }
}

/** Characters without the end of a row, as when a quote is missing: the parser begins the row anew with each piece of the file. */
const longestRow = 4_000_000
const tooLong = `a row is longer than ${longestRow} characters, so a quote may be missing`

const malformed = (file: string): YosanError =>
  new YosanError('bad_value', `${file} cannot be read as CSV: a quote is missing, or stands inside a field.`)
