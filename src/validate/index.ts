import { toCheckRows } from '../model/check-rows.js'
import type { Claim } from '../model/claim.js'

import type { Dataset } from '../model/dataset.js'
import { documentSchema } from '../model/document.js'
import type { Assembly } from '../model/draft.js'
import { figureSchema } from '../model/figure.js'
import { figureId } from '../model/figure-id.js'
import { fitting } from '../model/fitting.js'
import type { Grid } from '../model/grid.js'
import { toIssueRows } from '../model/issue-row.js'
import type { Source } from '../model/page.js'
import { programmeSchema } from '../model/programme.js'
import { isReviewed } from '../model/review.js'
import type { Table } from '../model/table.js'
import { missing, unitless, unreadable } from './checks/gaps.js'
import { parts } from './checks/parts.js'
import { comparisonAlone, previousYear } from './checks/previous-year.js'
import { printings } from './checks/printings.js'
import { supplements } from './checks/supplements.js'
import { tables } from './checks/tables.js'
import { toldBudgets } from './checks/told-budgets.js'
import type { Check, Checked, Subject, Verdict } from './context.js'
import { toFigure } from './figures.js'
import { leftoverIssues, ofPage, ofVerdict } from './issues.js'
import { toProgrammes } from './programmes.js'
import { cellAt, chainsOf, toSubject } from './subject.js'

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

const allChecks: readonly Check[] = [
  missing,
  unreadable,
  unitless,
  comparisonAlone,
  previousYear,
  printings,
  parts,
  tables,
  supplements,
  toldBudgets,
]

/** assemble -> emit: a document's rows, checked against each other and against the schema. */
export const validate = (assembly: Assembly, about: About): Dataset => {
  const { documentId } = about
  const rowIds = assembly.programmes.map((_, i) => `${documentId}-${String(i + 1).padStart(4, '0')}`)
  const drafted = draftFigures(assembly, documentId, rowIds)
  const verdicts = runChecks(toSubject(drafted, assembly))
  const byFigure = indexVerdicts(verdicts)
  const figures = drafted.map((checked) => withVerdicts(checked, drafted, byFigure.get(checked) ?? []))
  const programmes = toProgrammes(toSubject(figures, assembly), rowIds, documentId)
  const fittingFigures = fitting(
    figureSchema,
    figures.map(({ figure }) => figure),
    ({ figure_id }) => figure_id,
  )
  const fittingProgrammes = fitting(programmeSchema, programmes, ({ programme_row_id }) => programme_row_id)
  const troubles = [
    ...assembly.issues.map(ofPage),
    ...verdicts.flatMap(ofVerdict),
    ...leftoverIssues(assembly.leftovers),
    ...fittingFigures.troubles,
    ...fittingProgrammes.troubles,
  ]
  const issues = toIssueRows(troubles, documentId)
  const published = new Map(fittingFigures.rows.map((figure) => [figure.figure_id, figure]))
  const isPublished = ({ figure, inputs }: Claim): boolean =>
    [figure ?? [], inputs.map((input) => input.figure)].flat().every((id) => published.has(id))
  const checks = toCheckRows(
    verdicts.flatMap(({ claim }) => claim ?? []).filter(isPublished),
    (id) => published.get(id) ?? null,
    { documentId, letter: 'k' },
  )
  const document = documentSchema.parse(toDocument(assembly, about, fittingFigures.rows, issues.length))
  const grids = assembly.tables.map((table) => toGrid(table, about))
  return {
    figures: fittingFigures.rows,
    programmes: fittingProgrammes.rows,
    documents: [document],
    issues,
    checks,
    lines: [],
    grids,
  }
}

const runChecks = (subject: Subject): Verdict[] => allChecks.flatMap((check) => check(subject))

const indexVerdicts = (verdicts: readonly Verdict[]): ReadonlyMap<Checked, readonly Verdict[]> => {
  const byFigure = new Map<Checked, Verdict[]>()
  for (const verdict of verdicts)
    for (const checked of new Set(verdict.figures)) {
      const own = byFigure.get(checked) ?? []
      byFigure.set(checked, own)
      own.push(verdict)
    }
  return byFigure
}

const draftFigures = (assembly: Assembly, documentId: string, rowIds: readonly string[]): Checked[] => {
  const chains = chainsOf(assembly.tables)
  return assembly.drafts.map((draft, index) => {
    const page = draft.place.page ?? 0
    const id = figureId(documentId, page, draft.number)
    return {
      index,
      draft,
      cell: cellAt(draft.cell, assembly.tables, chains),
      figure: toFigure(draft, id, documentId, assembly.programmes, rowIds),
      programme: draft.programme === null ? null : (assembly.programmes[draft.programme] ?? null),
    }
  })
}

const severities = ['not_checked', 'ok', 'rounding', 'warning', 'error'] as const

const withVerdicts = (checked: Checked, all: readonly Checked[], own: readonly Verdict[]): Checked => {
  const doubts = [
    ...(checked.figure.review_reasons?.split(';') ?? []),
    ...own.flatMap(({ review, rule }) => (review && rule ? [rule] : [])),
  ]
  const reasons = isReviewed(checked.draft.decisions) ? [] : doubts
  const checks = own.flatMap(({ check }) => check ?? [])
  const repeats = own.find((verdict) => verdict.repeats !== undefined && verdict.repeats !== checked)?.repeats
  const { compares } = checked.draft
  const figure = {
    ...checked.figure,
    compares_figure_id: compares === null ? null : (all[compares]?.figure.figure_id ?? null),
    duplicate_of_figure_id: repeats?.figure.figure_id ?? null,
    check_status: severities[Math.max(0, ...own.map(({ status }) => severities.indexOf(status)))] ?? 'not_checked',
    checked_by: checks.length > 0 ? [...new Set(checks)].sort().join(';') : null,
    needs_review: reasons.length > 0,
    review_reasons: reasons.length > 0 ? [...new Set(reasons)].join(';') : null,
  }
  return { ...checked, figure }
}

/** The table as printed, each row filled up to the same number of cells. */
const toGrid = ({ page, number, caption, columns, texts }: Table, { documentId, source }: About): Grid => {
  const width = Math.max(columns.length, ...texts.map((row) => row.length))
  return {
    document_id: documentId,
    page: source.kind === 'pdf' ? page : null,
    number,
    caption,
    texts: texts.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? '')),
  }
}

const toDocument = (
  assembly: Assembly,
  { documentId, source, pagesRead, unreadable: bad, toolVersion, rulesVersion }: About,
  figures: Dataset['figures'],
  issuesTotal: number,
): Dataset['documents'][number] => ({
  document_id: documentId,
  file_name: source.name,
  title: assembly.title ?? source.title ?? source.name,
  title_source: assembly.title !== null ? 'printed' : source.title !== null ? 'metadata' : 'file_name',
  document_type: null,
  fiscal_year: assembly.fiscalYear,
  stage: assembly.stage,
  source_url: null,
  landing_url: null,
  retrieved_at: null,
  sha256: source.sha256,
  bytes: source.bytes,
  page_count: source.kind === 'pdf' ? source.pageCount : null,
  pages_read: source.kind === 'pdf' ? pagesRead : null,
  pages_unreadable: bad.length === 0 ? null : bad.join(';'),
  text_source: source.kind === 'pdf' ? 'text_layer' : 'text',
  figures_total: figures.length,
  issues_total: issuesTotal,
  tables_total: assembly.tables.length,
  needs_review_total: figures.filter(({ needs_review }) => needs_review).length,
  status: bad.length === 0 ? 'complete' : 'partial',
  tool_version: toolVersion,
  rules_version: rulesVersion,
})
