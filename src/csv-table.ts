import { parseString } from 'fast-csv'
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
      .on('error', () =>
        reject(
          new YosanError('bad_value', `${file} cannot be read as CSV: a quote is missing, or stands inside a field.`),
        ),
      )
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
