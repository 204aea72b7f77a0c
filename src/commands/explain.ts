import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { YosanError } from '../errors.js'
import { explain } from '../explain.js'
import type { ExitCode } from '../options.js'
import { tables } from '../schema.js'
import { painter, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'

/** Prints which rules decided a figure of a data set written before. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [id, ...rest] = args.positionals
  if (id === undefined || rest.length > 0) throw new YosanError('bad_value', 'Name one figure: yosan explain FIGURE-ID')
  const folder = args.text('out') ?? ''
  const file = join(folder, 'figures.json')
  const row = (await readTable(file)).find((figure) => figure.figure_id === id)
  if (!row) throw new YosanError('unknown_figure', `${file} has no figure '${id}'.`)
  const programmesFile = join(folder, 'programmes.json')
  const siblings = (await readTable(programmesFile)).filter((programme) => programme.document_id === row.document_id)
  const figure = checked(tables.figures, row, file)
  const programmes = checked(z.array(tables.programmes), siblings, programmesFile)
  terminal.out(explain(figure, programmes, painter(terminal.colour)))
  return 0
}

const anyTable = z.array(z.record(z.string(), z.unknown()))

const readTable = async (file: string) => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new YosanError('missing_file', `Cannot read ${file}: run yosan extract first, or name its folder with --out.`)
  })
  return checked(anyTable, parseJson(text), file)
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const checked = <T>(schema: z.ZodType<T>, value: unknown, file: string): T => {
  const result = schema.safeParse(value)
  if (!result.success)
    throw new YosanError('bad_value', `${file} is not of this version of yosan: run yosan extract again.`)
  return result.data
}
