import { type ProblemId, type ProblemSeverity, problemRules } from './problem-rules.js'

/** Something wrong in a package, and where. */
export interface Problem {
  /** The file, relative to the package. */
  readonly file: string
  /** The row in the file as a spreadsheet counts: the header is row 1, and a row with line breaks in its cells is one. Lines of
   * comments are not counted. Null where it is no single row. */
  readonly row: number | null
  /** The name of the column, or in a descriptor the JSON pointer; null where it is neither. */
  readonly field: string | null
  readonly rule: ProblemId
  readonly severity: ProblemSeverity
  readonly found: string | null
  readonly expected: string | null
  /** One sentence. */
  readonly message: string
}

export const problemColumns = [
  'file',
  'row',
  'field',
  'rule',
  'severity',
  'found',
  'expected',
  'message',
] as const satisfies readonly (keyof Problem)[]

export type Place = Pick<Problem, 'file' | 'row' | 'field'>

interface Detail {
  readonly found?: string | null
  readonly expected?: string | null
  /** Instead of the sentence of the rule. */
  readonly message?: string
}

export type Report = (rule: ProblemId, place: Place, detail?: Detail) => void

/** Problems as they are met. */
export interface Problems {
  readonly report: Report
  /** Whether a row has a problem already. */
  readonly isTold: (file: string, row: number) => boolean
  /** All that were kept, file by file in the order in which files were met first, and row by row. */
  readonly all: () => readonly Problem[]
  /** How many were met after the first `most`, and are only counted. */
  readonly left: () => number
}

/** More problems than anybody reads: those of a broken file of any length fit into memory. */
export const most = 100_000

/** The length of a text that a problem repeats. */
const longest = 200

export const gatherProblems = (): Problems => {
  const kept: Problem[] = []
  const files = new Map<string, Set<number>>()
  let left = 0
  const order = () => new Map([...files.keys()].map((file, i) => [file, i]))
  return {
    report: (rule, place, { found = null, expected = null, message } = {}) => {
      const { severity, title } = problemRules[rule]
      const rows = files.get(place.file) ?? new Set()
      files.set(place.file, rows)
      if (kept.length === most) left += 1
      else {
        if (place.row !== null) rows.add(place.row)
        const texts = { found: shorten(found), expected: shorten(expected), message: message ?? title }
        kept.push({ ...place, rule, severity, ...texts })
      }
    },
    isTold: (file, row) => left > 0 || files.get(file)?.has(row) === true,
    all: () => {
      const at = order()
      const rank = ({ file }: Problem) => at.get(file) ?? 0
      return kept.toSorted((a, b) => rank(a) - rank(b) || (a.row ?? 0) - (b.row ?? 0))
    },
    left: () => left,
  }
}

/** A text that is too long to repeat, with how long it is. */
const shorten = (text: string | null): string | null =>
  text === null || text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`

/** A JSON pointer to a place in a descriptor (RFC 6901). */
export const pointer = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
