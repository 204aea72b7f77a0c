import { z } from 'zod'
import { stage } from './vocabulary.js'

const count = z.int().nonnegative()

/** One input file: a row of `documents`. */
export const documentSchema = z.strictObject({
  document_id: z.string().min(1).describe('Identifier made from the name of the file.'),
  file_name: z.string().min(1).describe('Name of the file without its folder.'),
  title: z.string().describe('Title of the document; `title_source` says where it is from.'),
  title_source: z
    .enum(['link', 'printed', 'metadata', 'file_name'])
    .describe('Where the title is from: the text of the link to the document, else its pages, its metadata, its name.'),
  document_type: z
    .enum(['budget_book'])
    .nullable()
    .describe('`budget_book` for a budget book (予算書), whose money `lines` holds too; null for all other documents.'),
  fiscal_year: z.int().min(1868).max(2100).nullable().describe('Fiscal year that the document is about.'),
  stage: stage.nullable().describe('Stage of the budget that the document is about.'),
  source_url: z.string().nullable().describe('Address that the document was downloaded from; null for local files.'),
  landing_url: z.string().nullable().describe('Address of the release page that links it.'),
  retrieved_at: z.iso.datetime().nullable().describe('When these bytes were downloaded first, in UTC.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('SHA-256 of the bytes that were read; null when there were none to read.'),
  bytes: count.nullable().describe('Size of the file in bytes.'),
  page_count: count.nullable().describe('Pages of the file; null for text input.'),
  pages_read: count.nullable().describe('Pages that were read, with `--pages` fewer than the file has.'),
  pages_unreadable: z
    .string()
    .regex(/^\d+(;\d+)*$/)
    .nullable()
    .describe('Physical pages that could not be read, joined by `;`.'),
  text_source: z
    .enum(['text_layer', 'text'])
    .nullable()
    .describe('Where the text comes from: a PDF’s text layer or a text file; null when nothing was read.'),
  figures_total: count.describe('Number of its rows in `figures`.'),
  issues_total: count.describe('Number of its rows in `issues`.'),
  tables_total: count.describe('Number of printed tables that were read cell by cell.'),
  needs_review_total: count.describe('Number of its figures that ask for review.'),
  status: z
    .enum(['complete', 'partial', 'failed'])
    .describe('`partial` when some page could not be read, `failed` when nothing could: `issues` says why.'),
  tool_version: z.string().describe('Version of yosan.'),
  rules_version: z.string().describe('Version of the rules that decided; equal versions give equal results.'),
})

export type DocumentRow = Readonly<z.infer<typeof documentSchema>>
