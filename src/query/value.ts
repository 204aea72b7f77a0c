/** What a cell of a result holds. */
export type Value = string | number | boolean | null

/** A value of DuckDB as JSON can hold it without loss: integers too large for a number and decimals as their digits, days and
 * times in ISO 8601, lists and structs as JSON text, and all else as DuckDB writes it. */
export const plainOf = (value: unknown): Value => {
  const json = jsonOf(value)
  return typeof json === 'object' && json !== null ? JSON.stringify(json) : json
}

type Json = Value | readonly Json[] | { readonly [name: string]: Json }

/** What values of DuckDB that hold others look like: lists and arrays, maps, structs. */
interface Nested {
  readonly items?: readonly unknown[]
  readonly entries?: readonly Entry[] | Readonly<Record<string, unknown>>
}

interface Entry {
  readonly key: unknown
  readonly value: unknown
}

const jsonOf = (value: unknown): Json => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  const { items, entries } = value as Nested
  if (items) return items.map(jsonOf)
  if (isMap(entries)) return entries.map(({ key, value: held }) => ({ key: jsonOf(key), value: jsonOf(held) }))
  if (entries) return Object.fromEntries(Object.entries(entries).map(([name, held]) => [name, jsonOf(held)]))
  return String(value).replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{2}:)/u, '$1T')
}

const isMap = (entries: Nested['entries']): entries is readonly Entry[] => Array.isArray(entries)
