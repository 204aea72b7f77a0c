import type { FiscalYear, Flag, Numbering, Stage } from '../../model/finding.js'
import { behindMarks } from '../mentions.js'
import { tidyName } from '../names.js'
import type { ColumnGroup } from './column-groups.js'
import type { PrintedColumn } from './column-kinds.js'
import type { Band } from './head-rows.js'
import { covers, coversRow, type PrintedCell } from './printed.js'
import { sessionOf } from './row-sessions.js'

/** A row of a band as its labels name it. */
export interface PrintedRow {
  readonly row: number
  /** '' where the row prints none. */
  readonly name: string
  readonly numbering: string | null
  /** Labels to the left that cover it and more rows, outermost first. */
  readonly groups: readonly string[]
  /** Names that enclose it from the page before, outermost first. */
  readonly outer: readonly string[]
  /** The cell that names it. */
  readonly cell: PrintedCell | null
  /** Index in the band's rows of the row that encloses it, or null. */
  readonly parent: number | null
  readonly total: 'none' | 'subtotal' | 'total'
  /** The name stands in the row itself; false where it is carried on from the row above. */
  readonly isOwn: boolean
  readonly flags: readonly Flag[]
  /** Labels that say what the amounts of the row are and name nothing: 本年度, 比較, 補正, 現計. */
  readonly words: readonly string[]
  /** The year that the row's label is, and the words of the budget behind it: `令和5年度決算`; null for all other rows. */
  readonly year: RowYear | null
  /** The stage that the row itself names, or null. */
  readonly session: Stage | null
}

/** A row that is a year and no programme. */
export interface RowYear {
  readonly year: FiscalYear
  readonly printed: string
  readonly words: string
}

/** Labels of rows that say what the amounts of the row are. */
export const rowWords =
  /^(?:(?:本年度|前年度|当年度|比較|増減|増△減|差引|補正|補正前|補正後|現計|要求)(?:予算)?額?|予算額|金額|所要額|事業費|単価|支援(?:規模|額)|補助額|(?:事業|予算|課題)規模)$/u

/** Heads of the column that names the row where other columns only place it; the first that a table has. */
const mainNames = [/事業名|施策名|事項名?$/u, /件名|名称|事務事業|細事業|起債の目的|会計名/u, /(?<!款)項目/u]

/** The rows of a band from top to bottom. */
export const rowsOf = (band: Band, columns: readonly PrintedColumn[], group: ColumnGroup): PrintedRow[] => {
  // where no column is of names, a column of other words names the rows: 所管課
  const own = columns.slice(group.from, group.money)
  const naming = own.some(({ kind }) => kind === 'name') ? 'name' : 'text'
  const isName = (cell: PrintedCell): boolean =>
    columns.some(({ kind }, at) => kind === naming && covers(cell, at) && at >= group.from && at < group.money)
  const labels = band.table.cells.filter(
    (cell) => cell.squeezed !== '' && cell.row >= band.body && cell.row < band.end && !cell.isValue && isName(cell),
  )
  const main = mainColumns(columns, group)
  const named = Array.from({ length: band.end - band.body }, (_, i) => ({
    ...nameRow(band, band.body + i, labels, main, group),
    session: sessionOf(band, columns, band.body + i),
  }))
  const carried: Named[] = []
  for (const row of named) carried.push(carry(row, carried.at(-1)))
  const parents = parentsOf(carried)
  return carried.map((row, i) => ({
    ...row,
    parent: parents[i] ?? null,
    total: totalOf(row.name, i === carried.length - 1),
  }))
}

/** The columns under the head that names rows, or none. */
const mainColumns = (columns: readonly PrintedColumn[], { from, money }: ColumnGroup): readonly number[] => {
  for (const pattern of mainNames) {
    const first = columns.find(
      ({ kind, path }, at) => at >= from && at < money && kind === 'name' && pattern.test(path.at(-1) ?? ''),
    )
    if (first)
      return columns.flatMap(({ kind, heads }, at) =>
        kind === 'name' && heads.at(-1) === first.heads.at(-1) ? [at] : [],
      )
  }
  return []
}

type Named = Omit<PrintedRow, 'parent' | 'total'>

