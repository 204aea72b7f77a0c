import { YosanError } from '../errors.js'
import { correctionsTable } from '../model/corrections-table.js'
import type { StoredTable } from './descriptor.js'
import type { Previous } from './previous.js'

/** How the data of a package stand to those of the edition before: first; same: not a byte differs; rows: rows differ;
 * columns: a column is gone or new. */
export type Step = 'first' | 'same' | 'rows' | 'columns'

export interface Edition {
  readonly version: string
  readonly step: Step
}

/** The version of a package (semver): 1.0.0 at first, then a new minor number when rows change and a new major number when
 * columns do. The same data stay the same version.
 * @throws YosanError when other data are to be published as a version that is out already */
export const editionOf = (
  previous: Previous | null,
  tables: readonly StoredTable[],
  wanted: string | null,
): Edition => {
  const step = previous === null ? 'first' : stepBetween(previous, tables)
  if (previous && wanted !== null && !isFree(wanted, previous.version, step))
    throw new YosanError(
      'bad_value',
      `Version ${previous.version} is published already${step === 'same' ? '' : ' with other data'}: choose a later one than that with --release.`,
    )
  return { version: wanted ?? nextVersion(previous?.version ?? null, step), step }
}

/** The same data may stay the same version; everything else is a later one. */
const isFree = (wanted: string, before: string, step: Step): boolean =>
  isAfter(wanted, before) || (step === 'same' && wanted === before)

/** Whether a version is later than another; one that is no number is only the same or not. */
const isAfter = (version: string, other: string): boolean => {
  const [a, b] = [numbersOf(version), numbersOf(other)]
  if (a === null || b === null) return version !== other
  const i = a.findIndex((number, place) => number !== b[place])
  return i === -1 ? version !== other : (a[i] ?? 0) > (b[i] ?? 0)
}

const numbersOf = (version: string): readonly number[] | null => {
  const [, ...numbers] = /^(\d{1,9})(?:\.(\d{1,9})(?:\.(\d{1,9}))?(?:[.+-].*)?)?$/u.exec(version) ?? []
  return numbers.length === 0 ? null : numbers.map((digits) => Number(digits ?? 0))
}

/** Tables that are made of other tables change with them, and their columns with the years. Corrections may come and go. */
const stepBetween = ({ tables: before }: Previous, after: readonly StoredTable[]): Step => {
  const known = new Map(before.map((table) => [table.name, table]))
  const data = after.filter(({ file }) => file.path.startsWith('data/'))
  const gone = before.filter(({ name }) => !after.some(({ table }) => table.name === name))
  const isOther = data.some(({ table }) => {
    const columns = known.get(table.name)?.columns.join('\t')
    if (columns === undefined && table.name === correctionsTable.name) return false
    return columns !== table.columns.map(({ name }) => name).join('\t')
  })
  const isLess = gone.some(({ path, name }) => path.startsWith('data/') && name !== correctionsTable.name)
  if (isLess || isOther) return 'columns'
  const isSame = gone.length === 0 && after.every(({ table, file }) => known.get(table.name)?.hash === file.hash)
  return isSame ? 'same' : 'rows'
}

const nextVersion = (before: string | null, step: Step): string => {
  if (before === null) return '1.0.0'
  if (step === 'same') return before
  const [major, minor = 0] = numbersOf(before) ?? []
  if (major === undefined)
    throw new YosanError('bad_value', `What follows version ${before} cannot be told: name it with --release.`)
  return step === 'columns' ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`
}
