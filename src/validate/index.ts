import type { Dataset } from '../model/dataset.js'
import { documentSchema } from '../model/document.js'
import type { Assembly, Leftover } from '../model/draft.js'
import { type Figure, figureSchema } from '../model/figure.js'
import type { Issue } from '../model/issue.js'
import type { IssueRow } from '../model/issue-row.js'
import { type IssueRuleId, issueRules } from '../model/issue-rules.js'
import type { Source } from '../model/page.js'
import { type Programme, programmeSchema } from '../model/programme.js'
import { missing, unreadable } from './checks/gaps.js'
import { parts } from './checks/parts.js'
import { comparisonAlone, previousYear } from './checks/previous-year.js'
import { printings } from './checks/printings.js'
import type { Check, Checked, Verdict } from './context.js'
import { printBoxes, toFigure } from './figures.js'
import { toProgrammes } from './programmes.js'

/** What the corridor knows of the document beside its assembly. */
export interface About {
  readonly documentId: string
  readonly source: Source
  /** Pages that were asked for and read, with the ones among them that could not be. */
  readonly pagesRead: number
  readonly unreadable: readonly number[]
  readonly toolVersion: string
  readonly rulesVersion: string
}

const checks: readonly Check[] = [missing, unreadable, comparisonAlone, previousYear, printings, parts]

/** assemble -> emit: a document's rows, checked against each other and against the schema. */
export const validate = (assembly: Assembly, about: About): Dataset => {
  const { documentId } = about
  const rowIds = assembly.programmes.map((_, i) => `${documentId}-${String(i + 1).padStart(4, '0')}`)
  const drafted = draftFigures(assembly, documentId, rowIds)
  const verdicts = checks.flatMap((check) => check(drafted, assembly.programmes))
  const figures = drafted.map((checked) => withVerdicts(checked, drafted, verdicts))
  const programmes = toProgrammes(assembly.programmes, rowIds, documentId, figures)
  const fitting = fitSchema(
    figures.map(({ figure }) => figure),
    programmes,
  )
  const troubles = [
    ...assembly.issues.map(ofPage),
    ...verdicts.flatMap(ofVerdict),
    ...leftoverIssues(assembly.leftovers),
    ...fitting.troubles,
  ]
  const issues = toRows(troubles, documentId)
  const document = documentSchema.parse(toDocument(assembly, about, fitting.figures, issues.length))
  return { figures: fitting.figures, programmes: fitting.programmes, documents: [document], issues }
}

/** Rows that do not fit the published schema are a fault of the rules: they are left out and reported. */
const fitSchema = (figures: readonly Figure[], programmes: readonly Programme[]) => {
  const troubles: Trouble[] = []
  const fits = (schema: typeof figureSchema | typeof programmeSchema, row: Figure | Programme): boolean => {
    const result = schema.safeParse(row)
    if (result.success) return true
    const [first] = result.error.issues
    const id = 'figure_id' in row ? row.figure_id : row.programme_row_id
    const rule: IssueRuleId = 'schema_violation'
    troubles.push({
      figure_id: null,
      rule,
      severity: issueRules[rule].severity,
      page: null,
      line: null,
      boxes: null,
      message: `The row ${id} does not fit the schema: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}.`,
      found: JSON.stringify(row),
      expected: null,
    })
    return false
  }
  return {
    figures: figures.filter((row) => fits(figureSchema, row)),
    programmes: programmes.filter((row) => fits(programmeSchema, row)),
    troubles,
  }
}

/** Ids count the figures of a page in reading order. */
const draftFigures = (assembly: Assembly, documentId: string, rowIds: readonly string[]): Checked[] => {
  const counts = new Map<number, number>()
  return assembly.drafts.map((draft) => {
    const page = draft.place.page ?? 0
    const n = (counts.get(page) ?? 0) + 1
    counts.set(page, n)
    const id = `${documentId}-p${String(page).padStart(3, '0')}-${String(n).padStart(3, '0')}`
    return {
      draft,
      figure: toFigure(draft, id, documentId, assembly.programmes, rowIds),
      programme: draft.programme === null ? null : (assembly.programmes[draft.programme] ?? null),
    }
  })
}

