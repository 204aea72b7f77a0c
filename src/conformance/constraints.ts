import type { CellType } from './cells/cell-type.js'
import { readNative, textOf } from './cells/native.js'
import type { Constraints, FieldDescriptor } from './descriptor.js'
import type { ProblemId } from './problem-rules.js'

/** A test of values, with what a value should be. */
export interface Constraint {
  readonly rule: ProblemId
  readonly expected: string
  readonly holds: (value: string) => boolean
}

export interface Compiled {
  readonly constraints: readonly Constraint[]
  /** Properties of the field whose values are not of its type. */
  readonly unreadable: readonly (readonly string[])[]
  /** Constraints that are not tested. */
  readonly untested: readonly string[]
}

/** The constraints of a field on single values, but for its pattern. */
export const constraintsOf = (
  field: FieldDescriptor,
  type: CellType,
  isMissing: (text: string) => boolean,
): Compiled => {
  const { constraints = {}, categories } = field
  const unreadable: string[][] = []
  const value = (native: unknown, ...path: readonly string[]): string | null => {
    const read = readNative(native, field, type)
    if (read === null) unreadable.push([...path])
    return read
  }
  const allOf = (natives: readonly unknown[], ...path: readonly string[]) =>
    oneOf(natives.filter((native) => !isMissing(textOf(native))).map((native, i) => value(native, ...path, String(i))))
  const listed: readonly Constraint[] = [
    ...(constraints.enum ? [{ rule: 'not_in_enum' as const, ...allOf(constraints.enum, 'constraints', 'enum') }] : []),
    ...(categories
      ? [{ rule: 'not_in_categories' as const, ...allOf(categories.map(valueOfCategory), 'categories') }]
      : []),
  ]
  const ranges = rangeOf(constraints, type, (name) => value(constraints[name], 'constraints', name))
  const all = [...listed, ...ranges, ...lengthsOf(constraints, type)]
  return { constraints: all, unreadable, untested: untestedOf(constraints, type) }
}

const valueOfCategory = (category: NonNullable<FieldDescriptor['categories']>[number]): unknown =>
  typeof category === 'object' ? category.value : category

const oneOf = (values: readonly (string | null)[]): Omit<Constraint, 'rule'> => {
  const known = new Set(values)
  return { expected: `one of ${values.join(', ')}`, holds: (value) => known.has(value) }
}

type Bound = 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum'

interface BoundRule {
  readonly name: Bound
  readonly rule: ProblemId
  readonly words: string
  /** Of a value compared with the bound. */
  readonly holds: (order: number) => boolean
}

const bounds: readonly BoundRule[] = [
  { name: 'minimum', rule: 'below_minimum', words: 'at least', holds: (order) => order >= 0 },
  { name: 'exclusiveMinimum', rule: 'below_minimum', words: 'more than', holds: (order) => order > 0 },
  { name: 'maximum', rule: 'above_maximum', words: 'at most', holds: (order) => order <= 0 },
  { name: 'exclusiveMaximum', rule: 'above_maximum', words: 'less than', holds: (order) => order < 0 },
]

const rangeOf = (
  constraints: Constraints,
  { compare }: CellType,
  boundOf: (name: Bound) => string | null,
): readonly Constraint[] =>
  bounds.flatMap(({ name, rule, words, holds }): Constraint[] => {
    const bound = constraints[name] === undefined || !compare ? null : boundOf(name)
    if (bound === null || !compare) return []
    return [{ rule, expected: `${words} ${constraints[name]}`, holds: (value) => holds(compare(value, bound)) }]
  })

const lengthsOf = ({ minLength, maxLength }: Constraints, { length }: CellType): readonly Constraint[] => {
  const made: Constraint[] = []
  if (length && minLength !== undefined)
    made.push({
      rule: 'too_short',
      expected: `at least ${minLength} long`,
      holds: (value) => length(value) >= minLength,
    })
  if (length && maxLength !== undefined)
    made.push({ rule: 'too_long', expected: `at most ${maxLength} long`, holds: (value) => length(value) <= maxLength })
  return made
}

const untestedOf = (constraints: Constraints, { compare }: CellType): readonly string[] => [
  ...(constraints.jsonSchema ? ['jsonSchema'] : []),
  ...(compare ? [] : bounds.map(({ name }) => name).filter((name) => constraints[name] !== undefined)),
]
