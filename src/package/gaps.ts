import { plural } from '../plural.js'
import type { Facts, Lack } from './facts.js'
import { inline } from './markdown.js'

/** What is known to be missing from a package or in doubt, each in one line of Markdown. */
export const gapsOf = (facts: Facts): string[] => gaps.flatMap((gap) => gap(facts))

const words: Readonly<Record<Lack, string>> = {
  fiscal_year: 'no fiscal year',
  stage: 'no stage of the budget',
  programme: 'no programme',
  unit: 'no amount, since it cannot be read or no unit is printed',
}

const gaps: readonly ((facts: Facts) => string[])[] = [
  ({ documents }) =>
    documents
      .filter(({ status }) => status === 'failed')
      .map(({ file_name }) => `${inline(file_name)} could not be read: it has no figures here.`),
  ({ documents }) =>
    documents.flatMap(({ file_name, status, pages_unreadable }) =>
      status !== 'partial'
        ? []
        : [`${inline(file_name)} could only be read in part; pages without figures here: ${pages_unreadable ?? '?'}.`],
    ),
  ({ documents }) =>
    documents.flatMap(({ file_name, page_count, pages_read, status }) =>
      status === 'complete' && page_count !== null && pages_read !== null && pages_read < page_count
        ? [`Of ${inline(file_name)} ${pages_read} of ${page_count} pages were asked for.`]
        : [],
    ),
  ({ summary: { figures, needs_review }, reasons }) =>
    needs_review === 0
      ? []
      : [
          `${plural(needs_review, 'figure')} of ${figures} are marked \`needs_review\`: ${reasons
            .map(([rule, count]) => `${count} by \`${rule}\``)
            .join(', ')}.`,
        ],
  ({ lacking }) =>
    (Object.keys(words) as Lack[]).flatMap((lack) =>
      lacking[lack] === 0 ? [] : [`${plural(lacking[lack], 'budget figure')} with ${words[lack]}.`],
    ),
  ({ ambiguous }) =>
    ambiguous === 0
      ? []
      : [
          `${plural(ambiguous, 'amount')} are not in \`programmes_series\`: a document has several programmes of their name, or prints a supplement with several amounts.`,
        ],
  ({ summary: { checks_by_verdict } }) => {
    const doubtful = ['mismatch', 'incomplete', 'not_run'].flatMap((verdict) =>
      checks_by_verdict[verdict] ? [`${checks_by_verdict[verdict]} \`${verdict}\``] : [],
    )
    return doubtful.length === 0
      ? []
      : [`Of the checks these prove nothing or speak against a figure: ${doubtful.join(', ')}.`]
  },
  ({ summary: { issues_by_rule } }) => {
    const rules = Object.entries(issues_by_rule).map(([rule, count]) => `${count} \`${rule}\``)
    return rules.length === 0 ? [] : [`\`issues\` names ${rules.join(', ')}.`]
  },
  ({ documents }) => {
    const local = documents.filter(({ source_url }) => source_url === null)
    return local.length === 0
      ? []
      : [`Of ${plural(local.length, 'document')} no address is known: they were local files.`]
  },
  () => ['Amounts in pictures and scans are not read, nor are amounts without digits or without 円.'],
]
