import { cellTypeOf } from './cells/index.js'
import { isPattern } from './cells/moments.js'
import { readNative, textOf } from './cells/native.js'
import { constraintsOf } from './constraints.js'
import type { FieldDescriptor, MissingValues } from './descriptor.js'
import { type PatternTest, patternTest } from './patterns.js'
import { type Place, pointer, type Report } from './problems.js'

/** A cell of a table: a text in CSV, any value in inline data. */
export type Cell = unknown

/** Holds the cells of a field against what the schema says of it. */
export interface Field {
  readonly name: string
  readonly isRequired: boolean
  readonly isUnique: boolean
  /** The canonical text of a cell, null where it is missing, undefined where it is none of its type. */
  readonly read: (cell: Cell, place: Place) => string | null | undefined
  /** Reports what is tested some rows at a time. */
  readonly flush: () => void
}

interface Setting {
  /** Missing values of the schema. */
  readonly missingValues: MissingValues | undefined
  readonly nullSequence: string | undefined
  /** Where the field is described. */
  readonly at: { readonly file: string; readonly pointer: string }
  readonly report: Report
}

/** Reads a field of a schema, and tells what of it cannot be tested. */
export const compileField = (field: FieldDescriptor, { missingValues, nullSequence, at, report }: Setting): Field => {
  const type = cellTypeOf(field)
  const missing = missingOf(field.missingValues ?? missingValues, nullSequence)
  const isMissing = (cell: Cell) =>
    cell === null || cell === undefined || (typeof cell === 'string' && missing.has(cell))
  const { constraints, unreadable, untested } = constraintsOf(field, type, isMissing)
  const place = (...path: readonly string[]): Place => ({
    file: at.file,
    row: null,
    field: at.pointer + pointer(...path),
  })
  for (const path of unreadable)
    report('descriptor_invalid', place(...path), {
      expected: `a value of type ${field.type}`,
      message: `The descriptor has a value of another type than ${field.type}.`,
    })
  for (const name of untested) report('field_not_checked', place('constraints', name), { found: name })
  if (isPattern(field)) report('field_not_checked', place('format'), { found: field.format ?? null })
  const pattern = patternOf(field, place('constraints', 'pattern'), report)
  const { required: isRequired = false, unique: isUnique = false } = field.constraints ?? {}
  const read: Field['read'] = (cell, where) => {
    if (isMissing(cell)) {
      if (isRequired) report('required', where)
      return null
    }
    const value = typeof cell === 'string' ? type.read(cell) : readNative(cell, field, type)
    if (value === null) {
      report('wrong_type', where, { found: textOf(cell), expected: typeWords(field) })
      return undefined
    }
    for (const { rule, expected, holds } of constraints)
      if (!holds(value)) report(rule, where, { found: textOf(cell), expected })
    pattern?.add(value, where)
    return value
  }
  return { name: field.name, isRequired, isUnique, read, flush: () => pattern?.flush() }
}

const missingOf = (values: MissingValues = [''], nullSequence: string | undefined): ReadonlySet<string> =>
  new Set([
    ...values.map((value) => (typeof value === 'string' ? value : value.value)),
    ...(nullSequence === undefined ? [] : [nullSequence]),
  ])

const typeWords = ({ type = 'any', format = 'default' }: FieldDescriptor): string =>
  format === 'default' ? type : `${type} in the format ${format}`

const patternOf = ({ constraints }: FieldDescriptor, at: Place, report: Report): PatternTest | null => {
  const source = constraints?.pattern
  if (source === undefined) return null
  const giveUp = (message: string) => report('field_not_checked', at, { found: source, message })
  const test = patternTest(source, {
    misses: (found, place) => report('pattern_mismatch', place, { found, expected: source }),
    givesUp: () => giveUp('The pattern takes too long, so values were not held against it to the end.'),
  })
  if (!test) giveUp('The pattern is no regular expression that is known here.')
  return test
}