const severities = ['not_checked', 'ok', 'rounding', 'warning', 'error'] as const

const withVerdicts = (checked: Checked, all: readonly Checked[], verdicts: readonly Verdict[]): Checked => {
  const own = verdicts.filter(({ figures }) => figures.includes(checked))
  const reasons = [
    ...(checked.figure.review_reasons?.split(';') ?? []),
    ...own.flatMap(({ review, rule }) => (review && rule ? [rule] : [])),
  ]
  const repeats = own.find((verdict) => verdict.repeats !== undefined && verdict.repeats !== checked)?.repeats
  const { compares } = checked.draft
  const figure = {
    ...checked.figure,
    compares_figure_id: compares === null ? null : (all[compares]?.figure.figure_id ?? null),
    duplicate_of_figure_id: repeats?.figure.figure_id ?? null,
    check_status: severities[Math.max(0, ...own.map(({ status }) => severities.indexOf(status)))] ?? 'not_checked',
    needs_review: reasons.length > 0,
    review_reasons: reasons.length > 0 ? [...new Set(reasons)].join(';') : null,
  }
  return { ...checked, figure }
}

type Trouble = Omit<IssueRow, 'issue_id' | 'document_id'>

const ofPage = ({ rule, severity, page, line, boxes, message, found, expected }: Issue): Trouble => ({
  figure_id: null,
  rule,
  severity,
  page,
  line,
  boxes: printBoxes(boxes),
  message,
  found,
  expected,
})

const ofVerdict = ({ rule, figures, message, found, expected }: Verdict): Trouble[] => {
  const figure = figures.at(-1)?.figure
  if (!rule || !figure) return []
  return [
    {
      figure_id: figure.figure_id,
      rule,
      severity: issueRules[rule].severity,
      page: figure.page,
      line: figure.line,
      boxes: figure.boxes,
      message,
      found,
      expected,
    },
  ]
}

/** Numbers without a unit are named page by page, or a budget book would report each of its cells. */
const leftoverIssues = (leftovers: readonly Leftover[]): Trouble[] => {
  const byPage = new Map<number | null, Leftover[]>()
  for (const leftover of leftovers) {
    const group = byPage.get(leftover.place.page) ?? []
    byPage.set(leftover.place.page, group)
    group.push(leftover)
  }
  const rule: IssueRuleId = 'unit_missing'
  return [...byPage].map(([page, group]) => ({
    figure_id: null,
    rule,
    severity: issueRules[rule].severity,
    page,
    line: group[0]?.place.line ?? null,
    boxes: page === null ? null : printBoxes(group.flatMap(({ place }) => place.boxes)),
    message: `${group.length} numbers of a table have no unit beside them and were not read as money.`,
    found: group
      .slice(0, 5)
      .map(({ raw }) => raw)
      .join(' '),
    expected: null,
  }))
}

const toRows = (troubles: readonly Trouble[], documentId: string): IssueRow[] =>
  troubles.map((trouble, i) => ({
    issue_id: `${documentId}-i${String(i + 1).padStart(4, '0')}`,
    document_id: documentId,
    ...trouble,
  }))

const toDocument = (
  assembly: Assembly,
  { documentId, source, pagesRead, unreadable: bad, toolVersion, rulesVersion }: About,
  figures: Dataset['figures'],
  issuesTotal: number,
): Dataset['documents'][number] => ({
  document_id: documentId,
  file_name: source.name,
  title: assembly.title ?? source.title ?? source.name,
  fiscal_year: assembly.fiscalYear,
  stage: assembly.stage,
  sha256: source.sha256,
  bytes: source.bytes,
  page_count: source.kind === 'pdf' ? source.pageCount : null,
  pages_read: source.kind === 'pdf' ? pagesRead : null,
  pages_unreadable: bad.length === 0 ? null : bad.join(';'),
  text_source: source.kind === 'pdf' ? 'text_layer' : 'text',
  figures_total: figures.length,
  issues_total: issuesTotal,
  needs_review_total: figures.filter(({ needs_review }) => needs_review).length,
  status: bad.length === 0 ? 'complete' : 'partial',
  tool_version: toolVersion,
  rules_version: rulesVersion,
})
