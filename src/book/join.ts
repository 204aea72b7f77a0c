import type { CheckRow } from '../model/check.js'
import { toCheckRows } from '../model/check-rows.js'
import { type Claim, claimThat } from '../model/claim.js'
import type { Dataset } from '../model/dataset.js'
import { documentSchema } from '../model/document.js'
import { unnamed } from '../model/document-name.js'
import { figureSchema } from '../model/figure.js'
import { fitting } from '../model/fitting.js'
import type { Grid } from '../model/grid.js'
import { type Trouble, toIssueRows } from '../model/issue-row.js'
import { lineSchema } from '../model/line.js'
import { programmeSchema } from '../model/programme.js'
import type { Revise } from '../model/revision.js'
import { promisesOf } from './balance.js'
import { judged } from './doubts.js'
import type { Entry, Value } from './entry.js'
import { type Item, itemsOf } from './items.js'
import { toLine } from './lines.js'
import { ownProgramme, Programmes, toProgrammes } from './programmes.js'
import type { Reading } from './reading.js'
import { checkTroubles, doubtTroubles, unreadTroubles } from './troubles.js'
import { figuresOf, outcomesOf, unchecked } from './verdicts.js'

/** The data set of a document with what was read of it as a budget book, as people have corrected it: its other pages are in it
 * already. */
export const joinBook = (rest: Dataset, reading: Reading, revise: Revise, grids: readonly Grid[]): Dataset => {
  const programmes = new Programmes(rest.programmes.length)
  const { items, troubles } = revisedItems(itemsOf(reading, programmes), programmes, revise)
  const checks = checksOf(reading.entries, items, rest.checks.length)
  const published = publish(judgedItems(items, checks), checks, programmes)
  return joined(rest, {
    ...published,
    troubles: [...troubles, ...published.troubles, ...unreadTroubles(reading.unread)],
    fiscalYear: reading.fiscalYear,
    grids,
  })
}

/** The items as people decided, without those that they rejected. */
const revisedItems = (
  items: readonly Item[],
  programmes: Programmes,
  revise: Revise,
): { readonly items: readonly Item[]; readonly troubles: readonly Trouble[] } => {
  const { figures, troubles } = revise(
    items.map(({ figure }) => figure),
    (name, page) => ownProgramme(programmes.named(name, page)),
  )
  return { items: items.flatMap((item, i) => figuredBy(item, figures[i] ?? null)), troubles }
}

const figuredBy = (item: Item, figure: Item['figure'] | null): Item[] => {
  if (!figure) return []
  return [figure === item.figure ? item : { ...item, figure }]
}

/** What the book promises of the values that are left, numbered behind the checks that are there. */
const checksOf = (entries: readonly Entry[], items: readonly Item[], before: number): CheckRow[] => {
  const figures = new Map(items.map(({ figure }) => [figure.figure_id, figure]))
  const ids = new Map(items.map(({ value, figure }) => [value, figure.figure_id]))
  const amountOf = (id: string) => figures.get(id) ?? null
  return toCheckRows(claimsOf(entries, ids), amountOf, { documentId: unnamed, letter: 'k', before })
}

const claimsOf = (entries: readonly Entry[], ids: ReadonlyMap<Value, string>): Claim[] => {
  const idOf = (value: Value): string => ids.get(value) as string
  return promisesOf(entries.map((entry) => withValues(entry, ids))).map(({ rule, found, parts }) =>
    claimThat(
      rule,
      idOf(found),
      parts.map(({ value, sign }) => ({ figure: idOf(value), sign })),
    ),
  )
}

const withValues = (entry: Entry, ids: ReadonlyMap<Value, string>): Entry => {
  const values = entry.values.filter((value) => ids.has(value))
  return values.length === entry.values.length ? entry : { ...entry, values }
}

const judgedItems = (items: readonly Item[], checks: readonly CheckRow[]): Item[] => {
  const outcomes = outcomesOf(checks)
  return items.map((item) => ({ ...item, figure: judged(item, outcomes.get(item.figure.figure_id) ?? unchecked) }))
}

type Published = Pick<Dataset, 'figures' | 'programmes' | 'checks' | 'lines'> & {
  readonly troubles: readonly Trouble[]
}

/** The rows of a book that fit the published schemas, without those that name another one which does not. */
const publish = (items: readonly Item[], checks: readonly CheckRow[], programmes: Programmes): Published => {
  const figures = fitting(
    figureSchema,
    items.map(({ figure }) => figure),
    ({ figure_id }) => figure_id,
  )
  const ids = new Set(figures.rows.map(({ figure_id }) => figure_id))
  const kept = items.filter(({ figure }) => ids.has(figure.figure_id))
  const tree = fitting(programmeSchema, toProgrammes(programmes.nodes, kept), (row) => row.programme_row_id)
  const lines = fitting(lineSchema, kept.map(toLine), ({ line_id }) => line_id)
  return {
    figures: figures.rows,
    programmes: tree.rows,
    checks: checks.filter((check) => figuresOf(check).every((id) => ids.has(id))),
    lines: lines.rows,
    troubles: [
      ...doubtTroubles(kept),
      ...checkTroubles(kept, checks),
      ...figures.troubles,
      ...tree.troubles,
      ...lines.troubles,
    ],
  }
}

interface Own extends Published {
  readonly fiscalYear: number | null
  readonly grids: readonly Grid[]
}

const joined = (rest: Dataset, own: Own): Dataset => {
  const grids = [...rest.grids, ...own.grids].sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  const figures = [...rest.figures, ...own.figures].sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  const issues = [...rest.issues, ...toIssueRows(own.troubles, unnamed, rest.issues.length)]
  const facts = {
    document_type: 'budget_book',
    stage: own.lines.some(({ column }) => column === 'supplement') ? 'supplementary' : 'enacted',
    figures_total: figures.length,
    issues_total: issues.length,
    tables_total: grids.length,
    needs_review_total: figures.filter(({ needs_review }) => needs_review).length,
  }
  return {
    figures,
    programmes: [...rest.programmes, ...own.programmes],
    documents: rest.documents.map((document) =>
      documentSchema.parse({ ...document, ...facts, fiscal_year: own.fiscalYear ?? document.fiscal_year }),
    ),
    issues,
    checks: [...rest.checks, ...own.checks],
    lines: own.lines,
    grids,
  }
}
