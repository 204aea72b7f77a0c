import type { DescribedAt } from './described-at.js'
import { namesOf, type SchemaDescriptor } from './descriptor.js'
import type { OpenPackage } from './open.js'
import { pointer, type Report } from './problems.js'
import type { Table } from './table.js'

/** Whether the resources of a package have names of their own. */
export const checkResourceNames = ({ resources, descriptor: file }: OpenPackage, report: Report): void => {
  for (const { name, pointer: at } of repeated(resources.filter(({ name }) => name !== '')))
    report('duplicate_resource_name', { file, row: null, field: at + pointer('name') }, { found: name })
}

/** Whether the fields of a schema have names of their own, and its keys name fields and resources that are there.
 *
 * Fields of one name are no error, since version 1 allowed them and the specification asks consumers to go on. */
export const checkFieldNames = (
  table: Table,
  others: readonly Table[],
  resources: ReadonlySet<string>,
  report: Report,
) => {
  const { schema, schemaAt } = table
  if (!schema) return
  const tell = tellerAt(schemaAt, report)
  const fields = schema.fields.map(({ name }, i) => ({ name, i }))
  for (const { name, i } of repeated(fields)) tell('duplicate_field_name', ['fields', i, 'name'], name)
  for (const { name, path } of keyNames(schema))
    if (!fields.some((field) => field.name === name)) tell('unknown_key_field', path, name)
  for (const [i, { fields: own, reference }] of (schema.foreignKeys ?? []).entries()) {
    const path = ['foreignKeys', i, 'reference']
    if (namesOf(own).length !== namesOf(reference.fields).length)
      tell('descriptor_invalid', [...path, 'fields'], namesOf(reference.fields).join(', '))
    const { resource = '' } = reference
    if (resource !== '' && !resources.has(resource)) tell('unknown_resource', [...path, 'resource'], resource)
    const target = resource === '' ? schema : others.find(({ name }) => name === resource)?.schema
    for (const name of target ? namesOf(reference.fields) : [])
      if (!target?.fields.some((field) => field.name === name)) tell('unknown_key_field', [...path, 'fields'], name)
  }
}

type Path = readonly (string | number)[]

const tellerAt =
  ({ file, pointer: at }: DescribedAt, report: Report) =>
  (rule: Parameters<Report>[0], path: Path, found: string): void =>
    report(rule, { file, row: null, field: at + pointer(...path) }, { found })

/** The names in the keys of a schema, with where they stand. */
const keyNames = ({ primaryKey = [], uniqueKeys = [], foreignKeys = [] }: SchemaDescriptor) =>
  [
    { names: namesOf(primaryKey), path: ['primaryKey'] as Path },
    ...uniqueKeys.map((names, i) => ({ names, path: ['uniqueKeys', i] })),
    ...foreignKeys.map(({ fields }, i) => ({ names: namesOf(fields), path: ['foreignKeys', i, 'fields'] })),
  ].flatMap(({ names, path }) => names.map((name) => ({ name, path })))

/** Those whose name an earlier one has. */
const repeated = <Named extends { readonly name: string }>(all: readonly Named[]): readonly Named[] => {
  const first = new Map<string, Named>()
  for (const one of all) if (!first.has(one.name)) first.set(one.name, one)
  return all.filter((one) => first.get(one.name) !== one)
}
