import type { LineColumn } from '../model/line.js'
import type { Box } from '../model/place.js'
import { type Band, bandsAt, isInside } from './bands.js'
import { type Column, columnsOf, middleOf, type Section } from './column.js'
import type { TreeLevel } from './column-words.js'
import { type Carried, type Description, describedIn, type Remark } from './descriptions.js'
import { foldDigits } from './digits.js'
import type { Sheet } from './facing.js'
import type { Leaf } from './leaf.js'
import { type Piece, piecesOf } from './pieces.js'
import { levelled, type Print } from './print.js'
import { type Row, rowsIn } from './rows.js'
import type { Spacing } from './spacing.js'
import { tablesIn } from './tables.js'

/** A piece of a column of names, with the levels that the column may hold. */
export interface TreeName {
  readonly piece: Piece
  readonly levels: readonly TreeLevel[]
  /** Left edge of its column. */
  readonly left: number
}

export interface Money {
  readonly piece: Piece
  readonly column: LineColumn
}

export interface Plain {
  readonly piece: Piece
}

/** What a section prints, in the order of reading. heading: a line beside its tables; tree: a row of 款, 項 or 目; setsu: a
 * row of 節; told: a line of 説明; remark: one without an amount; rest: lines of 説明 at the head of the section without an amount. */
export type Thing =
  | { readonly kind: 'heading'; readonly y: number; readonly print: Print }
  | { readonly kind: 'tree'; readonly y: number; readonly row: Row<Money, TreeName> }
  | {
      readonly kind: 'setsu'
      readonly y: number
      readonly row: Row<Plain>
      readonly isPart: boolean
      readonly left: number
    }
  | { readonly kind: 'told'; readonly y: number; readonly line: Description; readonly left: number }
  | { readonly kind: 'remark'; readonly y: number; readonly line: Remark; readonly left: number }
  | { readonly kind: 'rest'; readonly y: number; readonly lines: readonly Carried[]; readonly left: number }

type TreeThing = Extract<Thing, { kind: 'tree' }>

/** Things that begin on one level, within some points, come in this order. */
const order: Readonly<Record<Thing['kind'], number>> = { heading: 0, tree: 1, rest: 2, setsu: 3, remark: 4, told: 4 }

/** The things of a section, and whether its 説明 explain 節 (else they explain 目). */
export interface Things {
  readonly things: readonly Thing[]
  readonly isTied: boolean | null
}

export const thingsOf = ({ leaf }: Sheet, section: Section, spacing: Spacing): Things => {
  const tables = tablesIn(leaf, section)
  const things = [
    ...headingsBeside(leaf, section, tables),
    ...tables.flatMap((table) => {
      const cells = cellsOf(leaf, section, table)
      const tree = treeRows(leaf, section, table, cells)
      return [...tree, ...setsuRows(leaf, section, table, cells, tree), ...toldIn(section, table, cells, spacing)]
    }),
  ]
  const ranked = things.map((thing) => ({ thing, at: thing.y + order[thing.kind] }))
  return {
    things: ranked.sort((a, b) => a.at - b.at).map(({ thing }) => thing),
    isTied: isTied(leaf, section, tables),
  }
}

const headingsBeside = ({ prints }: Leaf, section: Section, tables: readonly Band[]): Thing[] =>
  levelled(
    prints.filter(
      ({ box }) =>
        box.y0 > section.head &&
        box.y0 < section.bottom &&
        isBeside(section, box) &&
        !tables.some((table) => isInside(table, box)),
    ),
  ).map((print) => ({ kind: 'heading', y: print.box.y0, print }))

/** A line begins above or below the columns of its own section: another one may stand beside it. */
export const isBeside = ({ columns }: Section, { x0 }: Box): boolean =>
  x0 >= (columns[0]?.x0 ?? 0) - ASIDE && x0 <= (columns.at(-1)?.x1 ?? 0)

const ASIDE = 100

/** The pieces of each column of a table, without the units above its money and what is said in brackets of money above it. */
type Cells = ReadonlyMap<Column, readonly Piece[]>

const cellsOf = (leaf: Leaf, { columns }: Section, table: Band): Cells => {
  const pieces = piecesOf(leaf, columns, table)
  return new Map(
    columns.map((column, i) => [column, (pieces[i] ?? []).filter(({ text }) => !isAside(text, column.meaning.kind))]),
  )
}

