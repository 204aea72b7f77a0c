import { problemColumns, validatePackage } from '../conformance/index.js'
import { printValidation } from '../conformance/print.js'
import { YosanError } from '../errors.js'
import type { ExitCode } from '../options.js'
import { painter, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { printRows } from './rows.js'

/** Checks a Data Package: its descriptor, files, rows, keys and arithmetic. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [path, ...rest] = args.positionals
  if (path === undefined || rest.length > 0)
    throw new YosanError('bad_value', 'Name one folder of a Data Package, or its datapackage.json: yosan validate DIR')
  const made = await validatePackage(path)
  const rows = made.problems.map((problem) => ({ ...problem }))
  const text = () => (args.flag('quiet') ? '' : printValidation(made, painter(terminal.colour)))
  await printRows(args, { json: made, rows, columns: problemColumns, text }, terminal)
  return made.passed ? 0 : 1
}
