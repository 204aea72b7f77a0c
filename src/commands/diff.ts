import { diffColumns } from '../compare/diff.js'
import { diff } from '../compare/index.js'
import { printDiff } from '../compare/print.js'
import { readTables } from '../dataset-folder.js'
import { YosanError } from '../errors.js'
import type { ExitCode } from '../options.js'
import { painter, type Terminal } from '../terminal.js'
import { aliasesOf } from './aliases.js'
import type { Arguments } from './arguments.js'
import { printRows } from './rows.js'
import { readTerm } from './values.js'

/** Compares the programmes of two data sets. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [a, b, ...rest] = args.positionals
  if (a === undefined || b === undefined || rest.length > 0)
    throw new YosanError('bad_value', 'Name the folders of two data sets: yosan diff A B')
  const options = { aliases: await aliasesOf(args), from: readTerm(args, 'from'), to: readTerm(args, 'to') }
  const [from, to] = [await readTables(a, ['figures']), await readTables(b, ['figures'])]
  const made = await diff(from, to, options)
  const text = () => printDiff(made, painter(terminal.colour))
  await printRows(args, { json: made, rows: made.rows, columns: diffColumns, text }, terminal)
  return 0
}
