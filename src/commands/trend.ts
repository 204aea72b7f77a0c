import { readTables } from '../dataset-folder.js'
import { YosanError } from '../errors.js'
import type { ExitCode } from '../options.js'
import { joinFigures } from '../series/join.js'
import { printTrend } from '../series/print.js'
import { trendColumns, trendOf } from '../series/trend.js'
import { painter, type Terminal } from '../terminal.js'
import { aliasesOf } from './aliases.js'
import type { Arguments } from './arguments.js'
import { printRows } from './rows.js'

/** Follows programmes over the documents of data sets. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (args.positionals.length === 0)
    throw new YosanError('bad_value', 'Name the folders of data sets: yosan trend DIR...')
  const programme = args.text('programme')
  const options = { aliases: await aliasesOf(args), programme }
  const sets = []
  for (const folder of args.positionals) sets.push({ folder, ...(await readTables(folder, ['figures', 'documents'])) })
  const made = trendOf(joinFigures(sets), options)
  if (made.rows.length === 0 && programme !== null)
    throw new YosanError('unknown_programme', `No programme has a name with '${programme}' in it.`)
  const text = () => printTrend(made, painter(terminal.colour))
  await printRows(args, { json: made, rows: made.rows, columns: trendColumns, text }, terminal)
  return 0
}
