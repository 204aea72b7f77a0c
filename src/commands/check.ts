import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { holdsDataset, readTables } from '../dataset-folder.js'
import { YosanError } from '../errors.js'
import { writeText } from '../files.js'
import { baselineName, batchDefaults, type ExitCode } from '../options.js'
import { githubOf } from '../regression/github.js'
import {
  type BaselineFile,
  type Checkable,
  check,
  openBaseline,
  type Report,
  writeBaseline,
} from '../regression/index.js'
import { junitOf } from '../regression/junit.js'
import { printReport } from '../regression/print.js'
import { escapeText, painter, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { correctionsFor } from './corrections.js'
import { endingOnSignal } from './ending.js'
import { readLimits } from './values.js'

/** Compares a data set, or documents extracted again, with the accepted figures. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [folder, ...rest] = args.positionals
  if (folder === undefined || rest.length > 0)
    throw new YosanError('bad_value', 'Name one folder, of a data set or of documents: yosan check DIR')
  const file = args.text('baseline') ?? join(folder, baselineName)
  const baseline = await openBaseline(file)
  const dataset = (await holdsDataset(folder))
    ? await readAsIs(folder, args)
    : await extractAgain(folder, args, terminal)
  if (!dataset) return 1
  const report = check(dataset, baseline)
  await tell(report, { file, lines: baseline.lines }, args, terminal)
  const reason = args.text('accept')
  if (reason === null) return report.passed ? 0 : 1
  await writeBaseline(dataset, file, reason)
  if (!args.flag('quiet') && !args.flag('json')) terminal.out(`\n${escapeText(file)} is written anew.\n`)
  if (report.totals.faults === 0) return 0
  terminal.err('yosan: The faults of the data set stay, since no baseline can accept them: run yosan extract again.\n')
  return 1
}

interface Place {
  readonly file: string
  readonly lines: BaselineFile['lines']
}

const tell = async (report: Report, { file, lines }: Place, args: Arguments, terminal: Terminal): Promise<void> => {
  const junit = args.text('junit')
  if (junit !== null) await writeText(junit, junitOf(report))
  // Standard output is for the one object then; GitHub reads both.
  const annotate = args.flag('json') ? terminal.err : terminal.out
  if (args.flag('github')) annotate(githubOf(report, file, lines))
  if (args.flag('json')) terminal.out(`${escapeText(JSON.stringify(report))}\n`)
  else if (!args.flag('quiet')) terminal.out(printReport(report, painter(terminal.colour)))
}

const read = (folder: string): Promise<Checkable> =>
  readTables(folder, ['figures', 'programmes', 'documents', 'checks'])

/** @throws YosanError when corrections are given, which only documents that are extracted again take */
const readAsIs = (folder: string, args: Arguments): Promise<Checkable> => {
  if (args.text('corrections') === null) return read(folder)
  throw new YosanError(
    'bad_value',
    `${folder} is a data set, which check takes as it is: give --corrections to yosan extract, or name the folder of the documents.`,
  )
}

/** Makes a data set of the documents in a folder of its own, which is gone afterwards. */
const extractAgain = async (folder: string, args: Arguments, terminal: Terminal): Promise<Checkable | null> => {
  const { batch } = await import('../index.js')
  const out = await mkdtemp(join(tmpdir(), 'yosan-'))
  const ending = endingOnSignal()
  try {
    const options = { ...batchDefaults, out, ...readLimits(args), corrections: await correctionsFor(args, folder) }
    const { failures, files } = await batch([folder], options, { signal: ending.signal })
    for (const { message } of failures) terminal.err(`${escapeText(message)}\n`)
    return files.length === 0 ? null : await read(out)
  } catch (error) {
    if (!(error instanceof YosanError) || error.code !== 'interrupted') throw error
    throw new YosanError('interrupted', 'Interrupted: nothing was compared.')
  } finally {
    ending.forget()
    await rm(out, { recursive: true, force: true })
  }
}
