import type { Term } from '../compare/index.js'
import { YosanError } from '../errors.js'
import { type BatchOptions, batchDefaults, type DocumentKind, documentKinds, type OptionName } from '../options.js'
import { stages } from '../schema.js'
import type { Arguments } from './arguments.js'
import { suggest } from './suggest.js'

interface Range {
  readonly least: number
  readonly most: number
  readonly isWhole?: boolean
}

/** The number that an option gives, or null when it is left out.
 * @throws YosanError for anything but a number in the range, in plain digits */
export const readNumber = (
  args: Arguments,
  name: OptionName,
  { least, most, isWhole = false }: Range,
): number | null => {
  const text = args.text(name)
  if (text === null) return null
  const value = /^\d{1,9}(?:\.\d{1,3})?$/u.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value
  const what = isWhole ? 'a whole number' : 'a number'
  throw new YosanError('bad_value', `--${name} takes ${what} from ${least} to ${most}, not '${text}'.`)
}

/** How many documents are extracted at once, and what each may take.
 * @throws YosanError for a number out of range */
export const readLimits = (args: Arguments): Pick<BatchOptions, 'workers' | 'timeout' | 'memory'> => ({
  workers: readNumber(args, 'workers', { least: 1, most: 256, isWhole: true }) ?? batchDefaults.workers,
  timeout: readNumber(args, 'timeout', { least: 1, most: 86_400 }) ?? batchDefaults.timeout,
  memory: readNumber(args, 'memory', { least: 512, most: 1_048_576, isWhole: true }) ?? batchDefaults.memory,
})

/** The regular expression that an option gives, for any case of letters, or null when it is left out.
 * @throws YosanError for one that cannot be read */
export const readPattern = (args: Arguments, name: OptionName): RegExp | null => {
  const text = args.text(name)
  if (text === null) return null
  try {
    return new RegExp(text, 'iu')
  } catch {
    throw new YosanError('bad_value', `--${name} takes a regular expression, and '${text}' is none.`)
  }
}

/** The year and stage that an option gives, such as 2024/draft or 2024/supplementary/1, or null when it is left out.
 * @throws YosanError for anything else */
export const readTerm = (args: Arguments, name: OptionName): Term | null => {
  const text = args.text(name)
  if (text === null) return null
  const [year = '', stage = '', number, ...rest] = text.split('/')
  const known = stages.find((one) => one === stage)
  const isNumber = number === undefined || (isNumbered(stage) && /^[1-9]\d?$/u.test(number))
  if (/^\d{4}$/u.test(year) && known && isNumber && rest.length === 0)
    return { fiscalYear: Number(year), stage: known, supplementaryNo: number === undefined ? null : Number(number) }
  const hint = known ? '' : suggest(stage, stages)
  throw new YosanError(
    'bad_value',
    `--${name} takes a year and a stage such as 2024/draft or 2024/supplementary/1, not '${text}'.${hint}`,
  )
}

/** Supplements have numbers, and so has what a budget is after one. */
const isNumbered = (stage: string): boolean => stage === 'revised' || stage.startsWith('supplementary')

/** What an option says that the documents are, or null when it is left out.
 * @throws YosanError for a kind that is not known */
export const readKind = (args: Arguments): DocumentKind | null => {
  const text = args.text('as')
  const kind = documentKinds.find((known) => known === text)
  if (text === null || kind) return kind ?? null
  throw new YosanError('bad_value', `--as knows no kind '${text}'.${suggest(text, documentKinds)}`)
}