const nameRow = (
  band: Band,
  row: number,
  labels: readonly PrintedCell[],
  main: readonly number[],
  group: ColumnGroup,
): Omit<Named, 'session'> => {
  const all = labels.filter((cell) => coversRow(cell, row)).sort((a, b) => a.column - b.column)
  const here = all.filter(({ squeezed }) => !rowWords.test(squeezed))
  const words = all.filter(({ squeezed }) => rowWords.test(squeezed)).map(({ squeezed }) => squeezed)
  const own = here.findLast((cell) => main.some((at) => covers(cell, at))) ?? here.at(-1) ?? null
  const stray = own ? null : wideLabel(band, row, group)
  const label = own ?? stray
  const left = here.slice(0, own ? here.indexOf(own) : 0)
  const flags = band.table.cells
    .filter((cell) => coversRow(cell, row) && !cell.isValue && (cell.columnSpan === 1 || cell === own))
    .flatMap(({ entry }) => entry.text.findings.filter((finding): finding is Flag => finding.kind === 'flag'))
  const groups = left.filter(({ rowSpan }) => rowSpan > (own?.rowSpan ?? 0)).map((cell) => nameIn(cell).name)
  return {
    row,
    cell: label,
    outer: [],
    groups,
    flags,
    words,
    isOwn: own !== null || (stray !== null && totalName.test(stray.squeezed)),
    year: own && yearOf(own),
    ...(label ? nameIn(label) : { name: '', numbering: null }),
  }
}

