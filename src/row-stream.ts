import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { streamCsv } from './csv-table.js'
import { checkRows, readRows, typed } from './dataset-folder.js'
import { readText } from './files.js'
import { type Dataset, type TableName, tables } from './model/dataset.js'
import { parseJson } from './parse-json.js'
import { linesIn } from './text-lines.js'

/** How many rows come at a time. */
const many = 2_000

/** The rows of a table in the folder of a data set or of a package, some at a time. A table as yosan writes it is never held in
 * memory as a whole; one that people have written otherwise is.
 * @throws YosanError when the table is not there or is of another version */
export async function* streamRows<Name extends TableName>(folder: string, name: Name): AsyncGenerator<Dataset[Name]> {
  const schema: z.ZodType = tables[name]
  const json = join(folder, `${name}.json`)
  const csv = join(folder, 'data', `${name}.csv`)
  if (await isRowALine(json)) yield* checked<Name>(jsonRows(json), schema, json)
  else if (await isAlone(csv, [json, join(folder, `${name}.csv`)]))
    yield* checked<Name>(csvRows(csv, name), schema, csv)
  else yield (await readRows(folder, name, schema)) as Dataset[Name]
}

/** The same of a package, whatever else its folder holds.
 * @throws YosanError when the table is of another version */
export const streamPackageRows = <Name extends TableName>(
  folder: string,
  name: Name,
): AsyncGenerator<Dataset[Name]> => {
  const file = join(folder, 'data', `${name}.csv`)
  return checked<Name>(csvRows(file, name), tables[name], file)
}

async function* checked<Name extends TableName>(
  rows: AsyncIterable<unknown>,
  schema: z.ZodType,
  file: string,
): AsyncGenerator<Dataset[Name]> {
  let batch: unknown[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < many) continue
    yield checkRows(schema, batch, file) as Dataset[Name]
    batch = []
  }
  yield checkRows(schema, batch, file) as Dataset[Name]
}

/** Rows of JSON that stand on a line each, as `extract` writes them; null for a line that is none, and when the end is missing. */
async function* jsonRows(file: string): AsyncGenerator<unknown> {
  let [isFirst, isWhole] = [true, false]
  for await (const line of linesIn(textsOf(file))) {
    // What stands behind the end is no row either.
    if (!isFirst && line !== (isWhole ? '' : ']')) yield isWhole ? null : parseJson(line.replace(/,$/u, ''))
    isFirst = false
    isWhole ||= line === ']'
  }
  if (!isWhole) yield null
}

const isRowALine = async (file: string): Promise<boolean> => {
  let first: string | null = null
  for await (const line of linesIn(textsOf(file))) {
    if (first !== null) return first === '[' && /^(?:\{.*\},?|\])$/su.test(line)
    first = line
  }
  return false
}

async function* csvRows(file: string, name: TableName): AsyncGenerator<unknown> {
  let columns: readonly string[] | null = null
  for await (const cells of streamCsv(textsOf(file), file)) {
    if (cells.length === 0) continue
    if (columns) yield typed(Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])), tables[name])
    columns ??= cells
  }
}

const isAlone = async (file: string, others: readonly string[]): Promise<boolean> => {
  for (const other of others) if (await isThere(other)) return false
  return isThere(file)
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

/** The text of a file in pieces; none when it is not there.
 * @throws YosanError when it cannot be read */
async function* textsOf(file: string): AsyncGenerator<string> {
  try {
    yield* createReadStream(file, { encoding: 'utf8', highWaterMark: 1024 * 1024 })
  } catch (error) {
    // Says what is wrong with a file that cannot be read.
    if ((await readText(file)) !== null) throw error
  }
}
