import { YosanError } from '../errors.js'
import { type ExitCode, options } from '../options.js'
import { printStatus } from '../status.js'
import { escapeText, painter, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'

/** Tells how far the making of a data set is, or how it ended. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [folder = options.out.default, ...rest] = args.positionals
  if (rest.length > 0) throw new YosanError('bad_value', 'Name one folder: yosan status [DIR]')
  const { statusOf } = await import('../index.js')
  const status = await statusOf(folder)
  if (args.flag('json')) terminal.out(`${escapeText(JSON.stringify(status))}\n`)
  else terminal.out(printStatus(status, painter(terminal.colour)))
  return 0
}
