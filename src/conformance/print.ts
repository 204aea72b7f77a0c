import { printCheckCounts } from '../check-counts.js'
import { groupBy } from '../model/groups.js'
import { plural } from '../plural.js'
import { escapeText, type Paint } from '../terminal.js'
import type { ResourceResult, Validation } from './index.js'
import type { Problem } from './problems.js'

/** What was checked and what is wrong, for a person. All of it comes from a stranger’s files. */
export const printValidation = (validation: Validation, paint: Paint): string => {
  const sections = [
    headLines(validation, paint),
    ...problemSections(validation, paint),
    [verdictLine(validation, paint)],
  ]
  return `${sections.map((section) => section.join('\n')).join('\n\n')}\n`
}

const headLines = (validation: Validation, paint: Paint): string[] => {
  const { descriptor, resources, counts, arithmetic, withoutArithmetic } = validation
  const { name, title, version, file } = descriptor
  const heads = [name ?? file, title, version].filter((part) => part !== null).join('  ')
  return [
    paint('bold', escapeText(heads)),
    ...resources.map(resourceLine),
    `Checked: ${plural(counts.files, 'file')}, ${plural(counts.rows, 'row')}, ${plural(counts.keys, 'key')}, ` +
      `${plural(counts.references, 'reference')}, ${counts.hashes} hash${counts.hashes === 1 ? '' : 'es'}`,
    arithmetic
      ? `Arithmetic: ${printCheckCounts(arithmetic.verdicts)}; ${arithmetic.differing} otherwise than written`
      : `Arithmetic: not run, since ${withoutArithmetic}`,
  ]
}

const statuses: Readonly<Record<ResourceResult['status'], string>> = {
  checked: '',
  no_schema: ', without a schema',
  missing: 'missing',
  not_checked: 'not checked',
}

const resourceLine = ({ name, path, rows, status }: ResourceResult): string => {
  const count = rows === null ? '' : plural(rows, 'row')
  return `  ${escapeText(name)}  ${escapeText(path ?? '(inline)')}  ${count}${statuses[status]}`
}

/** How many places of a rule in a file are shown. */
const few = 5

const problemSections = ({ problems, problemsLeft }: Validation, paint: Paint): string[][] => [
  ...[...groupBy(problems, ({ file }) => file)].map(([file, ofFile]) => [
    paint('bold', escapeText(file)),
    ...[...groupBy(ofFile, ({ rule }) => rule).values()].flatMap((ofRule) => ruleLines(ofRule, paint)),
  ]),
  ...(problemsLeft > 0 ? [[`and ${problemsLeft} more problems, which are only counted`]] : []),
]

const ruleLines = (problems: readonly Problem[], paint: Paint): string[] => {
  const [first] = problems
  if (!first) return []
  const { severity, rule } = first
  const rest = problems.length > few ? [`    and ${problems.length - few} more`] : []
  const head = `  ${severity}  ${rule}  ${problems.length}`
  return [paint(severity === 'error' ? 'red' : 'yellow', head), ...problems.slice(0, few).map(placeLine), ...rest]
}

const placeLine = ({ row, field, found, expected, message }: Problem): string => {
  const parts = [
    row === null ? null : `row ${row}`,
    field,
    message,
    found === null ? null : `found ${found}`,
    expected === null ? null : `expected ${expected}`,
  ]
  return `    ${parts
    .filter((part) => part !== null && part !== '')
    .map((part) => escapeText(String(part)))
    .join('  ')}`
}

const verdictLine = ({ problems, problemsLeft, passed }: Validation, paint: Paint): string => {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const counts = `${plural(errors, 'error')}, ${plural(problems.length - errors, 'warning')}`
  const left = problemsLeft > 0 ? `, and ${problemsLeft} more problems` : ''
  return paint(passed ? 'green' : 'red', `${passed ? 'Valid' : 'Not valid'}: ${counts}${left}`)
}
