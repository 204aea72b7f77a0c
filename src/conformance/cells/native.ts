import type { FieldDescriptor } from '../descriptor.js'
import type { CellType } from './cell-type.js'
import { readDecimal } from './decimal.js'

/** The canonical text of a value that JSON writes: a cell of inline data, or the value of a constraint. Null when it is not of
 * the type of the field; texts are read as in CSV. */
export const readNative = (value: unknown, field: FieldDescriptor, type: CellType): string | null => {
  if (typeof value === 'string') return type.read(value)
  const { type: name = 'any', delimiter = ',' } = field
  if (!(takers[typeof value] ?? []).includes(name)) return null
  if (Array.isArray(value) && name === 'list') return type.read(value.join(delimiter))
  if (typeof value === 'number' && name !== 'year') return readWhole(value, name)
  return typeof value === 'boolean' ? String(value) : type.read(textOf(value))
}

/** A JSON value for people, and as a text that its type reads. */
export const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)

/** The types that values of JSON may have besides texts. */
const takers: Readonly<Record<string, readonly string[]>> = {
  boolean: ['boolean', 'any'],
  number: ['number', 'integer', 'year', 'any'],
  object: ['object', 'array', 'geojson', 'geopoint', 'list', 'any'],
}

const readWhole = (value: number, type: string): string | null =>
  type === 'integer' && !Number.isInteger(value) ? null : readDecimal(String(value))
