import { YosanError } from '../errors.js'
import { exitCodeOf } from '../exit-code.js'
import { type BatchOptions, batchDefaults, type ExitCode } from '../options.js'
import { printSummary } from '../summary.js'
import { escapeText, painter, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { correctionsFor, keepCorrections } from './corrections.js'
import { endingOnSignal } from './ending.js'
import { readPages } from './pages.js'
import { progressOn } from './progress.js'
import { printRooms } from './rooms.js'
import { readKind, readLimits, readNumber, readPattern } from './values.js'

/** Makes one data set of all inputs and writes it. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (args.positionals.length === 0)
    throw new YosanError('bad_value', 'Name a file, a folder or an address: yosan extract INPUT...')
  const options = await readOptions(args)
  if (args.text('stop-after') !== null) return printRooms(args, options, terminal)
  const { batch } = await import('../index.js')
  const progress = progressOn(args, terminal)
  const ending = endingOnSignal()
  try {
    const ready = () => keepCorrections(args, options.out, options.corrections)
    const summary = await batch(args.positionals, options, { on: progress.on, signal: ending.signal, ready })
    progress.close()
    // Events have told of them already.
    if (args.text('log') === null) for (const { message } of summary.failures) terminal.err(`${escapeText(message)}\n`)
    if (args.flag('json')) terminal.out(`${escapeText(JSON.stringify(summary))}\n`)
    else if (!args.flag('quiet') && summary.files.length > 0)
      terminal.out(printSummary(summary, painter(terminal.colour)))
    return exitCodeOf(summary)
  } finally {
    progress.close()
    ending.forget()
  }
}

const readOptions = async (args: Arguments): Promise<BatchOptions> => {
  const pages = args.text('pages')
  const out = args.text('out') ?? ''
  return {
    out,
    pages: pages === null ? batchDefaults.pages : readPages(pages),
    as: readKind(args),
    tables: args.flag('tables'),
    corrections: await correctionsFor(args, out),
    linkFilter: readPattern(args, 'link-filter'),
    delay: readNumber(args, 'delay', { least: 0, most: 3600 }) ?? batchDefaults.delay,
    ...readLimits(args),
    retryFailed: args.flag('retry-failed'),
  }
}
