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

/** A CSV file by the names of its columns. */
interface CsvTable {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** Reads an alias table: a CSV file with the columns from, to, date and note. A name may be written below that of its parent, as
 * `総務費 > 人件費`.
 * @throws YosanError that names the first line that says nothing, or nothing new */
export const readAliases = ({ columns: names, rows }: CsvTable, file: string): Alias[] => {
  const lacking = columns.filter((column) => !names.includes(column))
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
  if (nameKey(alias.from) === nameKey(alias.to)) return 'has the same name in from and to'
  if (seen.has(pairOf(alias))) return 'is there twice'
  return null
}

/** A day of the calendar, which 2024-02-30 is not. */
const isDate = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text)
}

const pairOf = ({ from, to }: Alias): string => `${nameKey(from)}\t${nameKey(to)}`

const misuse = (message: string): YosanError => new YosanError('bad_value', message)

/** Names by the key of `nameKey` that a name became, step by step, each with the lines that lead there. */
export const successorsOf = (name: string, aliases: readonly Alias[]): ReadonlyMap<string, readonly Alias[]> => {
  const found = new Map<string, readonly Alias[]>()
  const open: [string, readonly Alias[]][] = [[nameKey(name), []]]
  for (let step = open.shift(); step; step = open.shift()) {
    const [key, way] = step
    for (const alias of aliases) {
      const to = nameKey(alias.to)
      if (nameKey(alias.from) !== key || found.has(to)) continue
      found.set(to, [...way, alias])
      open.push([to, [...way, alias]])
    }
  }
  return found
}
