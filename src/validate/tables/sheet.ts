import { groupBy } from '../../model/groups.js'
import { grainOf } from '../../model/rounding.js'
import type { TableColumn, TableRow } from '../../model/table.js'
import type { Checked, Subject } from '../context.js'

/** What a cell of a money column holds. amount: printed numbers; nil: blank, a dash or a stroke; unknown: words, digits that
 * could not be read, 事項要求. */
export interface SheetCell {
  readonly state: 'amount' | 'nil' | 'unknown'
  /** Yen of all its amounts; 0 without any. */
  readonly yen: number
  /** Sum of the values of the last printed digits, in yen; 0 for amounts printed in yen. */
  readonly grain: number
  /** One plain amount. Of any other cell the sum may agree by what it holds, but it is no ground to find fault. */
  readonly sure: boolean
  readonly figures: readonly Checked[]
}

export interface SheetRow {
  readonly row: TableRow
  /** Index in `Sheet.rows` of the row that encloses it. */
  readonly parent: number | null
  /** By column. */
  readonly cells: readonly SheetCell[]
  readonly texts: readonly string[]
  /** Its amounts lie inside those of another row (うち …, 再掲, in brackets), so nothing adds them up. */
  readonly inside: boolean
}

/** A table for arithmetic: its body rows, with those of the tables that carry it on over the pages. */
export interface Sheet {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly SheetRow[]
  /** Indices of the columns of money that the rows name. */
  readonly money: readonly number[]
}

/** The heads of a column in one line, for messages. */
export const headOf = ({ columns }: Sheet, column: number): string =>
  columns[column]?.path.join(' ') || `column ${column + 1}`

/** The figures of some columns, row by row. */
export const figuresIn = (rows: readonly SheetRow[], columns: readonly number[]): Checked[] =>
  rows.flatMap(({ cells }) => columns.flatMap((column) => cells[column]?.figures ?? []))

/** The sheets of a document. A table that carries on another belongs to its sheet as long as the columns are the same. */
export const sheetsOf = ({ figures, tables }: Subject): Sheet[] => {
  const byTable = groupBy(figures, ({ cell }) => cell?.table ?? null)
  const pieces: number[][] = []
  const pieceOf = new Map<number, number[]>()
  tables.forEach((table, i) => {
    const before = table.continues === null ? undefined : pieceOf.get(table.continues)
    const carriesOn = before !== undefined && layoutOf(tables[before[0] ?? i]?.columns) === layoutOf(table.columns)
    const piece = carriesOn ? before : []
    if (!carriesOn) pieces.push(piece)
    piece.push(i)
    pieceOf.set(i, piece)
  })
  return pieces.map((piece) => {
    const columns = tables[piece[0] ?? 0]?.columns ?? []
    const money = columns.flatMap(({ kind, group }, i) => (kind === 'money' && group === 0 ? [i] : []))
    const rows: SheetRow[] = []
    for (const i of piece) rows.push(...rowsOf(tables[i] as Subject['tables'][number], byTable.get(i) ?? [], rows))
    return { columns, rows, money }
  })
}

const layoutOf = (columns: readonly TableColumn[] = []): string =>
  columns.map(({ kind, role, isPart }) => `${kind} ${role} ${isPart}`).join('|')

const rowsOf = (
  table: Subject['tables'][number],
  figures: readonly Checked[],
  before: readonly SheetRow[],
): SheetRow[] => {
  const byCell = groupBy(figures, ({ draft }) => draft.cell && keyOf(draft.cell.row, draft.cell.column))
  const body = table.rows.flatMap(({ kind }, i) => (kind === 'body' ? [i] : []))
  const positions = new Map(body.map((i, at) => [i, before.length + at]))
  return body.map((i) => {
    const row = table.rows[i] as TableRow
    const texts = table.texts[i] ?? []
    const cells = table.columns.map((_, j) => cellOf(byCell.get(keyOf(i, j)) ?? [], texts[j] ?? ''))
    const own = row.parent === null || row.parent >= i ? null : (positions.get(row.parent) ?? null)
    const parent = own ?? rowOfGroup(row, before)
    return { row, parent, cells, texts, inside: isInside(row, cells, table.columns) }
  })
}

/** The row of the page before that encloses a row at the head of this one. */
const rowOfGroup = ({ groups }: TableRow, before: readonly SheetRow[]): number | null => {
  const name = groups.at(-1)
  const at = name === undefined ? -1 : before.findLastIndex(({ row }) => row.name === name)
  return at < 0 ? null : at
}

const keyOf = (row: number, column: number): string => `${row} ${column}`

const nil = /^[\s\-－―−–—‐‑ー─…・*＊/／＼\\]*$/u

/** An amount in brackets behind another is a part of it or another year's. */
const cellOf = (all: readonly Checked[], text: string): SheetCell => {
  const plain = all.filter((checked) => !isBracketed(checked))
  const figures = plain.length > 0 ? plain : all
  const printed = figures.filter(({ figure }) => figure.yen !== null)
  const isKnown = printed.length === figures.length && printed.every(({ figure }) => figure.yen_max === null)
  return {
    state: isKnown && printed.length > 0 ? 'amount' : isKnown && nil.test(text) ? 'nil' : 'unknown',
    yen: printed.reduce((sum, { figure }) => sum + (figure.yen ?? 0), 0),
    grain: printed.reduce((sum, { figure }) => sum + grainOf(figure), 0),
    sure: printed.length === 1 && printed.every(isPlain),
    figures: printed,
  }
}

const isPlain = (checked: Checked): boolean =>
  checked.figure.amount_status === 'numeric' && checked.figure.approx === null && !isBracketed(checked)

const isBracketed = ({ figure }: Checked): boolean =>
  figure.sign_mark === '（）' || /^\s*[(（[［〔【<＜]/u.test(figure.raw)

const insideNames = /^[(（[［〔【<＜]?\s*(?:うち|内訳のうち|再掲)|内数|再掲/u

const isInside = ({ name, total }: TableRow, cells: readonly SheetCell[], columns: readonly TableColumn[]): boolean => {
  if (insideNames.test(name)) return true
  const own = cells.flatMap(({ figures }, i) => (columns[i]?.isPart ? [] : figures))
  if (own.length === 0) return false
  const bracketed = total === 'none' && own.every(isBracketed)
  return bracketed || own.every(({ figure }) => figure.part_of || figure.reposted !== 'none')
}
