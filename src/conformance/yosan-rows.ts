import { columnsIn } from '../model/columns.js'
import { type Dataset, tables as schemas, type TableName } from '../model/dataset.js'
import type { Figure } from '../model/figure.js'
import { cellTypeOf } from './cells/index.js'
import { textOf } from './cells/native.js'
import type { Cell } from './field.js'
import type { Place, Problems } from './problems.js'
import type { Table } from './table.js'
import { rowsOf } from './table-rows.js'

/** The columns of our tables that are held against each other. */
const used = {
  figures: [
    'figure_id',
    'document_id',
    'programme_row_id',
    'programme',
    'raw',
    'amount_status',
    'yen',
    'precision_yen',
    'unit_printed',
    'sign_mark',
    'role',
    'fiscal_year',
    'stage',
    'supplementary_no',
    'part_of',
    'needs_review',
    'decided_by',
  ],
  programmes: ['programme_row_id', 'name', 'name_missing', 'amount_yen', 'previous_amount_yen', 'change_yen'],
  documents: ['document_id', 'figures_total', 'needs_review_total', 'issues_total'],
  issues: ['document_id'],
  checks: Object.keys(schemas.checks.shape) as (keyof Dataset['checks'][number])[],
  lines: ['line_id', 'document_id', 'yen', 'raw'],
} as const satisfies { readonly [Name in TableName]: readonly (keyof Dataset[Name][number])[] }

type Used<Name extends TableName> = Pick<
  Dataset[Name][number],
  (typeof used)[Name][number] & keyof Dataset[Name][number]
>

/** A row of one of our tables. */
export interface YosanRow<Name extends TableName> {
  readonly place: Place
  /** What its cells say, by column. */
  readonly cells: ReadonlyMap<string, string | number | boolean | null>
  /** Null where that does not fit our schema, which is told unless the row has a problem already. */
  readonly row: Used<Name> | null
}

/** The table of a package that is one of ours: it has its name and its columns. */
export const yosanTable = (tables: readonly Table[], name: TableName): Table | null => {
  const table = tables.find((one) => one.name === name)
  const fields = new Set(table?.schema?.fields.map((field) => field.name))
  return table && used[name].every((column) => fields.has(column)) ? table : null
}

/** Reads the rows of one of our tables as they come. */
export async function* yosanRows<Name extends TableName>(
  table: Table,
  name: Name,
  { report, isTold }: Problems,
): AsyncGenerator<YosanRow<Name>> {
  const names: readonly string[] = used[name]
  const columns = columnsIn(name).filter((column) => names.includes(column.name))
  const readers = columns.map((column) => ({ ...column, read: cellTypeOf(column).read }))
  const schema = schemaOf(name)
  let places = placesOf(table.schema?.fields.map((field) => field.name) ?? [])
  for await (const { file, row, cells, isHeader } of rowsOf(table)) {
    if (isHeader) places = placesOf(cells.map(String))
    if (isHeader || cells.length < places.size) continue
    const values = new Map(
      readers.map((column) => [column.name, readCell(cells[places.get(column.name) ?? -1], column)]),
    )
    const fitting = schema.safeParse(Object.fromEntries(values))
    const field = String(fitting.error?.issues[0]?.path[0] ?? '')
    if (!fitting.success && !isTold(file, row))
      report('not_a_yosan_row', { file, row, field }, { found: String(values.get(field) ?? '') })
    const place = { file, row, field: null }
    yield { place, cells: values, row: fitting.success ? (fitting.data as unknown as Used<Name>) : null }
  }
}

/** The schema of the columns that are used. */
const schemaOf = (name: TableName) => {
  // Whichever table it is: the types of the others say the same of picking.
  const schema = schemas[name] as typeof schemas.figures
  return schema.pick(Object.fromEntries(used[name].map((column) => [column, true])) as Record<keyof Figure, true>)
}

const placesOf = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, i) => [name, i]))

interface Column {
  readonly type: string
  readonly isNullable: boolean
  readonly read: (text: string) => string | null
}

/** The value of a cell of our dialect, where nulls are empty. What is not of its type stays a text. */
const readCell = (cell: Cell, { type, isNullable, read }: Column): string | number | boolean | null => {
  const text = cell === null || cell === undefined ? '' : textOf(cell)
  if (text === '' && (isNullable || cell === null)) return null
  const value = type === 'integer' || type === 'boolean' ? read(text) : null
  if (value === null) return text
  return type === 'integer' ? Number(value) : value === 'true'
}
