import { YosanError } from '../errors.js'
import type { ExitCode } from '../options.js'
import { escapeText, type Terminal } from '../terminal.js'
import { toolVersion } from '../version.js'
import { readArguments } from './arguments.js'
import { commandHelp, help } from './help.js'
import { type Command, commands } from './list.js'
import { suggest } from './suggest.js'

/** Runs the command line; what went wrong is one sentence on stderr, with exit code 1, or 130 for an interruption. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal)
  } catch (error) {
    if (!(error instanceof YosanError)) throw error
    terminal.err(`yosan: ${escapeText(error.message)}\n`)
    return error.code === 'interrupted' ? 130 : 1
  }
}

const dispatch = async ([first, ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  if (first === undefined) {
    terminal.err(help())
    return 1
  }
  if (first.startsWith('-')) {
    const asked = readArguments([first], ['help', 'version'])
    terminal.out(asked.flag('version') ? `${toolVersion}\n` : help())
    return 0
  }
  const command = findCommand(first)
  const args = readArguments(rest, command.options)
  if (args.flag('help')) {
    terminal.out(commandHelp(command))
    return 0
  }
  return (await command.load()).run(args, terminal)
}

const findCommand = (name: string): Command => {
  const command = commands.find((known) => known.name === name)
  if (command) return command
  const names = commands.map((known) => known.name)
  const hint = /\.(pdf|txt|md)$/i.test(name) ? ` Did you mean yosan extract ${name}?` : suggest(name, names)
  throw new YosanError('unknown_command', `Unknown command '${name}'.${hint}`)
}
