import { createHash } from 'node:crypto'
import { namesOf, type SchemaDescriptor } from './descriptor.js'
import { type KeySet, keySet } from './key-set.js'
import type { ProblemId } from './problem-rules.js'
import { type Place, pointer, type Report } from './problems.js'
import type { Table } from './table.js'

/** The values of a row by the numbers of its fields: null where one is missing, undefined where it is not of its type. */
export type Values = readonly (string | null | undefined)[]

type RowPlace = Pick<Place, 'file' | 'row'>

/** The keys of all tables. Memory grows with the number of keys, and not with what else is in the rows. */
export interface Keys {
  /** What takes the rows of a table with these fields, one by one. */
  readonly takerOf: (table: Table, fields: readonly string[]) => (values: Values, place: RowPlace) => void
  /** Says that all rows of a table have been taken. */
  readonly close: (table: Table) => void
  /** Follows the references that were left open until all tables had been read. */
  readonly settle: () => void
  readonly counts: { readonly keys: number; readonly references: number }
}

/** Keys that rows of a table are referred to by. */
interface Target {
  readonly resource: string
  readonly fields: readonly string[]
  readonly keys: KeySet
  isComplete: boolean
}

interface Reference {
  readonly target: Target
  readonly fields: readonly string[]
  /** Where it is described. */
  readonly place: Place
  readonly open: ({ readonly key: string } & RowPlace)[]
}

type Taker = (values: Values, place: RowPlace) => void

export const openKeys = (tables: readonly Table[], report: Report): Keys => {
  const counts = { keys: 0, references: 0 }
  const targets = new Map<string, Target>()
  const targetOf = (resource: string, fields: readonly string[]): Target => {
    const id = JSON.stringify([resource, fields])
    const target = targets.get(id) ?? { resource, fields, keys: keySet(), isComplete: false }
    targets.set(id, target)
    return target
  }
  const references = new Map(tables.map((table) => [table, referencesOf(table, tables, targetOf)]))
  return {
    counts,
    takerOf: (table, fields) => {
      const own = [...targets.values()].filter(({ resource }) => resource === table.name)
      const takers = [
        ...uniquesOf(table.schema).map((unique) => uniqueTaker(unique, fields, counts, report)),
        ...own.map((target) => targetTaker(target, fields)),
        ...(references.get(table) ?? []).map((reference) => referenceTaker(reference, fields, counts, report)),
      ]
      return (values, place) => {
        for (const take of takers) take(values, place)
      }
    },
    close: (table) => {
      for (const target of targets.values()) if (target.resource === table.name) target.isComplete = true
    },
    settle: () => {
      for (const reference of [...references.values()].flat()) settle(reference, report)
    },
  }
}

type Counts = { keys: number; references: number }

const uniqueTaker = (unique: Unique, fields: readonly string[], counts: Counts, report: Report): Taker => {
  const at = indexesOf(unique.fields, fields)
  return (values, place) => {
    const key = keyOf(values, at)
    if (key === null) return
    counts.keys += 1
    if (!unique.seen.add(key))
      report(unique.rule, { ...place, field: unique.fields.join(', ') }, { found: wordsOf(values, at) })
  }
}

const targetTaker = (target: Target, fields: readonly string[]): Taker => {
  const at = indexesOf(target.fields, fields)
  return (values) => {
    const key = keyOf(values, at)
    if (key !== null) target.keys.add(key)
  }
}

/** A key that is not there may come later, in a table that is not read to its end yet. */
const referenceTaker = (reference: Reference, fields: readonly string[], counts: Counts, report: Report): Taker => {
  const at = indexesOf(reference.fields, fields)
  const { target, open } = reference
  return (values, place) => {
    const key = keyOf(values, at)
    if (key === null) return
    counts.references += 1
    if (target.keys.has(key)) return
    if (target.isComplete) tellUnmatched(reference, key, place, report)
    else open.push({ key, file: place.file, row: place.row })
  }
}

const settle = (reference: Reference, report: Report): void => {
  const { target, open, place } = reference
  if (!target.isComplete) report('foreign_key_not_checked', place, { found: target.resource })
  else for (const { key, ...at } of open) if (!target.keys.has(key)) tellUnmatched(reference, key, at, report)
}

const tellUnmatched = ({ fields, target }: Reference, key: string, { file, row }: RowPlace, report: Report): void =>
  report(
    'foreign_key_unmatched',
    { file, row, field: fields.join(', ') },
    { found: key, expected: `a key ${target.fields.join(', ')} of ${target.resource}` },
  )

interface Unique {
  readonly rule: ProblemId
  readonly fields: readonly string[]
  readonly seen: KeySet
}

const uniquesOf = (schema: SchemaDescriptor | null): readonly Unique[] => {
  const { primaryKey = [], uniqueKeys = [], fields = [] } = schema ?? {}
  const single = fields.filter(({ constraints }) => constraints?.unique)
  const all: readonly (readonly [ProblemId, readonly string[]])[] = [
    ['primary_key_duplicate', namesOf(primaryKey)],
    ...uniqueKeys.map((names) => ['unique_key_duplicate', names] as const),
    ...single.map(({ name }) => ['not_unique', [name]] as const),
  ]
  return all.filter(([, names]) => names.length > 0).map(([rule, names]) => ({ rule, fields: names, seen: keySet() }))
}

/** The foreign keys of a table that can be followed; the others have been told with the names in them. */
const referencesOf = (
  table: Table,
  tables: readonly Table[],
  targetOf: (resource: string, fields: readonly string[]) => Target,
): readonly Reference[] => {
  const { name, schema, schemaAt } = table
  return (schema?.foreignKeys ?? []).flatMap(({ fields: own, reference }, i): Reference[] => {
    // An empty name is the table itself in version 1.
    const resource = reference.resource || name
    const [fields, aims] = [namesOf(own), namesOf(reference.fields)]
    const target = tables.find((one) => one.name === resource)
    if (fields.length !== aims.length || !has(table, fields) || (target && !has(target, aims))) return []
    const place = { file: schemaAt.file, row: null, field: schemaAt.pointer + pointer('foreignKeys', i) }
    return [{ target: targetOf(resource, aims), fields, place, open: [] }]
  })
}

/** Whether a table may have these fields; one without a schema has those of its header. */
const has = ({ schema }: Table, names: readonly string[]): boolean =>
  !schema || names.every((name) => schema.fields.some((field) => field.name === name))

const indexesOf = (names: readonly string[], fields: readonly string[]): readonly number[] =>
  names.map((name) => fields.indexOf(name))

/** The text that stands for the values of some fields; null when one of them is missing, for then there is no key. */
const keyOf = (values: Values, at: readonly number[]): string | null => {
  const parts = at.map((i) => values[i] ?? null)
  if (parts.length === 0 || parts.includes(null)) return null
  const key = parts.length === 1 ? (parts[0] ?? '') : JSON.stringify(parts)
  return key.length > longestKey ? `sha256:${createHash('sha256').update(key).digest('hex')}` : key
}

const wordsOf = (values: Values, at: readonly number[]): string => at.map((i) => values[i] ?? '').join(', ')

/** Longer keys are kept as their hashes. */
const longestKey = 200
