import { join } from 'node:path'
import { z } from 'zod'
import { readCsv } from './csv-table.js'
import { emit } from './emit/index.js'
import { YosanError } from './errors.js'
import { readText, writeText } from './files.js'
import { type Dataset, type TableName, tables } from './model/dataset.js'
import { parseJson } from './parse-json.js'

/** The rows of some tables of a data set. */
export type Rows<Name extends TableName> = Pick<Dataset, Name>

/** Whether a folder holds a data set. */
export const holdsDataset = async (folder: string): Promise<boolean> => (await findTable(folder, 'documents')) !== null

/** Reads tables of a data set that was written before.
 * @throws YosanError when one is not there or is of another version */
export const readTables = async <Name extends TableName>(
  folder: string,
  names: readonly Name[],
): Promise<Rows<Name>> => {
  const read: Partial<Record<TableName, readonly unknown[]>> = {}
  for (const name of names) read[name] = await readRows<unknown>(folder, name, tables[name])
  return read as Rows<Name>
}

/** Writes the rows of `checks` anew, as all formats have them. */
export const writeChecks = async (folder: string, checks: Dataset['checks']): Promise<void> => {
  const files = await emit({ figures: [], programmes: [], documents: [], issues: [], checks, lines: [], grids: [] })
  for (const [file, text] of files) if (file.startsWith('checks.')) await writeText(join(folder, file), text)
}

/** Reads one table with a schema for its rows. */
export const readRows = async <Row>(folder: string, name: TableName, schema: z.ZodType<Row>): Promise<Row[]> => {
  const found = await findTable(folder, name)
  if (found === null)
    throw new YosanError(
      'missing_file',
      `Cannot read ${join(folder, `${name}.json`)}: run yosan extract first, or name the folder of its data set.`,
    )
  const { file, text } = found
  if (!file.endsWith('.csv')) return checkRows(schema, parseJson(text), file)
  const { rows } = await readCsv(text, file)
  return checkRows(
    schema,
    rows.map((row) => typed(row, tables[name])),
    file,
  )
}

interface TableFile {
  readonly file: string
  readonly text: string
}

/** Where a table may stand in the folder of a data set: as `extract` writes it, or as people give it on. */
const findTable = async (folder: string, name: TableName): Promise<TableFile | null> => {
  for (const path of [`${name}.json`, `${name}.csv`, `data/${name}.csv`]) {
    const file = join(folder, path)
    const text = await readText(file)
    if (text !== null) return { file, text }
  }
  return null
}

/** Rows that have been read already, with their schema.
 * @throws YosanError when they do not fit it */
export const checkRows = <Row>(schema: z.ZodType<Row>, rows: unknown, file: string): Row[] => {
  const result = z.array(schema).safeParse(rows)
  if (!result.success)
    throw new YosanError('bad_value', `${file} is not of this version of yosan: run yosan extract again.`)
  return result.data
}

/** A row of a CSV file with values of the types that the schema wants: nulls are empty there. */
export const typed = (row: Readonly<Record<string, string>>, { shape }: z.ZodObject): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, text]) => [name, readAs(text, shape[name])]))

const readAs = (text: string, schema: z.ZodType | undefined): unknown => {
  const readings = [...(text === '' ? [null] : []), text, Number(text), text === 'true']
  return readings.find((value) => schema?.safeParse(value).success) ?? (text === '' ? null : text)
}
