import type { Amount, PlainNumber } from '../../model/finding.js'
import { type Box, unionOf } from '../../model/place.js'
import type { CellPlace } from '../../model/text.js'
import type { Entry } from '../entries.js'

/** A number or amount that a cell prints. */
export interface Value {
  readonly finding: PlainNumber | Amount
  /** Words of the cell that lead to it: `取崩` of `取崩 △680,000`. */
  readonly lead: string
  /** The second of `a(b)`. */
  readonly isSecond: boolean
  /** 事項要求 is printed behind it. */
  readonly plusUnpriced: boolean
}

export interface PrintedCell extends CellPlace {
  readonly entry: Entry
  /** The cell's text without any gaps. */
  readonly squeezed: string
  readonly values: readonly Value[]
  /** The values are all that the cell holds, but for short words that lead to them. */
  readonly holdsValues: boolean
  /** They look like amounts wherever the cell stands. */
  readonly isValue: boolean
  /** A sign in the narrow cell to the left. */
  readonly sign: PrintedCell | null
}

/** A table of one page with the texts that stand between the table before it and itself. */
export interface PrintedTable {
  readonly page: number
  readonly block: number
  readonly box: Box
  readonly rows: number
  readonly columns: number
  readonly cells: readonly PrintedCell[]
  /** Left and right edge of each column. */
  readonly edges: readonly (readonly [from: number, to: number])[]
  readonly above: readonly Entry[]
}

/** The tables of a document in reading order. */
export const printedTables = (entries: readonly Entry[]): PrintedTable[] => {
  const tables: PrintedTable[] = []
  let above: Entry[] = []
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry
    if (entry.page !== entries[i - 1]?.page) above = []
    if (entry.text.clean.cell === null) {
      if (!pageNumber.test(entry.text.clean.text)) above.push(entry)
      continue
    }
    const cells = [entry]
    while (isSameTable(entries[i + 1], entry)) cells.push(entries[++i] as Entry)
    tables.push(tableOf(cells, above))
    above = []
  }
  return tables
}

/** A page number between dashes, with the name of the account beside it: `― 4 ― 一般会計`. */
const pageNumber = /^[―—－\-‐–ー]\s*\d{1,4}\s*[―—－\-‐–ー]/u

const isSameTable = (next: Entry | undefined, entry: Entry): boolean =>
  next !== undefined &&
  next.page === entry.page &&
  next.text.clean.cell !== null &&
  next.text.clean.block === entry.text.clean.block

const tableOf = (entries: readonly Entry[], above: readonly Entry[]): PrintedTable => {
  const { page, block } = (entries[0] as Entry).text.clean
  const places = entries.map(({ text }) => text.clean.cell as CellPlace)
  const columns = Math.max(...places.map(({ column, columnSpan }) => column + columnSpan))
  return {
    page,
    block,
    box: unionOf(entries.map(({ text }) => text.clean.box)),
    rows: Math.max(...places.map(({ row, rowSpan }) => row + rowSpan)),
    columns,
    cells: withSigns(entries.map(cellOf)),
    edges: edgesOf(entries, columns),
    above,
  }
}

const cellOf = (entry: Entry): PrintedCell => {
  const { cell, text } = entry.text.clean
  const values = valuesOf(entry)
  const holdsValues = values.length > 0 && isBare(text, values)
  return {
    ...(cell as CellPlace),
    entry,
    squeezed: text.replace(/\s+/gu, ''),
    values,
    holdsValues,
    isValue: holdsValues && values.every(isMoneyLike),
    sign: null,
  }
}

const valuesOf = ({ text: { clean, findings } }: Entry): Value[] => {
  const all = findings.filter((finding) => finding.kind === 'number' || finding.kind === 'amount')
  const found = all.filter((finding, i) => !isAdded(finding, all[i - 1]))
  return found.map((finding, i) => {
    const before = clean.text.slice(found[i - 1]?.to ?? 0, finding.from)
    return {
      finding,
      lead: before
        .replace(/[+及]び?事項要求|[\s※*]+/gu, '')
        .replace(/^\d?[)）]|^[(（]?(?:百万|千万|億|万|千)?円[)）]?$/gu, ''),
      isSecond: i > 0 && /^[\s※*]*(?:[+及]び?事項要求)?[\s※*]*$/u.test(before) && finding.sign === '（）',
      plusUnpriced: all.some((other) => isAdded(other, finding)),
    }
  })
}

/** `19,382+事項要求`: the item without an amount is added to the number right before it. */
const isAdded = (finding: Value['finding'], number: Value['finding'] | undefined): boolean =>
  finding.kind === 'amount' &&
  finding.status === 'unpriced' &&
  number?.kind === 'number' &&
  finding.from - number.to <= 1

/** Longest words that lead to a value of a cell of values. */
const LONGEST_LEAD = 20
/** Longer words before a small number are a name with a reference: `○○事業 3`. */
const SHORT_LEAD = 4

const isBare = (text: string, values: readonly Value[]): boolean => {
  const behind = text.slice(values.at(-1)?.finding.to ?? 0)
  const rest = behind.replace(/[+及]び?事項要求|[\s()（）〔〕[\]※*]|\d(?=[)）])/gu, '')
  return (
    (rest.length <= 4 || behind.startsWith('\t')) &&
    values.every(({ lead }) => lead.length <= LONGEST_LEAD && !/[。、]/u.test(lead))
  )
}

const isMoneyLike = ({ finding, lead }: Value): boolean =>
  finding.kind === 'amount' || lead.length <= SHORT_LEAD || Math.abs(finding.digits) >= 1000

/** A cell that holds nothing but △ or ▲ is the sign of the number in the next one. */
const withSigns = (cells: readonly PrintedCell[]): PrintedCell[] =>
  cells.map((cell) => {
    const [first] = cell.values
    if (first?.finding.sign !== 'none') return cell
    const sign = cells.find(
      (other) =>
        /^[△▲]$/u.test(other.squeezed) && other.row === cell.row && other.column + other.columnSpan === cell.column,
    )
    return sign ? { ...cell, sign } : cell
  })

/** Where cells that begin in a column begin and cells that end in it end. */
const edgesOf = (entries: readonly Entry[], columns: number): (readonly [number, number])[] => {
  const places = entries.map(({ text: { clean } }) => ({ cell: clean.cell as CellPlace, box: clean.box }))
  return Array.from({ length: columns }, (_, column) => {
    const starts = places.filter(({ cell }) => cell.column === column).map(({ box }) => box.x0)
    const ends = places.filter(({ cell }) => cell.column + cell.columnSpan - 1 === column).map(({ box }) => box.x1)
    return starts.length === 0 || ends.length === 0 ? [0, 0] : [Math.min(...starts), Math.max(...ends)]
  })
}

export const covers = ({ column, columnSpan }: Pick<CellPlace, 'column' | 'columnSpan'>, at: number): boolean =>
  column <= at && at < column + columnSpan

export const coversRow = ({ row, rowSpan }: Pick<CellPlace, 'row' | 'rowSpan'>, at: number): boolean =>
  row <= at && at < row + rowSpan
