import { readArguments } from '../../src/commands/arguments.js'
import { run } from '../../src/commands/query.js'
import { YosanError } from '../../src/errors.js'
import type { AskOptions } from '../../src/query/index.js'
import { escapeText } from '../../src/terminal.js'

/** Runs `yosan query` in this process as the command line does, and keeps what it prints. */
export const query = async (args: readonly string[], options: AskOptions = {}) => {
  const printed = { out: '', err: '' }
  const terminal = {
    out: (text: string) => {
      printed.out += text
    },
    err: (text: string) => {
      printed.err += text
    },
    colour: false,
    screen: null,
  }
  try {
    const code = await run(readArguments(args, ['csv', 'json', 'help']), terminal, options)
    return { code, ...printed }
  } catch (error) {
    if (!(error instanceof YosanError)) throw error
    return { code: 1, out: printed.out, err: `yosan: ${escapeText(error.message)}\n` }
  }
}
