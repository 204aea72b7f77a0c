/** Where a downloaded document comes from. */
export interface Origin {
  readonly sourceUrl: string
  /** The release page that links it, when it was found on one. */
  readonly landingUrl: string | null
  /** The text of that link, or null when it has none. */
  readonly linkText: string | null
  /** When its bytes were first retrieved: ISO 8601 in UTC. */
  readonly retrievedAt: string | null
}

/** What a data set calls a document, which its bytes do not know. */
export interface DocumentName {
  readonly documentId: string
  /** Without folders. */
  readonly fileName: string
  /** Null for a local file. */
  readonly origin: Origin | null
}

/** Stands where the id of a document goes until it has a name in a data set. */
export const unnamed = '~'