/** `令和5年度`, `令和5年度決算`: the label is a year, with words of the budget behind it. */
const yearOf = ({ entry: { text } }: PrintedCell): RowYear | null => {
  const year = text.findings.find((finding): finding is FiscalYear => finding.kind === 'year')
  if (!year || text.clean.text.slice(0, year.from).trim() !== '') return null
  const words = text.clean.text.slice(year.to).replace(/\s+/gu, '')
  return /^[(（]?(?:当初|最終|予算|決算|補正|見込|概算|要求|額|案|[)）(（])*$/u.test(words)
    ? { year, printed: text.clean.text.slice(year.from, year.to), words }
    : null
}

/** In a row without a label in the columns of names, a short text before the amounts: 合計 over columns of other texts. */
const wideLabel = (band: Band, row: number, { from, money }: ColumnGroup): PrintedCell | null =>
  band.table.cells.findLast(
    (cell) =>
      cell.row === row &&
      cell.column >= from &&
      cell.column < money &&
      cell.values.length === 0 &&
      !rowWords.test(cell.squeezed) &&
      /^\p{L}[^。]{0,29}$/u.test(cell.squeezed),
  ) ?? null

/** The name in a label's cell: without numbering, page references, the office in brackets and the brackets around. */
export const nameIn = ({ entry: { text } }: PrintedCell): { name: string; numbering: string | null } => {
  const heads = text.findings.filter((finding): finding is Numbering => finding.kind === 'numbering')
  const printed = text.clean.text.slice(behindMarks(heads, text.clean.text)).trim()
  const whole = tidyName(
    printed
      .replace(levelMark, '')
      .replace(/【[^【】]*】/gu, '')
      .replace(/\t\s*\d{1,3}(?:-\d{1,3})?\s*$/u, '')
      .replace(/[※*]\d{1,2}$/u, ''),
  )
  const name = whole
    .replace(/^[(（]([^()（）]+)[)）]$/u, '$1')
    .replace(/^\d{1,3}(?=\p{L}{2})(?!\d*(?:年|月|日(?!本)|次|号|期|目(?!的)|歳|級|種|類))/u, '')
  return { name, numbering: heads.findLast(({ style }) => style !== 'bullet')?.printed ?? null }
}

/** `(款) 2 総務費`, `第3款 民生費`: the level in print, with its number. */
const levelMark = /^[(（〔]?(?:第\s*\d+\s*)?[款項目節][)）〕]?[\s:：]*\d*[\s.．]*(?=\p{L})/u

const carry = (row: Named, above: Named | undefined): Named =>
  row.name !== '' || !above || above.year !== null
    ? row
    : { ...row, name: above.name, numbering: above.numbering, groups: above.groups, cell: above.cell }

/** How far from its cell's left edge a name begins; null where it is set in the middle or over the whole width. */
const indentOf = ({ entry: { text } }: PrintedCell): number | null => {
  const line = text.clean.lines[0]?.box
  if (!line) return null
  const [left, right] = [line.x0 - text.clean.box.x0, text.clean.box.x1 - line.x1]
  return Math.abs(left - right) <= Math.max(3, 0.1 * (text.clean.box.x1 - text.clean.box.x0)) ? null : left
}

/** For each row the one that encloses it: the nearest above that begins in an earlier column, at a smaller indent, or
 * with an outer numbering. Totals enclose nothing and stand in nothing. */
const parentsOf = (rows: readonly Named[]): (number | null)[] => {
  const parents: (number | null)[] = []
  let last: number | null = null
  rows.forEach((row, i) => {
    const isNode = row.isOwn && row.name !== '' && !totalName.test(row.name)
    let above: number | null = isNode ? last : null
    while (above !== null && !isInside(row, rows[above] as Named)) above = parents[above] ?? null
    parents.push(above)
    if (isNode) last = i
  })
  return parents
}

const isInside = (inner: Pick<Named, 'cell' | 'numbering'>, outer: Pick<Named, 'cell' | 'numbering'>): boolean => {
  const [a, b] = [inner.cell, outer.cell]
  if (!a || !b) return false
  if (a.column !== b.column) return a.column > b.column
  const [deep, high] = [rankOf(inner.numbering), rankOf(outer.numbering)]
  if (deep !== null && high !== null && deep !== high) return deep > high
  const [own, above] = [indentOf(a), indentOf(b)]
  return own !== null && above !== null && own - above > 0.6 * (a.entry.text.clean.size || 8)
}

/** Rows of a table that carries on another: those at its head that stand deeper than its own outermost rows stand in the
 * last rows of the one before. */
export const carriedInto = (rows: readonly PrintedRow[], before: readonly PrintedRow[]): PrintedRow[] => {
  const last = before.findLastIndex(({ isOwn, name }) => isOwn && name !== '' && !totalName.test(name))
  const isClosed = last < 0 || before.slice(last).some(({ total }) => total === 'total')
  return isClosed
    ? [...rows]
    : rows.map((row, i) => (row.parent === null ? inherited(row, rows.slice(0, i), before, last) : row))
}

const inherited = (
  row: PrintedRow,
  above: readonly PrintedRow[],
  before: readonly PrintedRow[],
  last: number,
): PrintedRow => {
  // behind a row that stands as high as the outermost of the page before nothing is carried
  if (above.some((other) => other.parent === null && other.outer.length === 0 && other.total === 'none')) return row
  let at: number | null = last
  while (at !== null && !isInside(row, before[at] as PrintedRow)) at = (before[at] as PrintedRow).parent
  if (at === null || row.total !== 'none') return row
  const names: string[] = []
  for (let up: number | null = at; up !== null; up = (before[up] as PrintedRow).parent)
    names.unshift((before[up] as PrintedRow).name)
  return { ...row, outer: [...(before[at] as PrintedRow).outer, ...names] }
}

/** 1 holds (1), (1) holds ①. */
const rankOf = (numbering: string | null): number | null => {
  if (numbering === null) return null
  const index = ranks.findIndex((pattern) => pattern.test(numbering))
  return index < 0 ? null : index
}

const ranks = [
  /^第|^[Ⅰ-Ⅻ]|^[IVX]+\.?$/u,
  /^\d+[.．]?$/u,
  /^\d+[)）]$/u,
  /^[(（]\d+[)）]$|^[⑴-⒇]$/u,
  /^[①-⑳]$/u,
  /^[ア-ン][.)）]?$|^[(（][ア-ン][)）]$/u,
]

/** Names of rows that add up others. */
export const totalName =
  /(?:^(?:小|合|総)?計|合計|総計|小計|総額|^歳[入出]合?計|(?:会計|費|^[款項目])計|^全国計)(?:[(（][^)）]*[)）][+＋-－]?)*$/u

const totalOf = (name: string, isLast: boolean): PrintedRow['total'] => {
  if (!totalName.test(name)) return 'none'
  const bare = name.replace(/[(（].*$/u, '')
  if (/小計$/u.test(bare)) return 'subtotal'
  return /(?<![合総])計$/u.test(bare) && !isLast ? 'subtotal' : 'total'
}
