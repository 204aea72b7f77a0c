import { parseString } from 'fast-csv'
import { YosanError } from './errors.js'

/** The rows of a CSV file by the names in its first row. A BOM, blank rows and rows that end early are no trouble.
 * @throws YosanError when it is no CSV */
export const readCsv = (text: string, file: string): Promise<Record<string, string>[]> =>
  new Promise((resolve, reject) => {
    const rows: Record<string, string>[] = []
    const refuse = (error: Error) =>
      reject(new YosanError('bad_value', `${file} cannot be read as CSV: ${error.message.split('\n')[0]}.`))
    parseString<Record<string, string>, Record<string, string>>(text.replace(/^\ufeff/u, ''), {
      headers: (names) => unique(names),
      ignoreEmpty: true,
      discardUnmappedColumns: true,
      strictColumnHandling: false,
    })
      .on('data', (row: Record<string, string>) => rows.push(row))
      .on('error', refuse)
      .on('end', () => resolve(rows))
  })

/** Columns may share a name, which the parser refuses: the later ones are numbered. */
const unique = (names: readonly (string | null | undefined)[]): string[] => {
  const counts = new Map<string, number>()
  return names.map((name) => {
    const plain = (name ?? '').trim()
    const count = (counts.get(plain) ?? 0) + 1
    counts.set(plain, count)
    return count === 1 ? plain : `${plain}#${count}`
  })
}
