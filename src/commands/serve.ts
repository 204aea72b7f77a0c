import { basename, join } from 'node:path'
import { readTables } from '../dataset-folder.js'
import { YosanError } from '../errors.js'
import { correctionsName, type ExitCode } from '../options.js'
import { homePage } from '../report/page-names.js'
import { closeServer, listen, serve } from '../serve/index.js'
import { ReviewStore } from '../serve/review-store.js'
import { escapeText, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { endingOnSignal } from './ending.js'
import { reporting } from './report.js'
import { readNumber } from './values.js'

/** Serves review pages on this machine until it is told to end. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [folder, ...documents] = args.positionals
  if (folder === undefined)
    throw new YosanError('bad_value', 'Name the folder of a data set: yosan serve DIR [DOCUMENTS...]')
  const port = readNumber(args, 'port', { least: 0, most: 65_535, isWhole: true }) ?? 0
  const { documents: rows } = await readTables(folder, ['documents'])
  const server = await listen(port)
  try {
    const place = join(folder, '.yosan', 'review')
    const to = rows.length === 1 ? join(place, homePage) : place
    const written = await reporting(folder, to, { documents, saving: 'server' }, args, terminal)
    const file = join(folder, correctionsName)
    const address = serve(server, {
      pages: new Map(written.pages.map((path) => [basename(path), path])),
      home: basename(written.page),
      documents: new Map(rows.map((row) => [row.document_id, row])),
      store: new ReviewStore(folder),
    })
    terminal.out(`Open ${address}\nCorrections are written to ${escapeText(file)}. Ctrl-C ends.\n`)
    await ended()
  } finally {
    await closeServer(server)
  }
  return 0
}

const ended = async (): Promise<void> => {
  const { signal, forget } = endingOnSignal()
  if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  forget()
}
