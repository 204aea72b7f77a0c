import { columnsOf, type Dataset, tableNames } from '../model/dataset.js'
import { csv } from './csv.js'
import { json } from './json.js'
import type { Row } from './row.js'

const formats = [
  { extension: 'json', print: json },
  { extension: 'csv', print: csv },
] as const

/** The files of a data set by name: each table in each format, stable to the byte. */
export async function emit(dataset: Dataset): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const table of tableNames) {
    const rows: readonly Row[] = dataset[table]
    for (const { extension, print } of formats) files.set(`${table}.${extension}`, await print(columnsOf(table), rows))
  }
  return files
}
