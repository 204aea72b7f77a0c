interface OfDocument {
  readonly document_id: string
}

/** All rows of a document. */
export interface DocumentRows<Row> {
  readonly document: string
  readonly rows: readonly Row[]
}

/** Rows that come in batches, again by document: tables hold one document after another. */
export async function* byDocument<Row extends OfDocument>(
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<DocumentRows<Row>> {
  let document: string | null = null
  let rows: Row[] = []
  for await (const batch of batches)
    for (const row of batch) {
      if (document !== null && row.document_id !== document) {
        yield { document, rows }
        rows = []
      }
      document = row.document_id
      rows.push(row)
    }
  if (document !== null) yield { document, rows }
}
