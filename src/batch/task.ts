import type { ErrorCode } from '../errors.js'
import type { Correction } from '../model/correction.js'
import type { DocumentKind, PageRange } from '../options.js'
import type { Limits } from './limits.js'
import type { Result, ResultPlace } from './results.js'

/** What a worker is told to do. */
export interface Task {
  readonly path: string
  /** The folder of the data set, to speak of. */
  readonly folder: string
  /** The bytes that the result is kept for. */
  readonly sha256: string
  readonly pages: PageRange | null
  readonly as: DocumentKind | null
  /** Those of the document. */
  readonly corrections: readonly Correction[]
  readonly result: ResultPlace
  readonly limits: Limits
}

/** What a worker says of it, once the result is on disk. */
export type Answer =
  | {
      readonly result: Result
      /** Whether it is on disk: what is wrong with a file at the moment is not kept for its bytes. */
      readonly isKept: boolean
      /** The number of its process. */
      readonly worker: number
      /** Resident memory in MiB. */
      readonly memory: number
    }
  /** Trouble that no other document would be spared, such as a full disk. */
  | { readonly stop: { readonly code: ErrorCode; readonly message: string } }
