import { z } from 'zod'
import { checkRules } from './check-rules.js'
import { type TableName, tables } from './dataset.js'
import { issueRules } from './issue-rules.js'
import { type Label, labels } from './labels.js'

/** A column of a published table, with all that other formats say of it. */
export interface Column extends Label {
  readonly name: string
  readonly type: 'string' | 'integer' | 'boolean' | 'datetime'
  readonly isNullable: boolean
  /** Whether it may be a text without a character, which CSV cannot tell from null. */
  readonly mayBeEmpty: boolean
  /** All values that it may have; null where they are not listed. */
  readonly values: readonly string[] | null
  /** What its texts look like, as a regular expression. */
  readonly pattern: string | null
  readonly minimum: number | null
  readonly maximum: number | null
  readonly description: string
}

/** The columns of a table in their order, read from its schema. */
export const columnsIn = (table: TableName): readonly Column[] =>
  columnsOfShape(tables[table].shape, labels[table], rulesOf[table])

/** Something for each of some columns, by their names. */
type ByName<Value> = Readonly<Record<string, Value>>

/** The columns of a schema in their order, with their labels and with the values of those that hold ids of rules. */
export const columnsOfShape = (
  shape: ByName<z.ZodType>,
  known: ByName<Label>,
  rules: ByName<readonly string[]> = {},
): readonly Column[] =>
  Object.entries(shape).map(([name, schema]) => ({
    ...columnOf(name, schema, rules[name] ?? null),
    ...(known[name] ?? { japanese: name }),
  }))

/** What a JSON Schema says of one column. */
interface Property {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly (string | null)[]
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly anyOf?: readonly Property[]
  readonly description?: string
}

const columnOf = (name: string, schema: z.ZodType, rules: readonly string[] | null): Omit<Column, keyof Label> => {
  const whole = z.toJSONSchema(schema) as Property
  const parts = partsOf(whole)
  const types = parts.flatMap(({ type = [] }) => type)
  const values = parts.filter(({ type }) => type !== 'null')
  // Numbers and a word beside each other are texts.
  const value = values.length === 1 ? (values[0] ?? whole) : {}
  const isText = typeOf(types, value) === 'string'
  const listed = value.enum ?? rules
  return {
    name,
    type: typeOf(types, value),
    isNullable: types.includes('null'),
    mayBeEmpty: isText && !listed && !value.pattern && !value.minLength,
    values: listed?.filter((one) => one !== null) ?? null,
    pattern: value.format === undefined ? (value.pattern ?? null) : null,
    minimum: limit(value.exclusiveMinimum === undefined ? value.minimum : value.exclusiveMinimum + 1),
    maximum: limit(value.maximum),
    description: whole.description ?? '',
  }
}

const partsOf = (property: Property): readonly Property[] => property.anyOf?.flatMap(partsOf) ?? [property]

const typeOf = (types: readonly string[], { format }: Property): Column['type'] => {
  if (format === 'date-time') return 'datetime'
  if (types.includes('integer') && !types.includes('string')) return 'integer'
  return types.includes('boolean') ? 'boolean' : 'string'
}

/** Integers are safe anyway. */
const limit = (bound: number | undefined): number | null =>
  bound === undefined || Math.abs(bound) === Number.MAX_SAFE_INTEGER ? null : bound

/** Columns whose values are ids of rules. */
const rulesOf: Readonly<Partial<Record<TableName, Readonly<Record<string, readonly string[]>>>>> = {
  issues: { rule: Object.keys(issueRules) },
  checks: { rule: Object.keys(checkRules) },
}

/** The head of a column for people, with its unit: 金額（円）. */
export const headOf = ({ japanese, unit }: Label): string => (unit ? `${japanese}（${unit.japanese}）` : japanese)
