import { printChecks } from '../checks-print.js'
import { readTables, writeChecks } from '../dataset-folder.js'
import { YosanError } from '../errors.js'
import type { ExitCode } from '../options.js'
import { reconcile } from '../outside/index.js'
import { columnsOf } from '../schema.js'
import { painter, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { openCsv } from './csv-file.js'
import { printRows } from './rows.js'

/** Compares a data set with files of other publishers, and adds what came out to its `checks`. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [folder, ...files] = args.positionals
  if (folder === undefined || files.length === 0)
    throw new YosanError('bad_value', 'Name a data set and CSV files: yosan reconcile DIR FILE...')
  const { figures, checks } = await readTables(folder, ['figures', 'checks'])
  const opened = []
  for (const file of files) opened.push({ file, ...(await openCsv(file)) })
  const rows = reconcile(figures, opened)
  await writeChecks(folder, [...checks.filter(({ rule }) => rule !== 'outside'), ...rows])
  const text = () => printChecks(rows, painter(terminal.colour))
  await printRows(args, { json: rows, rows, columns: columnsOf('checks'), text }, terminal)
  return 0
}
