import { unionOf } from '../../model/place.js'
import type { Table, TableColumn, TableRow } from '../../model/table.js'
import type { ReadBand } from './bands.js'
import { captionCells } from './head-rows.js'
import type { PrintedCell } from './printed.js'
import { nameIn } from './rows.js'
import type { ColumnTerm } from './terms.js'

/** The bands as tables of the assembly, in the same order. */
export const tablesOf = (bands: readonly ReadBand[], terms: readonly (readonly (ColumnTerm | null)[])[]): Table[] => {
  const onPage = new Map<number, number>()
  return bands.map((read, i) => {
    const { page } = read.band.table
    const number = (onPage.get(page) ?? 0) + 1
    onPage.set(page, number)
    return tableOf(read, terms[i] ?? [], number)
  })
}

const tableOf = (read: ReadBand, terms: readonly (ColumnTerm | null)[], number: number): Table => {
  const { table, top, body, end } = read.band
  const cells = table.cells.filter(({ row }) => row >= top && row < end)
  const texts = Array.from({ length: end - top }, () => Array.from({ length: table.columns }, () => ''))
  for (const cell of cells) (texts[cell.row - top] as string[])[cell.column] = cell.entry.text.clean.text
  return {
    page: table.page,
    number,
    box: unionOf(cells.map(({ entry }) => entry.text.clean.box)),
    caption: captionOf(read),
    columns: read.columns.map((column, i): TableColumn => columnOf(read, i, column.path, terms[i] ?? null)),
    rows: [
      ...headRows(read),
      ...(read.groups[0]?.rows ?? []).map(
        (row): TableRow => ({
          kind: 'body',
          name: row.name,
          numbering: row.numbering,
          parent: row.parent === null ? null : row.parent + body - top,
          groups: [...row.outer, ...row.groups],
          total: row.total,
        }),
      ),
    ],
    texts,
    continues: read.continues,
  }
}

/** The row over the whole width, else the heading above the table. */
const captionOf = ({ band }: ReadBand): string | null =>
  captionCells(band)[0]?.entry.text.clean.text ??
  band.table.above.findLast(({ heading }) => heading !== null && heading.kind !== 'empty')?.text.clean.text ??
  null

const columnOf = (read: ReadBand, at: number, path: readonly string[], term: ColumnTerm | null): TableColumn => ({
  path,
  kind: read.columns[at]?.kind ?? 'text',
  role: term?.role ?? null,
  fiscalYear: term?.term.year ?? null,
  stage: term?.role === 'budget' || term?.role === 'comparison' ? term.term.stage : null,
  unit: term === null ? null : (read.units[at]?.unit ?? null),
  isPart: term?.isPart ?? false,
  group: Math.max(
    0,
    read.groups.findIndex(({ from, to }) => at >= from && at < to),
  ),
})

const headRows = ({ band: { table, top, body } }: ReadBand): TableRow[] =>
  Array.from({ length: body - top }, (_, i) => {
    const first = table.cells.find((cell: PrintedCell) => cell.row === top + i)
    return {
      kind: 'head',
      name: first ? nameIn(first).name : '',
      numbering: null,
      parent: null,
      groups: [],
      total: 'none',
    }
  })
