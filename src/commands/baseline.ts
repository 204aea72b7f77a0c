import { join } from 'node:path'
import { readTables } from '../dataset-folder.js'
import { YosanError } from '../errors.js'
import { baselineName, type ExitCode } from '../options.js'
import { plural } from '../plural.js'
import { writeBaseline } from '../regression/index.js'
import { escapeText, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'

/** Accepts a data set as the truth. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [folder, ...rest] = args.positionals
  if (folder === undefined || rest.length > 0)
    throw new YosanError('bad_value', 'Name the folder of one data set: yosan baseline DIR')
  const dataset = await readTables(folder, ['figures', 'programmes', 'documents', 'checks'])
  const file = args.text('baseline') ?? join(folder, baselineName)
  const { entries, documents } = await writeBaseline(dataset, file, args.text('accept'))
  if (!args.flag('quiet'))
    terminal.out(
      `${escapeText(file)}: accepted ${plural(entries.length, 'figure')} of ${plural(documents.length, 'document')}.\n`,
    )
  return 0
}
