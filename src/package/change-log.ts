import { plural } from '../plural.js'
import { lineOf, wordsOf } from '../regression/print.js'
import { countsOf, type DocumentReport } from '../regression/report.js'
import { inline } from './markdown.js'

/** A log that tells of no edition. */
export const emptyLog = '# Changes\n'

/** How many changes of a document the log tells; `changes.csv` has all. */
const many = 20

interface Published {
  readonly version: string
  readonly figures: number
  readonly documents: number
}

/** The log of a first edition. */
export const firstLog = ({ version, figures, documents }: Published): string =>
  `${emptyLog}\n## ${version}\n\nFirst edition: ${plural(figures, 'figure')} of ${plural(documents, 'document')}.\n`

/** The log with an edition on top that only has another version. */
export const sameLog = (before: string, version: string): string =>
  onTop(before, version, 'The data are those of the version before.\n')

/** The log with an edition on top whose columns or values are of another version of yosan. */
export const columnsLog = (before: string, version: string): string =>
  onTop(
    before,
    version,
    'Columns changed, or what they may hold, so the figures were not compared one by one with those of the version before.\n',
  )

/** What a log keeps of a document's changes. */
export interface DocumentNote {
  readonly report: Omit<DocumentReport, 'added' | 'removed' | 'changed'>
  readonly counts: ReturnType<typeof countsOf>
  readonly lines: readonly string[]
}

/** Keeps what the log tells of a document; null when nothing became of it. */
export const noteOf = (report: DocumentReport): DocumentNote => {
  const lines = [
    ...report.changed.flatMap(({ fields, before, after }) => [
      `~ changed ${wordsOf(fields)}\n      was ${lineOf(before)}\n      is  ${lineOf(after)}`,
    ]),
    ...report.removed.map((entry) => `- ${lineOf(entry)}`),
    ...report.added.map((entry) => `+ ${lineOf(entry)}`),
  ]
  const { added: _a, removed: _r, changed: _c, ...rest } = report
  const more = lines.length > many ? [`and ${lines.length - many} more`] : []
  return { report: rest, counts: countsOf([report]), lines: [...lines.slice(0, many), ...more] }
}

/** The log with a new edition on top. */
export const logOf = (before: string, version: string, notes: readonly DocumentNote[]): string => {
  const sum = (field: 'same' | 'added' | 'removed' | 'changed'): number =>
    notes.reduce((total, { counts }) => total + counts[field], 0)
  const sections = notes.filter(({ lines, report }) => lines.length > 0 || report.file !== 'as_before').map(sectionOf)
  const counts = `${plural(sum('added'), 'figure')} added, ${sum('removed')} removed, ${sum('changed')} changed, ${sum('same')} as before.\n`
  return onTop(before, version, [counts, ...sections].join(''))
}

const onTop = (before: string, version: string, section: string): string => {
  const older = before.startsWith(emptyLog) ? before.slice(emptyLog.length) : `\n${before}`
  return `${emptyLog}\n## ${version}\n\n${section}${older}`
}

const files: Readonly<Record<DocumentNote['report']['file'], string | null>> = {
  as_before: null,
  other_bytes: 'has other bytes',
  other_status: 'is read less or more completely',
  new: 'is new',
  gone: 'is gone',
}

/** A document's changes; printed text stands in indented lines, where no mark of it means anything. */
const sectionOf = ({ report: { document, file }, lines }: DocumentNote): string => {
  const about = files[file]
  const head = `\n### ${inline(document)}\n${about === null ? '' : `\nThe document ${about}.\n`}`
  return lines.length === 0 ? head : `${head}\n${lines.map((line) => `    ${line}\n`).join('')}`
}
