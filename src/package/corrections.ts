import { areApplied, type Traces } from '../corrections/applied.js'
import { correctionsIn } from '../corrections/folder.js'
import { inOrder } from '../corrections/order.js'
import { YosanError } from '../errors.js'
import type { Correction } from '../model/correction.js'
import { isCorrectionOf } from '../model/correction-identity.js'
import type { Dataset, TableName } from '../model/dataset.js'
import type { DocumentRow } from '../model/document.js'
import { reviewOf } from '../model/review.js'

/** What people decided about figures of the documents of a data set, or of a package that was made of one.
 * @throws YosanError when the file of it is not what it should be */
export const correctionsOf = async (
  folder: string,
  documents: readonly DocumentRow[],
): Promise<readonly Correction[]> => {
  const all = await correctionsIn(folder)
  return inOrder(all.filter((correction) => documents.some((document) => isCorrectionOf(correction, document))))
}

interface Kept {
  readonly figures: Dataset['figures'][number][]
  readonly issues: Dataset['issues'][number][]
  from: number
  to: number
}

/** Looks at the rows of a data set for what corrections have left there. */
export class TraceFinder {
  private readonly documents: DocumentRow[] = []
  private readonly kept = new Map<string, Kept>()

  add<Name extends TableName>(table: Name, rows: Dataset[Name]): void {
    const { figures = [], documents = [], issues = [] }: Partial<Dataset> = { [table]: rows }
    for (const document of documents) this.documents.push(document)
    for (const figure of figures) {
      const kept = this.keptOf(figure.document_id, figure.page)
      if (reviewOf(figure)) kept.figures.push(figure)
    }
    for (const issue of issues) {
      const kept = this.keptOf(issue.document_id, issue.page)
      if (issue.rule === 'figure_rejected' || issue.rule === 'correction_unmatched') kept.issues.push(issue)
    }
  }

  /** @throws YosanError when the data set was made with other corrections than these */
  compare(corrections: readonly Correction[]): void {
    for (const document of this.documents) {
      const own = corrections.filter((correction) => isCorrectionOf(correction, document))
      // Of a document that could not be read nothing tells.
      if (document.status === 'failed' || areApplied(own, document.sha256, this.tracesOf(document))) continue
      throw new YosanError(
        'bad_value',
        `corrections.csv has changed since the data set was made (${document.document_id}): run yosan extract again.`,
      )
    }
  }

  private keptOf(document: string, page: number | null): Kept {
    const kept = this.kept.get(document) ?? { figures: [], issues: [], from: Number.POSITIVE_INFINITY, to: 0 }
    this.kept.set(document, kept)
    if (page !== null) kept.from = Math.min(kept.from, page)
    if (page !== null) kept.to = Math.max(kept.to, page)
    return kept
  }

  /** Of a document that was read in part, pages between two that have rows were read. */
  private tracesOf({ document_id, page_count, pages_read }: DocumentRow): Traces {
    const { figures, issues, from, to } = this.keptOf(document_id, null)
    const isWhole = page_count === null || pages_read === page_count
    return { figures, issues, pages: isWhole ? null : { from, to } }
  }
}
