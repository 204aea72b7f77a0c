import type { DescribedAt } from './described-at.js'
import type { DialectDescriptor, SchemaDescriptor } from './descriptor.js'
import type { Cell } from './field.js'

/** The rows of a resource, and what is said of them. */
export interface Table {
  readonly name: string
  /** Null where none is given. */
  readonly schema: SchemaDescriptor | null
  readonly schemaAt: DescribedAt
  readonly dialect: DialectDescriptor
  readonly parts: readonly Part[]
}

/** One file of a table, or its inline data. */
export interface Part {
  readonly file: string
  /** Whether its rows are objects, so that the order of the columns says nothing. */
  readonly isKeyed: boolean
  /** The rows with the header, if there is one. */
  readonly rows: (onMark: () => void) => AsyncIterable<readonly Cell[]>
}
