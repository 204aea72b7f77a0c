import { documentIssue } from './document-issue.js'
import type { Dataset } from './model/dataset.js'
import { type DocumentName, unnamed } from './model/document-name.js'
import type { Failure } from './options.js'
import { rulesVersion, toolVersion } from './version.js'

/** What is known of the bytes of a document that could not be read. */
export interface Bytes {
  readonly sha256: string
  readonly bytes: number
}

/** The data set of a document of which nothing could be read: its row and the issue that says why. */
export const failedDocument = (
  { message, code }: Pick<Failure, 'message' | 'code'>,
  { fileName }: Pick<DocumentName, 'fileName'>,
  bytes: Bytes | null,
): Dataset => ({
  figures: [],
  programmes: [],
  documents: [
    {
      document_id: unnamed,
      file_name: fileName,
      title: fileName,
      title_source: 'file_name',
      document_type: null,
      fiscal_year: null,
      stage: null,
      source_url: null,
      landing_url: null,
      retrieved_at: null,
      sha256: bytes?.sha256 ?? null,
      bytes: bytes?.bytes ?? null,
      page_count: null,
      pages_read: null,
      pages_unreadable: null,
      text_source: null,
      figures_total: 0,
      issues_total: 1,
      tables_total: 0,
      needs_review_total: 0,
      status: 'failed',
      tool_version: toolVersion,
      rules_version: rulesVersion,
    },
  ],
  issues: [documentIssue({ documentId: unnamed, before: 0, rule: 'document_failed', message, found: code })],
  checks: [],
  lines: [],
  grids: [],
})
