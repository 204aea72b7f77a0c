import type { FieldsMatch, SchemaDescriptor } from './descriptor.js'

/** How the columns of a file and the fields of a schema may differ (https://datapackage.org/standard/table-schema/#fieldsMatch). */
interface Match {
  /** Whether fields are found by their place and not by their name. */
  readonly isByPlace: boolean
  readonly fits: (difference: Difference) => boolean
  readonly words: string
}

interface Difference {
  readonly common: number
  /** Columns that are no fields. */
  readonly more: number
  /** Fields that are no columns. */
  readonly fewer: number
}

const matches: Readonly<Record<FieldsMatch, Match>> = {
  exact: { isByPlace: true, fits: ({ more, fewer }) => more + fewer === 0, words: 'exactly, in this order' },
  equal: { isByPlace: false, fits: ({ more, fewer }) => more + fewer === 0, words: 'exactly, in any order' },
  subset: { isByPlace: false, fits: ({ fewer }) => fewer === 0, words: 'and any others' },
  superset: { isByPlace: false, fits: ({ more }) => more === 0, words: 'or some of them' },
  partial: { isByPlace: false, fits: ({ common }) => common > 0, words: 'or one of them, and any others' },
}

export interface Columns {
  /** The field of each column by its number; -1 for a column without a field. */
  readonly fields: readonly number[]
  /** What the header should be; null when it is right. */
  readonly expected: string | null
}

/** Finds the fields of the columns that a header names. */
export const matchHeader = (header: readonly string[], schema: SchemaDescriptor, isKeyed: boolean): Columns => {
  const { fieldsMatch = 'exact' } = schema
  const asked = typeof fieldsMatch === 'string' ? fieldsMatch : fieldsMatch[0]
  const match = matches[asked === 'exact' && isKeyed ? 'equal' : asked]
  const names = schema.fields.map(({ name }) => name)
  const isInPlace = header.length === names.length && header.every((name, i) => name === names[i])
  const fields = match.isByPlace && isInPlace ? names.map((_, i) => i) : fieldsByName(header, names)
  const common = fields.filter((field) => field >= 0).length
  const difference = { common, more: header.length - common, fewer: names.length - common }
  const isRight = match.fits(difference) && (isInPlace || !match.isByPlace)
  return { fields, expected: isRight ? null : `${names.join(', ')} ${match.words}` }
}

/** Each field goes to the first column of its name. */
const fieldsByName = (header: readonly string[], names: readonly string[]): readonly number[] => {
  const left = new Map<string, number[]>()
  for (const [i, name] of names.entries()) left.set(name, [...(left.get(name) ?? []), i])
  return header.map((name) => left.get(name)?.shift() ?? -1)
}
