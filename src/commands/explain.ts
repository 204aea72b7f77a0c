import { join } from 'node:path'
import { z } from 'zod'
import { checkRows, readRows } from '../dataset-folder.js'
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
  const row = (await readRows(folder, 'figures', anyRow)).find((figure) => figure.figure_id === id)
  const file = join(folder, 'figures.json')
  if (!row) throw new YosanError('unknown_figure', `${file} has no figure '${id}'.`)
  const all = await readRows(folder, 'programmes', anyRow)
  const siblings = all.filter((programme) => programme.document_id === row.document_id)
  const [figure] = checkRows(tables.figures, [row], file)
  const programmes = checkRows(tables.programmes, siblings, join(folder, 'programmes.json'))
  if (figure) terminal.out(explain(figure, programmes, painter(terminal.colour)))
  return 0
}

/** Only the rows of the figure are looked at closely. */
const anyRow = z.record(z.string(), z.unknown())
