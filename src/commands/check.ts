import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { holdsDataset, readTables } from '../dataset-folder.js'
import { YosanError } from '../errors.js'
import { writeText } from '../files.js'
import { baselineName, batchDefaults, type ExitCode } from '../options.js'
import { githubOf } from '../regression/github.js'
import { type Checkable, check, writeBaseline } from '../regression/index.js'
import { junitOf } from '../regression/junit.js'
import { printReport } from '../regression/print.js'
import { escapeText, painter, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { endingOnSignal } from './ending.js'
import { readNumber } from './values.js'

/** Compares a data set, or documents extracted again, with the accepted figures. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [folder, ...rest] = args.positionals
  if (folder === undefined || rest.length > 0)
    throw new YosanError('bad_value', 'Name one folder, of a data set or of documents: yosan check DIR')
  const file = args.text('baseline') ?? join(folder, baselineName)
  const dataset = (await holdsDataset(folder)) ? await read(folder) : await extractAgain(folder, args, terminal)
  const made = await check(dataset, file)
  const { report } = made
  const junit = args.text('junit')
  if (junit !== null) await writeText(junit, junitOf(report))
  if (args.flag('github')) terminal.out(githubOf(made, file))
  if (args.flag('json')) terminal.out(`${escapeText(JSON.stringify(report))}\n`)
  else if (!args.flag('quiet')) terminal.out(printReport(report, painter(terminal.colour)))
  const reason = args.text('accept')
  if (reason === null) return report.passed ? 0 : 1
  await writeBaseline(dataset, file, reason)
  if (!args.flag('quiet') && !args.flag('json')) terminal.out(`\n${escapeText(file)} is written anew.\n`)
  return 0
}

const read = (folder: string): Promise<Checkable> =>
  readTables(folder, ['figures', 'programmes', 'documents', 'checks'])

/** Makes a data set of the documents in a folder of its own, which is gone afterwards. */
const extractAgain = async (folder: string, args: Arguments, terminal: Terminal): Promise<Checkable> => {
  const { batch } = await import('../index.js')
  const out = await mkdtemp(join(tmpdir(), 'yosan-'))
  const ending = endingOnSignal()
  try {
    const options = {
      ...batchDefaults,
      out,
      workers: readNumber(args, 'workers', { least: 1, most: 256, isWhole: true }) ?? batchDefaults.workers,
      timeout: readNumber(args, 'timeout', { least: 1, most: 86_400 }) ?? batchDefaults.timeout,
      memory: readNumber(args, 'memory', { least: 512, most: 1_048_576, isWhole: true }) ?? batchDefaults.memory,
    }
    const { failures, files } = await batch([folder], options, { signal: ending.signal })
    for (const { message } of failures) terminal.err(`${escapeText(message)}\n`)
    if (files.length === 0) throw new YosanError('bad_value', `No document of ${folder} could be read.`)
    return await read(out)
  } finally {
    ending.forget()
    await rm(out, { recursive: true, force: true })
  }
}
