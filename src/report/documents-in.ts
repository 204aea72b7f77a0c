import { readTables } from '../dataset-folder.js'
import type { DocumentRow } from '../model/document.js'
import { groupBy } from '../model/groups.js'
import { RowGroups } from '../row-groups.js'
import type { DocumentRows } from './to-review-data.js'

/** The rows of each document, one after another. Checks between documents stand behind all others in their table. */
export async function* documentsIn(folder: string, documents: readonly DocumentRow[]): AsyncGenerator<DocumentRows> {
  const { issues, checks } = await readTables(folder, ['issues', 'checks'])
  const [issuesOf, checksOf] = [groupBy(issues, keyOf), groupBy(checks, keyOf)]
  const figures = new RowGroups(folder, 'figures')
  const programmes = new RowGroups(folder, 'programmes')
  const lines = new RowGroups(folder, 'lines')
  for (const document of documents) {
    const id = document.document_id
    yield {
      document,
      figures: await figures.of(id),
      programmes: await programmes.of(id),
      lines: document.document_type === 'budget_book' ? await lines.of(id) : [],
      issues: issuesOf.get(id) ?? [],
      checks: checksOf.get(id) ?? [],
    }
  }
  figures.end()
  programmes.end()
  lines.end()
}

const keyOf = ({ document_id }: { readonly document_id: string }): string => document_id
