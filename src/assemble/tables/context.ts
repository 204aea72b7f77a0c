import type { Flag } from '../../model/finding.js'
import type { CellPlace } from '../../model/text.js'
import type { Entry } from '../entries.js'
import { classify, tidyName } from '../names.js'

/** What a table says of a cell that is not read as a cell of values: the names and the remarks of its row. */
export interface CellContext {
  /** Row path: nearest name last. */
  readonly names: readonly string[]
  /** Remarks in other cells of the row: 新規, 一部再掲, ※推計額含む. */
  readonly flags: readonly Flag[]
}

interface CellEntry extends Entry {
  readonly cell: CellPlace
  /** The entry as the rest of assemble knows it. */
  readonly original: Entry
}

/** The context of each table cell that holds an amount. */
export const cellContextsOf = (entries: readonly Entry[]): ReadonlyMap<Entry, CellContext> => {
  const contexts = new Map<Entry, CellContext>()
  for (const table of tablesOf(entries))
    for (const entry of table) if (entry.mentions.length > 0) contexts.set(entry.original, contextOf(entry, table))
  return contexts
}

const tablesOf = (entries: readonly Entry[]): CellEntry[][] => {
  const tables = new Map<string, CellEntry[]>()
  for (const entry of entries) {
    const { cell, block, page } = entry.text.clean
    if (cell === null) continue
    const table = tables.get(`${page}|${block}`) ?? []
    tables.set(`${page}|${block}`, table)
    table.push({ ...entry, cell, original: entry })
  }
  return [...tables.values()]
}

/** A cell over this share of its table's columns stands under none of their heads. */
const WIDE = 0.5

const contextOf = (entry: CellEntry, table: readonly CellEntry[]): CellContext => {
  const columns = Math.max(...table.map(({ cell }) => cell.column + cell.columnSpan))
  if (columns > 3 && entry.cell.columnSpan > WIDE * columns) return { names: [], flags: [] }
  const above = table.filter(
    (other) =>
      other.cell.row < entry.cell.row &&
      covers(other.cell.column, other.cell.columnSpan, entry.cell.column, entry.cell.columnSpan) &&
      other.mentions.length === 0,
  )
  const left = table.filter(
    (other) =>
      other.cell.column < entry.cell.column &&
      covers(other.cell.row, other.cell.rowSpan, entry.cell.row, entry.cell.rowSpan) &&
      other.mentions.length === 0,
  )
  const row = table.filter(
    (other) =>
      other !== entry &&
      other.mentions.length === 0 &&
      covers(other.cell.row, other.cell.rowSpan, entry.cell.row, entry.cell.rowSpan),
  )
  const names = namesOf(left)
  return {
    names: names.length > 0 ? names : namesOf(above.slice(-1)),
    flags: row.flatMap(({ text }) => text.findings.filter((finding): finding is Flag => finding.kind === 'flag')),
  }
}

const covers = (from: number, span: number, other: number, otherSpan: number): boolean =>
  from < other + otherSpan && other < from + span

const namesOf = (cells: readonly CellEntry[]): string[] =>
  cells.flatMap(({ text, labels, heading }) => {
    const name = heading && heading.name !== '' ? heading.name : tidyName(text.clean.text)
    return labels.length === 0 && classify(name) === 'name' ? [name] : []
  })
