import { join } from 'node:path'
import { writeCorrections } from '../corrections/file.js'
import { correctionsIn } from '../corrections/folder.js'
import { type Merged, mergeCorrections } from '../corrections/merge.js'
import { holdsDataset } from '../dataset-folder.js'
import { YosanError } from '../errors.js'
import { correctionsName, type ExitCode } from '../options.js'
import { plural } from '../plural.js'
import { escapeText, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { readCorrectionFile } from './corrections.js'

/** Merges files of corrections into those of a data set, or counts these. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [folder, ...files] = args.positionals
  if (folder === undefined)
    throw new YosanError(
      'bad_value',
      'Name the folder of a data set and files of corrections: yosan correct DIR FILE...',
    )
  const file = join(folder, correctionsName)
  const before = await correctionsIn(folder)
  if (before.length === 0 && !(await holdsDataset(folder)))
    throw new YosanError('missing_file', `${folder} holds no data set: run yosan extract first, or name its folder.`)
  const later = await Promise.all(files.map(readCorrectionFile))
  const merged = mergeCorrections(before, later.flat())
  if (files.length > 0) await writeCorrections(file, merged.corrections)
  if (args.flag('json')) terminal.out(`${escapeText(JSON.stringify(countsOf(merged)))}\n`)
  else if (!args.flag('quiet')) terminal.out(`${escapeText(file)}: ${files.length > 0 ? told(merged) : listed(merged)}`)
  return 0
}

type Counts = Readonly<
  Record<'corrections' | 'accept' | 'correct' | 'reject' | 'added' | 'replaced' | 'same' | 'withdrawn', number>
>

const countsOf = ({ corrections, added, replaced, same, withdrawn }: Merged): Counts => {
  const count = (wanted: string): number => corrections.filter(({ action }) => action === wanted).length
  const actions = { accept: count('accept'), correct: count('correct'), reject: count('reject') }
  return { corrections: corrections.length, ...actions, added, replaced, same, withdrawn }
}

const listed = (merged: Merged): string => {
  const { corrections, accept, correct, reject } = countsOf(merged)
  return `${plural(corrections, 'correction')}: ${accept} accept, ${correct} correct, ${reject} reject.\n`
}

const told = (merged: Merged): string => {
  const { added, replaced, same, withdrawn } = merged
  const again = added + replaced + withdrawn > 0 ? 'Run yosan extract again to apply them.\n' : ''
  return `${added} new, ${replaced} replaced, ${same} as before, ${withdrawn} withdrawn.\nNow ${listed(merged)}${again}`
}
