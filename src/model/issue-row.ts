import { z } from 'zod'
import { issueRules } from './issue-rules.js'
import { severity } from './vocabulary.js'

/** Trouble met in a document: a row of `issues`. */
export const issueRowSchema = z.strictObject({
  issue_id: z.string().min(1).describe('Identifier of the issue in its document.'),
  document_id: z.string().min(1).describe('The document with the trouble, a key of `documents`.'),
  figure_id: z.string().nullable().describe('The figure that it is about, a key of `figures`.'),
  rule: z
    .string()
    .refine((id) => Object.hasOwn(issueRules, id), 'is no issue rule')
    .describe('Id of the issue rule.'),
  severity: severity.describe('`error`: data is missing or wrong; `warning`: look at it; `info`: good to know.'),
  page: z.int().positive().nullable().describe('Physical page, from 1.'),
  line: z.int().positive().nullable().describe('Line from 1, counted as in `figures`.'),
  boxes: z.string().nullable().describe('Place on the page, written as in `figures`.'),
  message: z.string().min(1).describe('What is wrong, in one sentence.'),
  found: z.string().nullable().describe('What the document prints.'),
  expected: z.string().nullable().describe('What would have agreed.'),
})

export type IssueRow = Readonly<z.infer<typeof issueRowSchema>>

/** An issue without the ids that count the issues of a document. */
export type Trouble = Omit<IssueRow, 'issue_id' | 'document_id'>

/** Rows for the troubles of a document, numbered behind those that it has. */
export const toIssueRows = (troubles: readonly Trouble[], documentId: string, before = 0): IssueRow[] =>
  troubles.map((trouble, i) => ({
    issue_id: `${documentId}-i${String(before + i + 1).padStart(4, '0')}`,
    document_id: documentId,
    ...trouble,
  }))
