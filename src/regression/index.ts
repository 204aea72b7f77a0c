import { YosanError } from '../errors.js'
import { readText, writeText } from '../files.js'
import { type Baseline, type BaselineFile, baselineOf, printBaseline, readBaseline } from './baseline.js'
import { type Checkable, compareDocuments, countsOf, type Report, reasonOf, reportOf } from './report.js'

export type { BaselineFile } from './baseline.js'
export type { Checkable, Report } from './report.js'

/** Accepts a data set as the truth: writes its figures to a file that `check` compares with. The reasons in a file that is
 * there already are kept; null says nothing where nothing changes.
 * @throws YosanError when the file is there and is no baseline, or cannot be written */
export const writeBaseline = async (dataset: Checkable, file: string, reason: string | null): Promise<Baseline> => {
  const before = await readBaselineFile(file)
  const now = baselineOf(dataset, before?.reasons ?? [])
  const counts = countsOf(compareDocuments(before ?? nothing, now))
  const isSame = before !== null && counts.added + counts.removed + counts.changed + counts.documents === 0
  const newest = reason === null && isSame ? [] : [reasonOf(reason ?? 'Accepted.', counts)]
  const baseline = { ...now, reasons: [...now.reasons, ...newest] }
  await writeText(file, printBaseline(baseline))
  return baseline
}

const nothing = { documents: [], entries: [] } as const

/** Reads the file of a baseline.
 * @throws YosanError when it is not there or is no baseline */
export const openBaseline = async (file: string): Promise<BaselineFile> => {
  const before = await readBaselineFile(file)
  if (before) return before
  throw new YosanError('missing_file', `There is no baseline ${file}: make one with yosan baseline DIR.`)
}

const readBaselineFile = async (file: string): Promise<BaselineFile | null> => {
  const text = await readText(file)
  return text === null ? null : readBaseline(text, file)
}

/** Compares a data set with its baseline, document by document, and reckons its checks again. */
export const check = (dataset: Checkable, before: Baseline): Report =>
  reportOf(before, { dataset, baseline: baselineOf(dataset, []) })
