import { printCheckCounts } from './check-counts.js'
import { issueRules } from './model/issue-rules.js'
import { tableFiles } from './options.js'
import { plural } from './plural.js'
import type { Review, Summary } from './tally.js'
import { escapeText, type Paint } from './terminal.js'

/** The summary for a person. */
export const printSummary = (summary: Summary, paint: Paint): string => {
  const sections = [documentsOf(summary, paint), countsOf(summary, paint), issuesOf(summary, paint)]
  const lines = [...sections, correctionsOf(summary, paint), reviewOf(summary, paint), filesOf(summary)].filter(
    (section) => section.length > 0,
  )
  return `${lines.map((section) => section.join('\n')).join('\n\n')}\n`
}

/** From how many documents on only those that need a look are named. */
const many = 11

const documentsOf = ({ documents }: Summary, paint: Paint): string[] => {
  if (documents.length < many) return documents.map((document) => documentLine(document, paint))
  const counts = (['complete', 'partial', 'failed'] as const).flatMap((status) => {
    const count = documents.filter((document) => document.status === status).length
    return count > 0 ? [`${count} ${status}`] : []
  })
  const trouble = documents.filter(({ status }) => status !== 'complete')
  return [
    `${paint('bold', plural(documents.length, 'document'))}: ${counts.join(', ')}`,
    ...trouble.map((document) => `  ${documentLine(document, paint)}`),
  ]
}

const documentLine = (document: Summary['documents'][number], paint: Paint): string => {
  const { file_name, document_type, pages_read, pages_unreadable, status } = document
  const name = paint('bold', escapeText(file_name))
  if (status === 'failed') return `${name}  ${paint('red', 'failed')}`
  const pages = pages_read === null ? 'text' : plural(pages_read, 'page')
  const kind = document_type === 'budget_book' ? ', a budget book' : ''
  const unreadable = pages_unreadable === null ? '' : `, unreadable: ${pages_unreadable.replaceAll(';', ', ')}`
  return `${name}  ${pages}${kind}${status === 'partial' ? paint('red', ` (partial${unreadable})`) : ''}`
}

const countsOf = (summary: Summary, paint: Paint): string[] => {
  const { figures, figures_by_role, figures_confirmed, programmes, lines, tables } = summary
  const { checks, checks_by_verdict } = summary
  return [
    `${paint('bold', plural(figures, 'figure'))}${figures > 0 ? `: ${listOf(figures_by_role)}` : ''}`,
    paint('bold', plural(programmes, 'programme')),
    ...(lines > 0 ? [balanceOf(summary, paint)] : []),
    ...(tables > 0 ? [paint('bold', plural(tables, 'table'))] : []),
    ...(figures_confirmed > 0 ? [`${plural(figures_confirmed, 'figure')} confirmed by a check`] : []),
    ...(checks > 0 ? [paint('bold', printCheckCounts(checks_by_verdict))] : []),
  ]
}

/** Whether the money of budget books adds up. */
const balanceOf = ({ lines, balance_checks: made, balance_checks_holding: hold }: Summary, paint: Paint): string =>
  `${paint('bold', `${plural(lines, 'line')} of a budget book`)}: ${plural(made, 'balance check')} made, ${hold} hold`

const listOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')

const issuesOf = ({ issues, issues_by_rule }: Summary, paint: Paint): string[] => [
  paint('bold', plural(issues, 'issue')),
  ...Object.entries(issues_by_rule).map(([rule, count]) => `${String(count).padStart(6)}  ${titleOf(rule)} (${rule})`),
]

const titleOf = (rule: string): string =>
  Object.entries(issueRules)
    .find(([id]) => id === rule)?.[1]
    .title.replace(/\.$/, '') ?? rule

/** Nothing where nobody corrected anything. */
const correctionsOf = ({ corrections }: Summary, paint: Paint): string[] => {
  const { accepted, corrected, rejected, unmatched, elsewhere, elsewhere_documents: others } = corrections
  const applied = accepted + corrected + rejected
  const counts = `${accepted} accepted, ${corrected} corrected, ${rejected} rejected`
  return [
    ...(applied > 0 ? [`${paint('bold', `${plural(applied, 'correction')} applied`)}: ${counts}`] : []),
    ...(unmatched > 0
      ? [
          paint(
            'yellow',
            `${plural(unmatched, 'correction')} not applied: no figure fits, several do, or one is read otherwise now`,
          ),
        ]
      : []),
    ...(elsewhere > 0
      ? [`${plural(elsewhere, 'correction')} of ${plural(others.length, 'document')} not here: ${namesOf(others)}`]
      : []),
  ]
}

/** Of many names the first few. */
const namesOf = (names: readonly string[]): string =>
  [...names.slice(0, 3).map(escapeText), ...(names.length > 3 ? [`and ${names.length - 3} more`] : [])].join(', ')

const reviewOf = ({ needs_review, review }: Summary, paint: Paint): string[] => {
  if (needs_review === 0) return [paint('green', 'No figure asks for review')]
  const head = `${plural(needs_review, 'figure')} ${needs_review === 1 ? 'asks' : 'ask'} for review`
  return [
    paint('yellow', needs_review > review.length ? `${head}, the first ${review.length}:` : `${head}:`),
    ...review.map((figure) => `  ${reviewLine(figure)}`),
  ]
}

const reviewLine = ({ figure_id, page, line, raw, programme, review_reasons }: Review): string =>
  [
    figure_id,
    page === null ? `line ${line}` : `page ${page}`,
    raw,
    programme ?? '(no programme)',
    review_reasons?.replaceAll(';', ', ') ?? '(no reason)',
  ]
    .map(escapeText)
    .join('  ')

/** A book has hundreds of tables, so their files are counted and not listed. */
const filesOf = ({ files }: Summary): string[] => {
  const grids = files.filter(tableFiles.isOne)
  const folder = (grids[0] ?? '').replace(/[^/\\]*$/u, '')
  const lines = [
    ...files.filter((file) => !tableFiles.isOne(file)).map(escapeText),
    ...(grids.length > 0 ? [`${escapeText(folder)}  ${plural(grids.length, 'table')}`] : []),
  ]
  return lines.length === 0 ? [] : ['Files written:', ...lines.map((line) => `  ${line}`)]
}
