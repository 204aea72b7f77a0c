import { join } from 'node:path'
import { z } from 'zod'
import { emit } from './emit/index.js'
import { YosanError } from './errors.js'
import { readText, writeText } from './files.js'
import { type Dataset, type TableName, tables } from './model/dataset.js'

/** The rows of some tables of a data set. */
export type Rows<Name extends TableName> = Pick<Dataset, Name>

/** Whether a folder holds a data set. */
export const holdsDataset = async (folder: string): Promise<boolean> =>
  (await readText(join(folder, fileOf('documents')))) !== null

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
  const files = await emit({ figures: [], programmes: [], documents: [], issues: [], checks, grids: [] })
  for (const [file, text] of files) if (file.startsWith('checks.')) await writeText(join(folder, file), text)
}

/** Reads one table with a schema for its rows. */
export const readRows = async <Row>(folder: string, name: TableName, schema: z.ZodType<Row>): Promise<Row[]> => {
  const file = join(folder, fileOf(name))
  const text = await readText(file)
  if (text === null)
    throw new YosanError(
      'missing_file',
      `Cannot read ${file}: run yosan extract first, or name the folder of its data set.`,
    )
  return checkRows(schema, parseJson(text), file)
}

/** Rows that have been read already, with their schema.
 * @throws YosanError when they do not fit it */
export const checkRows = <Row>(schema: z.ZodType<Row>, rows: unknown, file: string): Row[] => {
  const result = z.array(schema).safeParse(rows)
  if (!result.success)
    throw new YosanError('bad_value', `${file} is not of this version of yosan: run yosan extract again.`)
  return result.data
}

const fileOf = (name: TableName): string => `${name}.json`

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
