import type { ErrorCode } from '../errors.js'
import type { Picture, Undrawn } from './picture.js'

/** What a drawing process is started with, as its one argument in JSON. */
export interface Order {
  /** Of the PDF. */
  readonly path: string
  /** The process that it works for. */
  readonly parent: number
  /** Of resident memory, beyond which it ends itself. */
  readonly mebibytes: number
}

/** What it says first: that the document is open, or why nothing of it can be drawn. Then it is sent one number of a page
 * after another and answers each. */
export type Opening = { readonly open: true } | { readonly code: ErrorCode; readonly message: string }

export interface Answer {
  readonly drawn: Picture | Undrawn
  /** Resident memory behind it, in MiB. */
  readonly mebibytes: number
}
