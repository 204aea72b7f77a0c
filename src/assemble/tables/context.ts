import type { Flag } from '../../model/finding.js'
import type { CellPlace } from '../../model/text.js'
import type { Entry } from '../entries.js'
import type { Label } from '../mentions.js'
import { classify, tidyName } from '../names.js'

/** What a table says of a cell: the label of its column (or row), the names of its row, remarks of its row. */
export interface CellContext {
  readonly label: Label | null
  /** Row path: nearest name last. */
  readonly names: readonly string[]
  /** The head of its row or column is a scale of support (支援規模, 単価 …). */
  readonly isScale: boolean
  /** The head of its row or column speaks of money. */
  readonly isMoney: boolean
  /** Remarks in other cells of the row: 新規, 一部再掲, ※推計額含む. */
  readonly flags: readonly Flag[]
}

interface CellEntry extends Entry {
  readonly cell: CellPlace
  /** The entry as the rest of assemble knows it. */
  readonly original: Entry
}

/** Heads of rows and columns whose amounts are scales of support. */
const scaleHeads =
  /支援規模|支援額|事業規模|予算規模|課題規模|単価|上限|補助額|交付額|研究費|経費の規模|1(?:件|課題|拠点|校|機関)当?た?り|規模/u

const moneyHeads = /予算|要求|要望|所要額|配分額|金額|事業費/u

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
  if (columns > 3 && entry.cell.columnSpan > WIDE * columns)
    return { label: null, names: [], isScale: false, isMoney: false, flags: [] }
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
    label: headLabel(above) ?? headLabel(left),
    names: names.length > 0 ? names : namesOf(above.slice(-1)),
    isScale: [...left, ...above].some(({ text, labels }) => labels.length === 0 && scaleHeads.test(text.clean.text)),
    isMoney: [...left, ...above].some(({ text }) => moneyHeads.test(text.clean.text)),
    flags: row.flatMap(({ text }) => text.findings.filter((finding): finding is Flag => finding.kind === 'flag')),
  }
}

const covers = (from: number, span: number, other: number, otherSpan: number): boolean =>
  from < other + otherSpan && other < from + span

/** The nearest head with a label; where it lacks a year, the year of a head above it. */
const headLabel = (heads: readonly CellEntry[]): Label | null => {
  const label = heads.findLast(({ labels }) => labels.length > 0)?.labels[0] ?? null
  if (!label || label.year || label.stage.previous) return label
  const year = heads
    .flatMap(({ text }) => text.findings)
    .findLast((finding) => finding.kind === 'year' && finding.fiscal)
  return year?.kind === 'year' ? { ...label, year } : label
}

const namesOf = (cells: readonly CellEntry[]): string[] =>
  cells.flatMap(({ text, labels, heading }) => {
    const name = heading && heading.name !== '' ? heading.name : tidyName(text.clean.text)
    return labels.length === 0 && classify(name) === 'name' ? [name] : []
  })
