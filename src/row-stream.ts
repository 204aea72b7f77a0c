import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { checkRows, readRows } from './dataset-folder.js'
import { nullWhenGone } from './files.js'
import { type Dataset, type TableName, tables } from './model/dataset.js'

/** How many rows come at a time. */
const many = 2_000

/** The rows of a table in the folder of a data set, some at a time. A table as `extract` writes it, one row a line, is never
 * held in memory as a whole; one that people have written otherwise is.
 * @throws YosanError when the table is not there or is of another version */
export async function* streamRows<Name extends TableName>(folder: string, name: Name): AsyncGenerator<Dataset[Name]> {
  const file = join(folder, `${name}.json`)
  const schema: z.ZodType = tables[name]
  const lines = linesOf(file)
  const { value: first } = await lines.next()
  if (first !== '[') {
    await lines.return(undefined)
    yield (await readRows(folder, name, schema)) as Dataset[Name]
    return
  }
  let rows: unknown[] = []
  let isWhole = false
  for await (const line of lines) {
    isWhole ||= line === ']'
    if (isWhole) continue
    rows.push(parse(line.replace(/,$/u, '')))
    if (rows.length < many) continue
    yield checkRows(schema, rows, file) as Dataset[Name]
    rows = []
  }
  yield checkRows(schema, isWhole ? rows : null, file) as Dataset[Name]
}

/** The lines of a file; none when it is not there. Not `readline`, to which U+2028 inside a text ends a line too. */
async function* linesOf(file: string): AsyncGenerator<string, void> {
  let rest = ''
  try {
    for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1024 * 1024 })) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    nullWhenGone(error as NodeJS.ErrnoException)
  }
  if (rest !== '') yield rest
}

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
