import type { Entry } from '../entries.js'
import { type ColumnGroup, columnGroupsOf } from './column-groups.js'
import { columnsOf, type PrintedColumn } from './column-kinds.js'
import { bracketNoteIn } from './column-meanings.js'
import { facingRows } from './facing.js'
import { type Band, bandsOf } from './head-rows.js'
import { printedTables } from './printed.js'
import { carriedInto, type PrintedRow, rowsOf } from './rows.js'
import { captionUnits, columnUnitsOf, type FoundUnit } from './units.js'

/** A band with its columns, rows and units: all that the print says before years and stages are known. */
export interface ReadBand {
  readonly band: Band
  readonly columns: readonly PrintedColumn[]
  /** Runs of columns, each with the rows as its own names name them. */
  readonly groups: readonly RowGroup[]
  readonly units: readonly (FoundUnit | null)[]
  /** Index of the band that this one carries on: its heads hold here, or are printed again; null for all others. */
  readonly continues: number | null
  /** What a note on its page says of amounts in brackets, or null. */
  readonly bracketNote: string | null
  /** The last heading above it, on its page or one before. */
  readonly heading: Entry | null
}

/** A run of columns and its rows, one for each printed row of the band. */
export interface RowGroup extends ColumnGroup {
  readonly rows: readonly PrintedRow[]
}

/** How many points the edges of a column that carries on may be off. */
const SLACK = 15

/** All bands of a document. A table without heads under or behind another one carries on with that one's heads where its
 * columns of numbers stand under them. */
export const readBands = (entries: readonly Entry[]): ReadBand[] => {
  const captions = captionUnits(entries)
  const notes = bracketNotes(entries)
  const read: ReadBand[] = []
  for (const band of printedTables(entries).flatMap(bandsOf)) {
    const own = columnsOf(band)
    const headed = isHeadless(band) ? carriedFrom(band, own, read) : null
    const before = headed === null ? null : (read[headed] as ReadBand)
    const continues = headed ?? printedAgain(band, own, read)
    const again = before === null && continues !== null ? (read[continues] as ReadBand) : null
    const sources = before ? own.map((_, column) => columnUnder(band, column, before)) : []
    const columns = before ? own.map((column, i) => inherit(column, before.columns[sources[i] ?? -1])) : own
    const ownUnits = columnUnitsOf(band)
    const caption = captions.of(band)
    const shared = sharedUnit(ownUnits)
    const units = columns.map(
      (_, i) =>
        ownUnits[i] ??
        (before ? (before.units[sources[i] ?? -1] ?? null) : null) ??
        caption ??
        again?.units[i] ??
        shared ??
        captions.document(),
    )
    const groups = columnGroupsOf(band, columns).map((group, i) => ({
      ...group,
      rows: carriedInto(
        facingRows(band, group, rowsOf(band, columns, group), read),
        (continues === null ? null : read[continues]?.groups[i]?.rows) ?? [],
      ),
    }))
    read.push({
      band,
      columns,
      groups,
      units,
      continues,
      heading: headingOf(band) ?? read.at(-1)?.heading ?? null,
      bracketNote: notes.get(band.table.page) ?? null,
    })
  }
  return read
}

/** Of each page, what its notes say of amounts in brackets. */
const bracketNotes = (entries: readonly Entry[]): ReadonlyMap<number, string> =>
  new Map(
    entries.flatMap(({ page, text }) => {
      const note = text.clean.cell === null ? bracketNoteIn(text.clean.text) : null
      return note === null ? [] : [[page.page, note] as const]
    }),
  )

const headingOf = ({ table }: Band): Entry | null =>
  table.above.findLast(
    ({ heading, text }) =>
      heading !== null && heading.kind !== 'empty' && text.findings.every(({ kind }) => kind !== 'unit'),
  ) ?? null

/** The one unit that the heads of a table print holds for its columns that print none: 事業費（千円）, then 財源内訳. */
const sharedUnit = (units: readonly (FoundUnit | null)[]): FoundUnit | null => {
  const printed = units.flatMap((unit) => unit ?? [])
  return new Set(printed.map(({ unit }) => unit)).size === 1 ? (printed[0] ?? null) : null
}

/** The last table of the page before, where the first one of this page prints its heads again. */
const printedAgain = (band: Band, columns: readonly PrintedColumn[], read: readonly ReadBand[]): number | null => {
  const last = read.at(-1)
  const isNext =
    last &&
    last.band.table.page + 1 === band.table.page &&
    last.columns.length === columns.length &&
    last.groups[0]?.rows.at(-1)?.total !== 'total' &&
    (headingOf(band) ?? last.heading)?.text.clean.text === last.heading?.text.clean.text
  return isNext && columns.every(({ path }, i) => path.join('|') === last.columns[i]?.path.join('|'))
    ? read.length - 1
    : null
}

const isHeadless = ({ head, body }: Band): boolean => head === body

/** The last band on the same page or the one before under whose columns all columns of numbers stand. */
const carriedFrom = (band: Band, columns: readonly PrintedColumn[], read: readonly ReadBand[]): number | null => {
  const money = columns.flatMap(({ kind }, i) => (kind === 'money' || kind === 'percent' ? [i] : []))
  for (let i = read.length - 1; i >= 0; i--) {
    const before = read[i] as ReadBand
    if (band.table.page - before.band.table.page > 1) return null
    if (before.columns.every(({ heads }) => heads.length === 0)) continue
    if (money.length > 0 && money.every((column) => columnUnder(band, column, before) >= 0)) return i
  }
  return null
}

/** The column of another band that stands over a column of this one, or -1. */
const columnUnder = ({ table }: Band, column: number, { band }: ReadBand): number => {
  const [from, to] = table.edges[column] ?? [0, 0]
  let best = -1
  let least = SLACK
  band.table.edges.forEach(([x0, x1], i) => {
    const off = Math.max(Math.abs(x0 - from), Math.abs(x1 - to))
    if (x1 > x0 && off < least) [best, least] = [i, off]
  })
  return best
}

/** The heads above hold, and so does the kind, unless the column above is empty. */
const inherit = (own: PrintedColumn, above: PrintedColumn | undefined): PrintedColumn =>
  above ? { ...own, heads: above.heads, path: above.path, kind: above.filled === 0 ? own.kind : above.kind } : own
