import type { Amount } from '../model/claim.js'
import type { TableName } from '../model/dataset.js'
import type { Figure } from '../model/figure.js'
import type { Programme } from '../model/programme.js'
import { isAsPrinted, isNamedAs } from '../regression/integrity.js'
import { type Arithmetic, figuresOfChecks, reckonChecks } from './arithmetic.js'
import type { Place, Problems } from './problems.js'
import type { Table } from './table.js'
import { type YosanRow, yosanRows, yosanTable } from './yosan-rows.js'

/** Holds our tables against each other, where a package has them, and reckons its checks again. Reads them row by row; memory
 * grows with the figures that checks name, the programmes and the documents. Null when there is nothing to reckon. */
export const checkYosanTables = async (tables: readonly Table[], problems: Problems): Promise<Arithmetic | null> => {
  const of = (name: TableName) => yosanTable(tables, name)
  const [figures, checks, issues] = [of('figures'), of('checks'), of('issues')]
  const programmes = await namesOf(of('programmes'), problems)
  const needed = checks && figures ? await figuresOfChecks(checks, problems) : new Set<string>()
  const read = figures && (await readFigures(figures, { needed, programmes }, problems))
  const counts: Counts = {
    figures_total: read?.count ?? null,
    needs_review_total: read?.review ?? null,
    issues_total: issues && (await countByDocument(issues, 'issues', problems)),
  }
  await checkTotals(of('documents'), counts, problems)
  return checks && read ? reckonChecks(checks, read.amounts, problems) : null
}

type Names = ReadonlyMap<string, Pick<Programme, 'name' | 'name_missing'>>

/** The names of programmes; null where there is no table of them. */
const namesOf = async (programmes: Table | null, problems: Problems): Promise<Names | null> => {
  if (!programmes) return null
  const names = new Map<string, Pick<Programme, 'name' | 'name_missing'>>()
  for await (const { row, place } of yosanRows(programmes, 'programmes', problems)) {
    if (!row) continue
    const { programme_row_id, name, name_missing, change_yen } = row
    names.set(programme_row_id, { name, name_missing })
    const expected = changeOf(row)
    if (change_yen !== expected)
      problems.report(
        'change_yen',
        { ...place, field: 'change_yen' },
        { found: String(change_yen ?? ''), expected: String(expected ?? '') },
      )
  }
  return names
}

const changeOf = ({
  amount_yen,
  previous_amount_yen,
}: Pick<Programme, 'amount_yen' | 'previous_amount_yen'>): number | null =>
  amount_yen === null || previous_amount_yen === null ? null : amount_yen - previous_amount_yen

interface Wanted {
  /** Ids of figures whose amounts are kept. */
  readonly needed: ReadonlySet<string>
  readonly programmes: Names | null
}

type Count = ReadonlyMap<string, number>

interface Read {
  readonly amounts: ReadonlyMap<string, Amount>
  /** By document. */
  readonly count: Count
  readonly review: Count
}

const readFigures = async (figures: Table, { needed, programmes }: Wanted, problems: Problems): Promise<Read> => {
  const amounts = new Map<string, Amount>()
  const [count, review] = [new Map<string, number>(), new Map<string, number>()]
  for await (const { row, cells, place } of yosanRows(figures, 'figures', problems)) {
    add(count, cells.get('document_id'))
    if (cells.get('needs_review') === true) add(review, cells.get('document_id'))
    if (!row) continue
    if (needed.has(row.figure_id)) amounts.set(row.figure_id, amountOf(row))
    for (const test of figureTests) test(row, place, programmes, problems)
  }
  return { amounts, count, review }
}

type FigureRow = NonNullable<YosanRow<'figures'>['row']>

/** Not the row itself, which would be kept whole. */
const amountOf = (row: FigureRow): Amount => {
  const { yen, precision_yen, role, fiscal_year, stage, supplementary_no, programme_row_id, part_of } = row
  return { yen, precision_yen, role, fiscal_year, stage, supplementary_no, programme_row_id, part_of }
}

type FigureTest = (row: FigureRow, place: Place, programmes: Names | null, problems: Problems) => void

/** Statuses of amounts without a value, and of those with one. */
const unvalued: ReadonlySet<Figure['amount_status']> = new Set(['unpriced', 'dash', 'blank', 'unreadable'])

const figureTests: readonly FigureTest[] = [
  (row, place, programmes, { report }) => {
    if (programmes && !isNamedAs(row, programmes.get(row.programme_row_id ?? '')))
      report(
        'programme_name',
        { ...place, field: 'programme' },
        { found: row.programme, expected: expectedName(row, programmes) },
      )
  },
  (row, place, _, { report }) => {
    if (!isAsPrinted(row))
      report(
        'printed_value',
        { ...place, field: 'yen' },
        { found: String(row.yen), expected: `${row.raw} (${row.unit_printed})` },
      )
  },
  (row, place, _, { report }) => {
    if ((row.yen === null) !== unvalued.has(row.amount_status))
      report(
        'status_explains',
        { ...place, field: 'amount_status' },
        { found: `${row.amount_status}, ${row.yen ?? 'no'} yen` },
      )
  },
]

const expectedName = ({ programme_row_id }: FigureRow, programmes: Names): string | null => {
  const row = programmes.get(programme_row_id ?? '')
  return row && !row.name_missing ? row.name : null
}

const countByDocument = async (table: Table, name: TableName, problems: Problems): Promise<Count> => {
  const count = new Map<string, number>()
  for await (const { cells } of yosanRows(table, name, problems)) add(count, cells.get('document_id'))
  return count
}

const add = (count: Map<string, number>, document: unknown): void => {
  if (typeof document === 'string') count.set(document, (count.get(document) ?? 0) + 1)
}

type Total = 'figures_total' | 'needs_review_total' | 'issues_total'

type Counts = Readonly<Record<Total, Count | null>>

/** Totals are rules of their own names. */
const totals: readonly Total[] = ['figures_total', 'needs_review_total', 'issues_total']

const checkTotals = async (documents: Table | null, counts: Counts, problems: Problems): Promise<void> => {
  if (!documents) return
  for await (const { row, place } of yosanRows(documents, 'documents', problems)) {
    if (!row) continue
    for (const total of totals) {
      const [found, expected] = [row[total], counts[total]?.get(row.document_id) ?? 0]
      if (counts[total] && found !== expected)
        problems.report(total, { ...place, field: total }, { found: String(found), expected: String(expected) })
    }
  }
}
