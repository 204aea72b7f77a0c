import type { Row } from '../model/row.js'
import type { Entry, Field } from '../regression/entry.js'
import type { DocumentReport } from '../regression/report.js'

const shown = ['page', 'programme', 'role', 'year', 'stage', 'yen', 'raw', 'flags'] as const satisfies readonly Field[]

/** What became of a document's figures, a row a figure: `changes.csv`. */
export const changeRowsOf = ({ document, added, removed, changed }: DocumentReport): Row[] => [
  ...changed.map(({ fields, before, after }) => rowOf(document, 'changed', fields.join(';'), before, after)),
  ...removed.map((before) => rowOf(document, 'removed', null, before, null)),
  ...added.map((after) => rowOf(document, 'added', null, null, after)),
]

const rowOf = (
  document_id: string,
  change: 'added' | 'removed' | 'changed',
  fields: string | null,
  before: Entry | null,
  after: Entry | null,
): Row => ({
  document_id,
  change,
  fields,
  ...Object.fromEntries(
    shown.flatMap((field) => [
      [`${field}_before`, before?.[field] || null],
      [`${field}_after`, after?.[field] || null],
    ]),
  ),
})

export const changeColumns: readonly string[] = [
  'document_id',
  'change',
  'fields',
  ...shown.flatMap((field) => [`${field}_before`, `${field}_after`]),
]
