import type { Dataset } from './model/dataset.js'
import type { DocumentRow } from './model/document.js'
import { type DocumentName, unnamed } from './model/document-name.js'

/** The data set of one document under the name that it has among others: all its ids begin with the id of the document. */
export const entitle = (dataset: Dataset, name: DocumentName): Dataset => {
  const { documentId: document_id } = name
  const id = (local: string): string => `${document_id}${local.slice(unnamed.length)}`
  const key = (local: string | null): string | null => (local === null ? null : id(local))
  return {
    figures: dataset.figures.map((row) => ({
      ...row,
      document_id,
      figure_id: id(row.figure_id),
      programme_row_id: key(row.programme_row_id),
      compares_figure_id: key(row.compares_figure_id),
      duplicate_of_figure_id: key(row.duplicate_of_figure_id),
    })),
    programmes: dataset.programmes.map((row) => ({
      ...row,
      document_id,
      programme_row_id: id(row.programme_row_id),
      parent_row_id: key(row.parent_row_id),
      headline_figure_id: key(row.headline_figure_id),
    })),
    documents: dataset.documents.map((row) => ({ ...row, document_id, ...facts(row, name) })),
    issues: dataset.issues.map((row) => ({
      ...row,
      document_id,
      issue_id: id(row.issue_id),
      figure_id: key(row.figure_id),
    })),
    checks: dataset.checks.map((row) => ({
      ...row,
      document_id,
      check_id: id(row.check_id),
      figure_id: key(row.figure_id),
      inputs:
        row.inputs
          ?.split(';')
          .map((input) => `${input.slice(0, 1)}${id(input.slice(1))}`)
          .join(';') ?? null,
    })),
    lines: dataset.lines.map((row) => ({ ...row, document_id, line_id: id(row.line_id) })),
    grids: dataset.grids.map((grid) => ({ ...grid, document_id })),
  }
}

type Facts = Pick<DocumentRow, 'file_name' | 'title' | 'title_source' | 'source_url' | 'landing_url' | 'retrieved_at'>

/** The publisher's own words for a document, the text of its link, come before those of its pages. */
const facts = ({ title, title_source }: Titled, { fileName, origin }: DocumentName): Facts => ({
  file_name: fileName,
  ...(origin?.linkText
    ? { title: origin.linkText, title_source: 'link' }
    : { title: title_source === 'file_name' ? fileName : title, title_source }),
  source_url: origin?.sourceUrl ?? null,
  landing_url: origin?.landingUrl ?? null,
  retrieved_at: origin?.retrievedAt ?? null,
})

type Titled = Pick<DocumentRow, 'title' | 'title_source'>
