import type { CheckRow } from '../model/check.js'
import { toCheckRows } from '../model/check-rows.js'
import { type Claim, claimThat } from '../model/claim.js'
import type { Dataset } from '../model/dataset.js'
import { unnamed } from '../model/document-name.js'
import type { Figure } from '../model/figure.js'
import type { IssueRow } from '../model/issue-row.js'
import { type IssueRuleId, issueRules } from '../model/issue-rules.js'
import type { LineRow } from '../model/line.js'
import { promisesOf } from './balance.js'
import { type Entry, type Value, yenOf } from './entry.js'
import { toFigure, yearOf } from './figures.js'
import { printBoxes } from './print-boxes.js'
import { Programmes, toProgramme } from './programmes.js'
import type { Reading } from './reading.js'
import type { Unread } from './unread.js'
import { issueOf, outcomesOf, unchecked } from './verdicts.js'

/** The data set of a document with what was read of it as a budget book: its other pages are in it already. */
export const joinBook = (dataset: Dataset, { entries, unread, fiscalYear }: Reading): Dataset => {
  const ids = idsOf(entries)
  const idOf = (value: Value): string => ids.get(value) as string
  const programmes = new Programmes((n) => `${unnamed}-${String(dataset.programmes.length + n).padStart(4, '0')}`)
  for (const entry of entries) programmes.add(entry, idOf)
  const claims = promisesOf(entries).map(({ rule, found, parts }) =>
    claimThat(
      rule,
      idOf(found),
      parts.map(({ value, sign }) => ({ figure: idOf(value), sign })),
    ),
  )
  const figuresFor = (checks: readonly CheckRow[]): Figure[] => {
    const outcomes = outcomesOf(checks)
    return entries.flatMap((entry) =>
      entry.values.map((value) => {
        const id = idOf(value)
        const outcome = outcomes.get(id) ?? unchecked
        return toFigure(value, { entry, id, documentId: unnamed, fiscalYear, programmes, outcome })
      }),
    )
  }
  const checks = checkRows(claims, figuresFor([]), dataset.checks.length)
  const figures = figuresFor(checks)
  const byId = new Map(figures.map((figure) => [figure.figure_id, figure]))
  const lines = entries.flatMap((entry) =>
    entry.values.map((value) => toLine(value, entry, byId.get(idOf(value)) as Figure, fiscalYear)),
  )
  const issues = issuesOf(figures, checks, unread, dataset.issues.length)
  return joined(dataset, {
    figures,
    programmes: programmes.nodes.map((node) => toProgramme(node, unnamed, (id) => byId.get(id) ?? null)),
    checks,
    issues,
    lines,
    fiscalYear,
  })
}

/** Ids of figures: the page, and their number on it. */
const idsOf = (entries: readonly Entry[]): ReadonlyMap<Value, string> => {
  const counts = new Map<number, number>()
  return new Map(
    entries.flatMap(({ values }) =>
      values.map((value) => {
        const n = (counts.get(value.page) ?? 0) + 1
        counts.set(value.page, n)
        return [value, `${unnamed}-p${String(value.page).padStart(3, '0')}-${String(n).padStart(3, '0')}`] as const
      }),
    ),
  )
}

/** Numbered behind the checks that are there. */
const checkRows = (claims: readonly Claim[], figures: readonly Figure[], before: number): CheckRow[] => {
  const byId = new Map(figures.map((figure) => [figure.figure_id, figure]))
  return toCheckRows(claims, (id) => byId.get(id) ?? null, { documentId: unnamed, letter: 'k' }).map((row, i) => ({
    ...row,
    check_id: `${unnamed}-k${String(before + i + 1).padStart(4, '0')}`,
  }))
}

const toLine = (
  value: Value,
  { account, direction, level, named, path, depth }: Entry,
  figure: Figure,
  fiscalYear: number | null,
): LineRow => ({
  line_id: figure.figure_id,
  document_id: unnamed,
  page: value.page,
  boxes: printBoxes(value.boxes),
  account,
  direction,
  level,
  code: named.code,
  name: named.name,
  kan: path.kan?.name ?? null,
  kou: path.kou?.name ?? null,
  moku: path.moku?.name ?? null,
  setsu: path.setsu?.name ?? null,
  setsu_code: path.setsu?.code ?? null,
  description_level: depth,
  column: value.column,
  fiscal_year: yearOf(value, fiscalYear),
  yen: yenOf(value),
  raw: value.raw,
  needs_review: figure.needs_review,
})

/** Rows of `issues` for figures in doubt, for checks that do not hold and for numbers that became no figure. */
const issuesOf = (
  figures: readonly Figure[],
  checks: readonly CheckRow[],
  unread: readonly Unread[],
  before: number,
): IssueRow[] => {
  const byId = new Map(figures.map((figure) => [figure.figure_id, figure]))
  const ofFigures = figures.flatMap((figure) =>
    (figure.review_reasons?.split(';') ?? []).flatMap((reason): Omit<IssueRow, 'issue_id'>[] =>
      ownIssues.includes(reason as IssueRuleId)
        ? [issue(figure, reason as IssueRuleId, issueRules[reason as IssueRuleId].title, null)]
        : [],
    ),
  )
  const ofChecks = checks.flatMap(({ rule, figure_id, verdict, expected_yen, message }) => {
    const figure = byId.get(figure_id ?? '')
    return verdict === 'mismatch' && figure ? [issue(figure, issueOf(rule), message ?? '', expected_yen)] : []
  })
  return [...ofFigures, ...ofChecks, ...unread.map(issueOfUnread)].map((row, i) => ({
    issue_id: `${unnamed}-i${String(before + i + 1).padStart(4, '0')}`,
    ...row,
  }))
}

const ownIssues: readonly IssueRuleId[] = ['amount_unreadable', 'unit_missing', 'programme_missing']

const issue = (
  { figure_id, page, line, boxes, raw }: Figure,
  rule: IssueRuleId,
  message: string,
  expected: number | null,
): Omit<IssueRow, 'issue_id'> => ({
  document_id: unnamed,
  figure_id,
  rule,
  severity: issueRules[rule].severity,
  page,
  line,
  boxes,
  message,
  found: raw,
  expected: expected === null ? null : `${expected.toLocaleString('en-US')}円`,
})

const issueOfUnread = ({ page, line, raw, box }: Unread): Omit<IssueRow, 'issue_id'> => ({
  document_id: unnamed,
  figure_id: null,
  rule: 'amount_without_row',
  severity: issueRules.amount_without_row.severity,
  page,
  line,
  boxes: printBoxes([box]),
  message: issueRules.amount_without_row.title,
  found: raw,
  expected: null,
})

type Own = Pick<Dataset, 'figures' | 'programmes' | 'checks' | 'issues' | 'lines'> & {
  readonly fiscalYear: number | null
}

const joined = (dataset: Dataset, own: Own): Dataset => {
  const figures = [...dataset.figures, ...own.figures].sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  const issues = [...dataset.issues, ...own.issues]
  const isSupplement = own.lines.some(({ column }) => column === 'supplement')
  return {
    figures,
    programmes: [...dataset.programmes, ...own.programmes],
    documents: dataset.documents.map((document) => ({
      ...document,
      document_type: 'budget_book',
      fiscal_year: own.fiscalYear ?? document.fiscal_year,
      stage: isSupplement ? 'supplementary' : 'enacted',
      figures_total: figures.length,
      issues_total: issues.length,
      needs_review_total: figures.filter(({ needs_review }) => needs_review).length,
    })),
    issues,
    checks: [...dataset.checks, ...own.checks],
    lines: own.lines,
    grids: dataset.grids,
  }
}
