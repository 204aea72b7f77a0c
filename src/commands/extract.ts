import { YosanError } from '../errors.js'
import { findInputs } from '../inputs.js'
import { type ExitCode, type Extraction, type ExtractOptions, type Room, rooms, tableFiles } from '../options.js'
import { printSummary, summarise } from '../summary.js'
import { escapeText, painter, type Terminal } from '../terminal.js'
import { writeFiles } from '../write.js'
import type { Arguments } from './arguments.js'
import { readPages } from './pages.js'
import { printRoom } from './room.js'
import { suggest } from './suggest.js'

/** Makes one data set of all inputs and writes it. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (args.positionals.length === 0) throw new YosanError('bad_value', 'Name a file or folder: yosan extract INPUT...')
  const options = readOptions(args)
  const { emit, extract } = await import('../index.js')
  const extraction = await extractInputs(args.positionals, (files) => extract(files, options))
  for (const { message } of extraction.failures) terminal.err(`${escapeText(message)}\n`)
  if (extraction.rooms) for (const text of printRoom(extraction.rooms)) terminal.out(text)
  else {
    const { dataset } = extraction
    const files = dataset.documents.length > 0 ? await emit(dataset, { tables: args.flag('tables') }) : new Map()
    const paths = files.size > 0 ? await writeFiles(args.text('out') ?? '', files, [tableFiles]) : []
    report(extraction, paths, args, terminal)
  }
  return exitCodeOf(extraction)
}

const readOptions = (args: Arguments): ExtractOptions => {
  const pages = args.text('pages')
  const stopAfter = readRoom(args.text('stop-after'))
  return { pages: pages === null ? null : readPages(pages), ...(stopAfter && { stopAfter }) }
}

const readRoom = (name: string | null): Room | null => {
  const room = rooms.find((known) => known === name) ?? null
  if (name !== null && !room)
    throw new YosanError('bad_value', `--stop-after knows no room '${name}'.${suggest(name, rooms)}`)
  return room
}

/** Unusable folders join the failures of the documents. */
const extractInputs = async (
  paths: readonly string[],
  extract: (files: readonly string[]) => Promise<Extraction>,
): Promise<Extraction> => {
  const { files, failures } = await findInputs(paths)
  const extraction = await extract(files)
  return { ...extraction, failures: [...failures, ...extraction.failures] }
}

const report = (extraction: Extraction, files: readonly string[], args: Arguments, terminal: Terminal): void => {
  const summary = summarise(extraction, files)
  if (args.flag('json')) terminal.out(`${escapeText(JSON.stringify(summary))}\n`)
  else if (!args.flag('quiet') && files.length > 0) terminal.out(printSummary(summary, painter(terminal.colour)))
}

export const exitCodeOf = ({ dataset, failures, rooms }: Extraction): ExitCode => {
  if ((rooms ?? dataset.documents).length === 0) return 1
  return failures.length > 0 || dataset.documents.some(({ status }) => status === 'partial') ? 2 : 0
}
