import { streamCsv } from '../csv-table.js'
import { YosanError } from '../errors.js'
import { type Correction, correctionColumns, correctionSchema, newColumns } from '../model/correction.js'
import { identityOf } from '../model/correction-identity.js'

/** Reads corrections from the text of a CSV file, as yosan, a spreadsheet or a person wrote it: marks, blank rows, more columns,
 * commas in numbers and dates as 2026/4/1 are no trouble.
 * @throws YosanError that names the first line that says nothing, or what another line says already */
export const readCorrections = async (text: string, file: string): Promise<Correction[]> => {
  const [head, ...rows] = await rowsOf(text, file)
  const names = (head?.cells ?? []).map((name) => name.trim())
  const lacking = correctionColumns.filter((column) => !names.includes(column))
  if (lacking.length > 0)
    throw misuse(
      `${file} has no column ${lacking.join(', ')}: its first line has to name ${correctionColumns.join(',')}.`,
    )
  const places = new Map(correctionColumns.map((column) => [column, names.indexOf(column)]))
  const lines = new Map<string, number>()
  return rows.map(({ line, cells }) => {
    const fault = (what: string) => misuse(`Line ${line} of ${file} ${what}.`)
    const correction = correctionOf((column) => cells[places.get(column) ?? -1] ?? '', fault)
    const what = faultOf(correction, lines)
    if (what) throw fault(what)
    lines.set(identityOf(correction), line)
    return correction
  })
}

interface CsvRow {
  /** Where it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** The rows of a CSV file that say something. */
const rowsOf = async (text: string, file: string): Promise<CsvRow[]> => {
  const rows: CsvRow[] = []
  let line = 1
  for await (const cells of streamCsv(inPieces(text.replace(/^\ufeff/u, '')), file)) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells })
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0)
  }
  return rows
}

/** A text in pieces that part no character in two, as of a file that is read. */
async function* inPieces(text: string): AsyncGenerator<string> {
  yield* text.match(/[\s\S]{1,65536}/gu) ?? []
}

type Fault = (what: string) => YosanError

const correctionOf = (cellOf: (column: keyof Correction) => string, fault: Fault): Correction => {
  const values = correctionColumns.map((column) => [column, valueIn(column, cellOf(column))])
  const { data, error } = correctionSchema.safeParse(Object.fromEntries(values))
  if (data) return data
  const column = correctionColumns.find((name) => name === error.issues[0]?.path[0]) ?? 'action'
  throw fault(misreadingOf(column, cellOf(column).trim()))
}

const valueIn = (column: keyof Correction, cell: string): unknown =>
  cell.trim() === '' ? null : kinds[column].read(cell)

const misreadingOf = (column: keyof Correction, cell: string): string => {
  if (cell === '') return `lacks ${column}`
  const shortened = /^\d[.\d]*E\+\d+$/iu.test(cell) ? ': a spreadsheet has cut its digits off' : ''
  return `has '${cell}' in ${column}, which takes ${kinds[column].takes}${shortened}`
}

/** What the cells of a column hold. */
interface Kind {
  /** The value of a cell that is not blank; what it cannot read it gives back. */
  readonly read: (cell: string) => unknown
  /** What it takes, for a person. */
  readonly takes: string
}

const trimmed = (cell: string): string => cell.trim()

/** As printed, with its blanks. */
const printed: Kind = { read: (cell) => cell, takes: 'text' }
const text: Kind = { read: trimmed, takes: 'text' }

const readNumber = (cell: string): unknown => {
  const plain = cell.normalize('NFKC').trim()
  return /^-?(?:\d+|\d{1,3}(?:,\d{3})+)$/u.test(plain) ? Number(plain.replaceAll(',', '')) + 0 : trimmed(cell)
}

const number = (takes: string): Kind => ({ read: readNumber, takes })

const oneOf = (values: readonly string[]): Kind => ({ read: trimmed, takes: `one of ${values.join(', ')}` })

const readDate = (cell: string): string => {
  const [, year, month = '', day = ''] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u.exec(cell.trim()) ?? []
  return year === undefined ? trimmed(cell) : [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
}

const { action, role, stage, new_role, new_stage } = correctionSchema.shape

const kinds: Readonly<Record<keyof Correction, Kind>> = {
  action: oneOf(action.options),
  document_id: text,
  sha256: { read: (cell) => cell.trim().toLowerCase(), takes: '64 hexadecimal digits' },
  page: number('a page from 1'),
  line: number('a line from 1'),
  boxes: { read: trimmed, takes: 'places as in figures' },
  raw: printed,
  raw_label: printed,
  programme: printed,
  role: oneOf(role.options),
  fiscal_year: number('a year from 1868 to 2100'),
  stage: oneOf(stage.unwrap().options),
  yen: number('a whole number of yen'),
  new_yen: number('a whole number of yen, or none'),
  new_role: oneOf(new_role.unwrap().options),
  new_fiscal_year: number('a year from 1868 to 2100, or none'),
  new_stage: oneOf(new_stage.unwrap().options),
  new_programme: text,
  note: text,
  by: text,
  date: { read: readDate, takes: 'a date such as 2026-04-01' },
}

const faultOf = (correction: Correction, lines: ReadonlyMap<string, number>): string | null => {
  const isNew = newColumns.some((column) => correction[column] !== null)
  if (correction.action === 'correct' && !isNew) return `corrects nothing: give it one of ${newColumns.join(', ')}`
  if (correction.action !== 'correct' && isNew)
    return `has new values, which go with the action correct and not with ${correction.action}`
  const before = lines.get(identityOf(correction))
  return before === undefined ? null : `speaks of the same figure as line ${before}`
}

const misuse = (message: string): YosanError => new YosanError('bad_value', message)
