import type { Cell } from './field.js'
import type { Part } from './table.js'

/** Rows of a list of lists, or of a list of objects; null for anything else. */
export const inlineRows = (data: unknown): Pick<Part, 'isKeyed' | 'rows'> | null => {
  if (!Array.isArray(data)) return null
  if (data.every(Array.isArray)) return { isKeyed: false, rows: () => each(data) }
  return data.every(isObject) ? { isKeyed: true, rows: () => each(keyed(data)) } : null
}

/** Rows of objects under the names of all of their properties. */
const keyed = (data: readonly Readonly<Record<string, unknown>>[]): readonly (readonly Cell[])[] => {
  const names = [...new Set(data.flatMap((row) => Object.keys(row)))]
  return [names, ...data.map((row) => names.map((name) => (Object.hasOwn(row, name) ? row[name] : null)))]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}
