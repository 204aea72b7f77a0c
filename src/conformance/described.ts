import type { DialectDescriptor, ResourceDescriptor, SchemaDescriptor } from './descriptor.js'
import { type OpenPackage, type OpenResource, readDescriptor } from './open.js'
import { isRemote } from './paths.js'
import { pointer, type Report } from './problems.js'
import type { Table } from './table.js'

/** A table without its rows. */
export type Described = Omit<Table, 'parts'>

/** Follows a schema and a dialect to the files that they may stand in; null where one of them cannot be used. */
export const describe = async (
  from: OpenPackage,
  { name, pointer: at }: OpenResource,
  descriptor: ResourceDescriptor,
  report: Report,
): Promise<Described | null> => {
  const schema = await follow<SchemaDescriptor>(from, 'schema', descriptor.schema, at, report)
  const dialect = await follow<DialectDescriptor>(from, 'dialect', descriptor.dialect, at, report)
  if (schema === 'unusable' || dialect === 'unusable') return null
  const schemaAt = { file: schema?.file ?? from.descriptor, pointer: schema?.file ? '' : at + pointer('schema') }
  return { name, schema: schema?.value ?? null, schemaAt, dialect: dialect?.value ?? {} }
}

interface Followed<Value> {
  readonly value: Value
  /** The file of its own that it stands in. */
  readonly file: string | null
}

const follow = async <Value extends object>(
  { folder, descriptor: file }: OpenPackage,
  name: 'schema' | 'dialect',
  value: Value | string | undefined,
  at: string,
  report: Report,
): Promise<Followed<Value> | 'unusable' | null> => {
  if (value === undefined) return null
  if (typeof value !== 'string') return { value, file: null }
  if (isRemote(value)) {
    report('remote_not_checked', { file, row: null, field: at + pointer(name) }, { found: value })
    return 'unusable'
  }
  const read = await readDescriptor(folder, value, name, report)
  return read === null || read.faults.length > 0 ? 'unusable' : { value: read.value as Value, file: value }
}
