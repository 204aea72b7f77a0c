import type { Value } from '../model/row.js'

/** A table that no file holds. */
export interface Filled {
  readonly name: string
  /** One sentence for people. */
  readonly help: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** The values of each row in the order of the columns. */
  readonly rows: readonly (readonly Value[])[]
}
