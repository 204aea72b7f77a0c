import { join } from 'node:path'
import { correctionsIn } from '../corrections/folder.js'
import { readTables } from '../dataset-folder.js'
import { YosanError } from '../errors.js'
import { isFolder } from '../files.js'
import { batchDefaults, type ExitCode } from '../options.js'
import { plural } from '../plural.js'
import { type ReportOptions, type Written, writeReport } from '../report/index.js'
import { escapeText, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { endingOnSignal } from './ending.js'
import { readNumber } from './values.js'

/** Writes the review pages of a data set. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [folder, ...documents] = args.positionals
  if (folder === undefined)
    throw new YosanError('bad_value', 'Name the folder of a data set: yosan report DIR [DOCUMENTS...]')
  const to = await placeOf(folder, args.text('to'))
  const written = await reporting(folder, to, { documents, saving: 'download' }, args, terminal)
  if (args.flag('json')) terminal.out(`${escapeText(JSON.stringify(written))}\n`)
  else if (!args.flag('quiet')) terminal.out(told(written))
  return written.withoutPictures.length > 0 ? 2 : 0
}

/** One document makes one file to pass on, in the folder that is named. */
const placeOf = async (folder: string, wanted: string | null): Promise<string> => {
  const { documents } = await readTables(folder, ['documents'])
  if (documents.length !== 1) return wanted ?? join(folder, 'report')
  return wanted !== null && !(await isFolder(wanted)) ? wanted : join(wanted ?? folder, 'report.html')
}

/** Writes a report, with progress, until it is done or interrupted. */
export const reporting = async (
  folder: string,
  to: string,
  wanted: Pick<ReportOptions, 'documents' | 'saving'>,
  args: Arguments,
  terminal: Terminal,
): Promise<Written> => {
  const ending = endingOnSignal()
  const isQuiet = args.flag('quiet') || args.flag('json')
  try {
    return await writeReport(folder, to, {
      ...wanted,
      corrections: await correctionsIn(folder),
      workers: readNumber(args, 'workers', { least: 1, most: 256, isWhole: true }) ?? batchDefaults.workers,
      signal: ending.signal,
      onDocument: ({ file_name, page_count }) => {
        const pages = page_count === null ? 'text' : plural(page_count, 'page')
        if (!isQuiet) terminal.screen?.write(`${escapeText(file_name)}  ${pages}\n`)
      },
    })
  } catch (error) {
    if (!ending.signal.aborted) throw error
    throw new YosanError('interrupted', 'Interrupted: pages that were not done are as they were.')
  } finally {
    ending.forget()
  }
}

const told = ({ page, documents, withoutPictures }: Written): string => {
  const lost = withoutPictures.map((name) => `  ${escapeText(name)}\n`).join('')
  const advice =
    lost === ''
      ? ''
      : `\nNot found, so that pages have no pictures (name their folder: yosan report DIR FOLDER):\n${lost}`
  return `${plural(documents.length, 'document')}. Open ${escapeText(page)}\n${advice}`
}
