import { YosanError } from '../errors.js'
import { nameKey } from '../model/name-key.js'

/** A line of an alias table, which people keep: the programme `from` is called `to` since a date. Several lines with one `to`
 * are a merger, several with one `from` a split. */
export interface Alias {
  readonly from: string
  readonly to: string
  /** ISO 8601, or null. */
  readonly date: string | null
  readonly note: string | null
}

const columns = ['from', 'to', 'date', 'note'] as const

/** Reads an alias table from the rows of a CSV file with the columns from, to, date and note.
 * @throws YosanError that names the first line that says nothing, or nothing new */
export const readAliases = (rows: readonly Readonly<Record<string, string>>[], file: string): Alias[] => {
  const lacking = columns.filter((column) => rows[0] && !(column in rows[0]))
  if (lacking.length > 0)
    throw misuse(`${file} has no column ${lacking.join(', ')}: its columns are ${columns.join(',')}.`)
  const seen = new Set<string>()
  return rows.map((row, i) => {
    const alias = {
      from: (row.from ?? '').trim(),
      to: (row.to ?? '').trim(),
      date: (row.date ?? '').trim() || null,
      note: (row.note ?? '').trim() || null,
    }
    const fault = faultOf(alias, seen)
    if (fault) throw misuse(`Row ${i + 1} of ${file} ${fault}.`)
    seen.add(pairOf(alias))
    return alias
  })
}

const faultOf = (alias: Alias, seen: ReadonlySet<string>): string | null => {
  if (alias.from === '' || alias.to === '') return 'lacks a name in from or to'
  if (alias.date !== null && !isDate(alias.date)) return `has the date '${alias.date}', which is none like 2024-04-01`
  if (seen.has(pairOf(alias))) return 'is there twice'
  return null
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text))

const pairOf = ({ from, to }: Alias): string => `${nameKey(from)}\t${nameKey(to)}`

const misuse = (message: string): YosanError => new YosanError('bad_value', message)
