import { YosanError } from '../errors.js'
import { plural } from '../plural.js'
import { type FieldDescriptor, namesOf } from './descriptor.js'
import { type Cell, compileField, type Field } from './field.js'
import { matchHeader } from './header.js'
import type { Keys, Values } from './keys.js'
import type { ProblemId } from './problem-rules.js'
import { type Place, pointer, type Report } from './problems.js'
import type { Table } from './table.js'
import { rowsOf, type TableRow } from './table-rows.js'

/** Reads a table to its end and tells what is wrong in it. Returns how many rows it has below the header; null when they could
 * not be held against the schema, which is told. */
export const checkRows = async (table: Table, keys: Keys, report: Report): Promise<number | null> => {
  const columns = await readTable(table, keys, report)
  if (columns === 'unreadable') return null
  if (columns === 'empty' && isHeaderDue(table)) {
    report('header_missing', { file: table.parts[0]?.file ?? '', row: null, field: null })
    return null
  }
  keys.close(table)
  return columns === 'empty' ? 0 : columns
}

/** The number of rows. */
const readTable = async (table: Table, keys: Keys, report: Report): Promise<number | 'empty' | 'unreadable'> => {
  let checker: Checker | null = null
  let count = 0
  let last: TableRow | null = null
  try {
    for await (const row of rowsOf(table, (file) => report('byte_order_mark', { file, row: null, field: null }))) {
      last = row
      checker ??= checkerOf(table, row, keys, report)
      if (!checker) return 'unreadable'
      if (row.isHeader) continue
      count += 1
      checker.take(row)
    }
  } catch (error) {
    tellUnreadable(error, last ?? { file: table.parts[0]?.file ?? '', row: 0 }, report)
    return 'unreadable'
  }
  checker?.flush()
  return checker ? count : 'empty'
}

/** A list without items has no header to miss. */
const isHeaderDue = ({ dialect, parts }: Table): boolean =>
  dialect.header !== false && !parts.every(({ isKeyed }) => isKeyed)

const tellUnreadable = (error: unknown, { file, row }: Pick<TableRow, 'file' | 'row'>, report: Report): void => {
  if (!(error instanceof YosanError)) throw error
  const rule = error.code === 'undecodable_text' ? 'undecodable_text' : 'malformed_table'
  report(
    rule,
    { file, row: null, field: null },
    { message: `${error.message} ${plural(row, 'row')} of it could be read.` },
  )
}

/** Takes the rows of a table that its header names the columns of. */
interface Checker {
  readonly take: (row: TableRow) => void
  readonly flush: () => void
}

/** What checks rows with the columns of the first one; null when they are not those of the schema, which is told. */
const checkerOf = (table: Table, first: TableRow, keys: Keys, report: Report): Checker | null => {
  const { isHeader, cells, isKeyed, file, row } = first
  const header = isHeader ? cells.map(String) : null
  const described = table.schema?.fields ?? fieldsOf(header ?? [])
  const schema = table.schema ?? { fields: described }
  const { fields: columns, expected } = header ? matchHeader(header, schema, isKeyed) : byPlace(cells, described)
  if (expected !== null) {
    report('header_differs', { file, row, field: null }, { found: cells.map(String).join(', '), expected })
    return null
  }
  const fields = described.map((field, i) => compile(field, i, table, report))
  const takeKeys = keys.takerOf(
    table,
    described.map(({ name }) => name),
  )
  const takePrimary = primaryOf(table, fields, report)
  return {
    take: (row) => {
      const fault = faultOf(row.cells, columns.length)
      if (fault) {
        report(fault.rule, { file: row.file, row: row.row, field: null }, fault)
        return
      }
      const values = readCells(row, columns, fields)
      takePrimary(values, row)
      takeKeys(values, row)
    },
    flush: () => {
      for (const field of fields) field.flush()
    },
  }
}

/** Columns without a schema are of any type. */
const fieldsOf = (names: readonly string[]): readonly FieldDescriptor[] => names.map((name) => ({ name }))

const byPlace = (cells: readonly Cell[], fields: readonly FieldDescriptor[]) => ({
  fields: (fields.length > 0 ? fields : cells).map((_, i) => (i < fields.length ? i : -1)),
  expected: null,
})

const compile = (field: FieldDescriptor, i: number, { schema, schemaAt, dialect }: Table, report: Report): Field =>
  compileField(field, {
    missingValues: schema?.missingValues,
    nullSequence: dialect.nullSequence,
    at: { file: schemaAt.file, pointer: schemaAt.pointer + pointer('fields', i) },
    report,
  })

interface RowFault {
  readonly rule: ProblemId
  readonly found: string
  readonly expected: string
}

/** What keeps a row from being read, for it would only look like other faults. A blank line is a row of one column without a
 * value. */
const faultOf = (cells: readonly Cell[], columns: number): RowFault | null => {
  if (columns === 1 && cells.length === 0) return null
  const counts = { found: `${cells.length} cells`, expected: `${columns} cells` }
  if (cells.length !== 1 || columns !== 1)
    if (cells.every((cell) => cell === '' || cell === null)) return { rule: 'blank_row', ...counts }
  if (cells.length === columns) return null
  return { rule: cells.length < columns ? 'too_few_cells' : 'too_many_cells', ...counts }
}

/** Reads the cells into the order of the fields. */
const readCells = ({ file, row, cells }: TableRow, columns: readonly number[], fields: readonly Field[]): Values => {
  const values: (string | null | undefined)[] = fields.map(() => null)
  for (const [column, i] of columns.entries()) {
    const field = fields[i]
    if (field)
      values[i] = field.read(cells[column] ?? (column < cells.length ? null : ''), { file, row, field: field.name })
  }
  return values
}

/** What tells that a part of a primary key is missing, where the field itself does not. */
const primaryOf = ({ schema }: Table, fields: readonly Field[], report: Report) => {
  const names = namesOf(schema?.primaryKey ?? [])
  const parts = fields.flatMap(({ name, isRequired }, i) => (names.includes(name) && !isRequired ? [{ name, i }] : []))
  return (values: Values, { file, row }: Pick<Place, 'file' | 'row'>): void => {
    for (const { name, i } of parts) if (values[i] === null) report('primary_key_null', { file, row, field: name })
  }
}
