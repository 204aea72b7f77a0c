import type { Failure } from '../options.js'

/** A document, or an address of one or of a page that links documents. */
export type Input =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'address'; readonly address: string }

export interface Inputs {
  /** Each once, in the order in which they were named. */
  readonly inputs: readonly Input[]
  /** Names that stand for nothing. */
  readonly failures: readonly Failure[]
}
