import { columnsOf, type Dataset, tableNames } from '../model/dataset.js'
import { gridFile, gridFolder } from '../model/grid.js'
import { csv, gridCsv } from './csv.js'
import { json } from './json.js'
import type { Row } from './row.js'

export interface EmitOptions {
  /** Whether each printed table makes a file `tables/DOCUMENT-p001-t1.csv` too. */
  readonly tables?: boolean
}

const formats = [
  { extension: 'json', print: json },
  { extension: 'csv', print: csv },
] as const

/** The files of a data set by name: each table in each format, and each printed table as it stands when asked for; stable to
 * the byte. */
export async function emit(
  dataset: Dataset,
  { tables = false }: EmitOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const table of tableNames) {
    const rows: readonly Row[] = dataset[table]
    for (const { extension, print } of formats) files.set(`${table}.${extension}`, await print(columnsOf(table), rows))
  }
  if (tables) for (const grid of dataset.grids) files.set(`${gridFolder}/${gridFile(grid)}`, await gridCsv(grid.texts))
  return files
}
