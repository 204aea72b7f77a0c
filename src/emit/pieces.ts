import { columnsOf, type Dataset, tableNames } from '../model/dataset.js'
import { gridFile, gridFolder } from '../model/grid.js'
import type { Row } from '../model/row.js'
import { csv, gridCsv } from './csv.js'
import type { Format } from './format.js'
import { json } from './json.js'

export interface EmitOptions {
  /** Whether each printed table makes a file `tables/DOCUMENT-p001-t1.csv` too. */
  readonly tables?: boolean
}

/** Text that goes to the end of a file. */
export interface Piece {
  readonly file: string
  readonly text: string
}

const formats: readonly Format[] = [json, csv]

/** The files of a data set that comes in parts, such as one document after another, in pieces: no more than one part is held
 * in memory. The files are the same to the byte however the data set is cut into parts. */
export async function* emitPieces(
  parts: Iterable<Dataset> | AsyncIterable<Dataset>,
  { tables = false }: EmitOptions = {},
): AsyncGenerator<Piece> {
  const files = tableNames.flatMap((table) => formats.map((format) => ({ table, format, file: fileOf(table, format) })))
  const begun = new Set<string>()
  for await (const part of parts) {
    for (const { table, format, file } of files) {
      const rows: readonly Row[] = part[table]
      yield { file, text: await format.piece(columnsOf(table), rows, !begun.has(file)) }
      if (rows.length > 0) begun.add(file)
    }
    if (tables)
      for (const grid of part.grids) yield { file: `${gridFolder}/${gridFile(grid)}`, text: await gridCsv(grid.texts) }
  }
  for (const { table, format, file } of files)
    yield { file, text: await format.end(!begun.has(file), columnsOf(table)) }
}

const fileOf = (table: string, { extension }: Format): string => `${table}.${extension}`
