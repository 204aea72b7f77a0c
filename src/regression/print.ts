import { printCheckCounts } from '../check-counts.js'
import { plural } from '../plural.js'
import { escapeText, type Paint } from '../terminal.js'
import type { Change } from './compare-entries.js'
import type { Entry } from './entry.js'
import type { DocumentReport, Report } from './report.js'

/** From how many differences of a document on the rest is counted. */
const many = 50

/** A report for a person: what differs, document by document, and how much was checked. */
export const printReport = (report: Report, paint: Paint): string => {
  const documents = report.documents.flatMap((document) => documentLines(document, paint))
  const sections = [documents, totalLines(report, paint), checkLines(report, paint)]
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`
}

const files: Readonly<Record<DocumentReport['file'], string | null>> = {
  as_before: null,
  other_bytes: 'the file has other bytes than in the baseline',
  other_status: 'is read less or more completely than in the baseline',
  new: 'is not in the baseline',
  gone: 'is only in the baseline',
}

const documentLines = (report: DocumentReport, paint: Paint): string[] => {
  const { document, file, status, statusBefore, added, removed, changed } = report
  const about = files[file]
  const found = [
    ...changed.map((change) => changeLines(change, paint)),
    ...removed.map((entry) => [paint('red', `  - removed  ${lineOf(entry)}`)]),
    ...added.map((entry) => [paint('green', `  + added    ${lineOf(entry)}`)]),
  ]
  if (about === null && found.length === 0) return []
  const rest = found.length > many ? [`  and ${found.length - many} more`] : []
  const note = about === null ? '' : `: ${about}${file === 'other_status' ? ` (${status}, was ${statusBefore})` : ''}`
  return [paint('bold', `${escapeText(document)}${note}`), ...found.slice(0, many).flat(), ...rest]
}

const changeLines = ({ fields, before, after }: Change, paint: Paint): string[] => [
  paint('yellow', `  ~ changed  ${wordsOf(fields)}`),
  `      was    ${lineOf(before)}`,
  `      is     ${lineOf(after)}`,
]

/** What a person calls the fields of an entry. */
const words: Readonly<Record<keyof Entry, string>> = {
  document: 'document',
  page: 'page',
  programme: 'programme',
  role: 'role',
  year: 'year',
  stage: 'stage',
  yen: 'value',
  raw: 'print',
  flags: 'flags',
}

export const wordsOf = (fields: readonly (keyof Entry)[]): string => fields.map((field) => words[field]).join(', ')

/** An entry in one line. */
export const lineOf = ({ page, programme, role, year, stage, yen, raw, flags }: Entry): string =>
  [
    page === '' ? 'text' : `page ${page}`,
    raw,
    yen === '' ? 'no value' : `${grouped(yen)} yen`,
    [role, year, stage].filter((part) => part !== '').join(' '),
    programme === '' ? '(no programme)' : programme,
    flags,
  ]
    .filter((part) => part !== '')
    .map(escapeText)
    .join('  ')

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+(?!\d))/gu, ',')

const totalLines = ({ totals, passed }: Report, paint: Paint): string[] => {
  const { same, changed, removed, added, documents, faults } = totals
  const counts = [
    `${plural(same, 'figure')} as in the baseline`,
    `${changed} changed`,
    `${removed} removed`,
    `${added} added`,
    ...(documents > 0 ? [`documents that came, went or are read otherwise: ${documents}`] : []),
    ...(faults > 0 ? [`faults of the data set: ${faults}`] : []),
  ]
  return [paint(passed ? 'green' : 'red', `${passed ? 'No difference' : 'Different'}: ${counts.join(', ')}`)]
}

const checkLines = ({ checks: { verdicts, faults } }: Report, paint: Paint): string[] => [
  `Reckoned again: ${printCheckCounts(verdicts)}`,
  ...faults
    .slice(0, many)
    .map(({ id, rule, message }) => paint('red', `  ! ${escapeText(`${id}  ${message} (${rule})`)}`)),
  ...(faults.length > many ? [`  and ${faults.length - many} more`] : []),
]
