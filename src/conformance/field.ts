import { cellTypeOf } from './cells/index.js'
import { isPattern } from './cells/moments.js'
import { readNative, textOf } from './cells/native.js'
import { type Compiled, constraintsOf } from './constraints.js'
import type { DescribedAt } from './described-at.js'
import type { FieldDescriptor, MissingValues } from './descriptor.js'
import { type PatternTest, patternTest } from './patterns.js'
import { type Place, pointer, type Report } from './problems.js'

/** A cell of a table: a text in CSV, any value in inline data. */
export type Cell = unknown

/** Holds the cells of a field against what the schema says of it. */
export interface Field {
  readonly name: string
  readonly isRequired: boolean
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
  readonly at: DescribedAt
  readonly report: Report
}

/** Reads a field of a schema, and tells what of it cannot be tested. */
export const compileField = (field: FieldDescriptor, setting: Setting): Field => {
  const { missingValues, nullSequence, report } = setting
  const type = cellTypeOf(field)
  const missing = missingOf(field.missingValues ?? missingValues, nullSequence)
  const isMissing = (cell: Cell) =>
    cell === null || cell === undefined || (typeof cell === 'string' && missing.has(cell))
  const compiled = constraintsOf(field, type, isMissing)
  tellUntested(field, compiled, setting)
  const pattern = patternOf(field, setting)
  const { required: isRequired = false } = field.constraints ?? {}
  const read: Field['read'] = (cell, place) => {
    if (isMissing(cell)) {
      if (isRequired) report('required', place)
      return null
    }
    const value = typeof cell === 'string' ? type.read(cell) : readNative(cell, field, type)
    if (value === null) {
      report('wrong_type', place, { found: textOf(cell), expected: typeWords(field) })
      return undefined
    }
    for (const { rule, expected, holds } of compiled.constraints)
      if (!holds(value)) report(rule, place, { found: textOf(cell), expected })
    pattern?.add(value, place)
    return value
  }
  return { name: field.name, isRequired, read, flush: () => pattern?.flush() }
}

const tellUntested = (field: FieldDescriptor, { unreadable, untested }: Compiled, { at, report }: Setting): void => {
  for (const path of unreadable)
    report('descriptor_invalid', placeOf(at, path), {
      expected: `a value of type ${field.type}`,
      message: `The descriptor has a value of another type than ${field.type}.`,
    })
  for (const name of untested) report('field_not_checked', placeOf(at, ['constraints', name]), { found: name })
  if (isPattern(field)) report('field_not_checked', placeOf(at, ['format']), { found: field.format ?? null })
}

const placeOf = ({ file, pointer: field }: Setting['at'], path: readonly string[]): Place => ({
  file,
  row: null,
  field: field + pointer(...path),
})

const missingOf = (values: MissingValues = [''], nullSequence: string | undefined): ReadonlySet<string> =>
  new Set([
    ...values.map((value) => (typeof value === 'string' ? value : value.value)),
    ...(nullSequence === undefined ? [] : [nullSequence]),
  ])

const typeWords = ({ type = 'any', format = 'default' }: FieldDescriptor): string =>
  format === 'default' ? type : `${type} in the format ${format}`

const patternOf = ({ constraints }: FieldDescriptor, { at, report }: Setting): PatternTest | null => {
  const source = constraints?.pattern
  if (source === undefined) return null
  const giveUp = (message: string) =>
    report('field_not_checked', placeOf(at, ['constraints', 'pattern']), { found: source, message })
  const test = patternTest(source, {
    misses: (found, place) => report('pattern_mismatch', place, { found, expected: source }),
    givesUp: () => giveUp('The pattern takes too long, so values were not held against it to the end.'),
  })
  if (!test) giveUp('The pattern is no regular expression that is known here.')
  return test
}