const isAside = (text: string, kind: Column['meaning']['kind']): boolean =>
  /^[\s百千万]*円$/u.test(text) ||
  ((kind === 'money' || kind === 'amount') && /^[(]\s*[△▲-]?\s*[\d, ]+[)]$/u.test(foldDigits(text)))

const treeRows = (leaf: Leaf, section: Section, table: Band, cells: Cells): TreeThing[] => {
  const amounts = columnsOf(section, 'money').flatMap((column) =>
    (cells.get(column) ?? []).map((piece) => ({ piece, column: column.meaning.column })),
  )
  const names = columnsOf(section, 'names').flatMap((column) =>
    (cells.get(column) ?? []).map((piece) => ({ piece, levels: column.meaning.levels, left: column.x0 })),
  )
  const first = columnsOf(section, 'money')[0]
  if (!first) return []
  return bandsAt(leaf, middleOf(first), table).flatMap((band) =>
    rowsIn(band, names, amounts).map((row): TreeThing => ({ kind: 'tree', y: beginOf(row, cells, true), row })),
  )
}

/** 節 with their amounts; a second pair of such columns prints the parts of 節 (細節). */
const setsuRows = (leaf: Leaf, section: Section, table: Band, cells: Cells, tree: readonly TreeThing[]): Thing[] => {
  const monies = columnsOf(section, 'amount')
  const plain = (column: Column): Plain[] => (cells.get(column) ?? []).map((piece) => ({ piece }))
  return columnsOf(section, 'setsu').flatMap((name, i) => {
    const money = monies[i]
    if (!money) return []
    const [names, amounts] = [plain(name), plain(money)]
    const treesIn = (band: Band): number => tree.filter(({ row }) => row.y >= band.y0 && row.y < band.y1).length
    return bandsAt(leaf, middleOf(money), table).flatMap((band) =>
      rowsIn(band, names, amounts).map(
        (row): Thing => ({
          kind: 'setsu',
          y: beginOf(row, cells, treesIn(band) < 2),
          row,
          isPart: i > 0,
          left: name.x0,
        }),
      ),
    )
  })
}

/** A row begins with the band that it opens, if nothing in any column stands above it there or if it may stand in the middle of
 * that band and does. */
const beginOf = ({ y, y1, opens, isAlone }: Row<Plain>, cells: Cells, mayCentre: boolean): number => {
  if (!opens) return y
  const tops = [...cells.values()].flat().flatMap(({ box }) => (isInside(opens, box) ? [box.y0] : []))
  const isFirst = y - Math.min(y, ...tops) <= FIRST
  const isCentred = mayCentre && isAlone && Math.abs(y - opens.y0 - (opens.y1 - y1)) <= FIRST
  return isFirst || isCentred ? opens.y0 : y
}

/** Prints that begin this close to the first one begin with it, in points. */
const FIRST = 6

const toldIn = (section: Section, table: Band, cells: Cells, spacing: Spacing): Thing[] => {
  const [column] = columnsOf(section, 'description')
  if (!column) return []
  const { lines, remarks, before } = describedIn(cells.get(column) ?? [], column, spacing)
  return [
    ...(before.length > 0 ? [{ kind: 'rest' as const, y: table.y0, lines: before, left: column.x0 }] : []),
    ...remarks.map((line): Thing => ({ kind: 'remark', y: line.y, line, left: column.x0 })),
    ...lines.map((line): Thing => ({ kind: 'told', y: line.y, line, left: column.x0 })),
  ]
}

/** 説明 explain 節 where the rules between 節 go on through them; null where the section has no such rule. */
const isTied = (leaf: Leaf, section: Section, tables: readonly Band[]): boolean | null => {
  const [money] = columnsOf(section, 'amount')
  const [told] = columnsOf(section, 'description')
  const [tree] = columnsOf(section, 'money')
  if (!money || !told) return null
  const endsAt = (x: number): number[] => tables.flatMap((table) => bandsAt(leaf, x, table).map(({ y0 }) => y0))
  const ofTree = tree ? endsAt(middleOf(tree)) : tables.map(({ y0 }) => y0)
  const near = (levels: readonly number[], y: number) => levels.some((level) => Math.abs(level - y) <= 3)
  const own = endsAt(middleOf(money)).filter((y) => !near(ofTree, y))
  const through = endsAt(middleOf(told))
  return own.length === 0 ? null : own.every((y) => near(through, y))
}
