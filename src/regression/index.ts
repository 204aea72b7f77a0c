import { YosanError } from '../errors.js'
import { readText, writeText } from '../files.js'
import { type Baseline, type BaselineFile, baselineOf, printBaseline, type Reason, readBaseline } from './baseline.js'
import { type Checkable, type Report, reasonOf, reportOf } from './report.js'

export type { Checkable, Report } from './report.js'

/** Accepts a data set as the truth: writes its figures to a file that `check` compares with. The reasons in a file that is
 * there already are kept.
 * @throws YosanError when the file is there and is no baseline, or cannot be written */
export const writeBaseline = async (dataset: Checkable, file: string, reason: string): Promise<Baseline> => {
  const before = await openBaseline(file)
  const reasons = [...(before?.reasons ?? []), reasonFor(dataset, before, reason)]
  const baseline = baselineOf(dataset, reasons)
  await writeText(file, printBaseline(baseline))
  return baseline
}

export interface Check {
  readonly report: Report
  /** The line of each entry of the baseline in its file, from 1. */
  readonly lines: BaselineFile['lines']
}

/** Compares a data set with its baseline.
 * @throws YosanError when there is no such baseline */
export const check = async (dataset: Checkable, file: string): Promise<Check> => {
  const before = await openBaseline(file)
  if (!before) throw new YosanError('missing_file', `There is no baseline ${file}: make one with yosan baseline DIR.`)
  return { report: compare(dataset, before), lines: before.lines }
}

const openBaseline = async (file: string): Promise<BaselineFile | null> => {
  const text = await readText(file)
  return text === null ? null : readBaseline(text, file)
}

const compare = (dataset: Checkable, before: Baseline): Report =>
  reportOf(before, { dataset, baseline: baselineOf(dataset, []) })

const reasonFor = (dataset: Checkable, before: Baseline | null, text: string): Reason =>
  reasonOf(text, compare(dataset, before ?? { documents: [], entries: [], reasons: [] }))
