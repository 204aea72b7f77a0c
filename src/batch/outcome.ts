import type { Bytes } from '../failed-document.js'
import type { DocumentName } from '../model/document-name.js'
import type { Failure } from '../options.js'

/** What came of a document of the batch. */
export type Outcome =
  | { readonly name: DocumentName /** Where its result is. */; readonly result: string }
  | {
      readonly name: DocumentName
      readonly failure: Failure /** Null when there were none. */
      readonly bytes: Bytes | null
    }
