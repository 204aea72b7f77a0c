import { documentIssue } from './document-issue.js'
import type { Dataset } from './model/dataset.js'

/** Gives a function that the documents of a data set go through one after another, whole or in parts of which the last has the
 * row of the document: one with the same bytes as another before it gets an issue that names that one. */
export const copyNoter = (): ((dataset: Dataset) => Dataset) => {
  const firstOf = new Map<string, string>()
  return (dataset) => {
    const [document] = dataset.documents
    if (!document?.sha256 || document.status === 'failed') return dataset
    const first = firstOf.get(document.sha256)
    if (first === undefined) {
      firstOf.set(document.sha256, document.document_id)
      return dataset
    }
    const issue = documentIssue({
      documentId: document.document_id,
      before: document.issues_total,
      rule: 'duplicate_document',
      message: `The document has the same bytes as ${first}, so each of its figures stands twice in the data set.`,
      found: first,
    })
    const row = { ...document, issues_total: document.issues_total + 1 }
    return { ...dataset, documents: [row], issues: [...dataset.issues, issue] }
  }
}
