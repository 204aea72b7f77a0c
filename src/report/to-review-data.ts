import type { Correction } from '../model/correction.js'
import { isCorrectionOf } from '../model/correction-identity.js'
import type { Dataset } from '../model/dataset.js'
import type { DocumentRow } from '../model/document.js'
import type { Figure } from '../model/figure.js'
import { japaneseChecks, japaneseDecisions, japaneseIssues } from './japanese-rules.js'
import * as japanese from './japanese-words.js'
import {
  type BookCell,
  figureColumns,
  type ReviewData,
  type ReviewFigure,
  type Saving,
  type Words,
} from './review-data.js'

/** The rows of one document. */
export interface DocumentRows extends Pick<Dataset, 'figures' | 'programmes' | 'issues' | 'checks' | 'lines'> {
  readonly document: DocumentRow
}

interface Setting {
  readonly sheets: number
  /** Of the whole data set. */
  readonly corrections: readonly Correction[]
  readonly correctionColumns: readonly string[]
  readonly saving: Saving
}

/** What the page of a document shows of its rows. */
export const toReviewData = (
  { document, figures, programmes, issues, checks, lines }: DocumentRows,
  { sheets, corrections, correctionColumns, saving }: Setting,
): ReviewData => {
  const { document_id, sha256, title, file_name, text_source } = document
  return {
    document: { document_id, sha256, title, file_name },
    sheets,
    isPaged: text_source !== 'text',
    figures: figures.map(shownOf),
    programmes: programmes.map(({ programme_row_id, name, heading_page, heading_boxes }) => ({
      ...{ programme_row_id, name, heading_page, heading_boxes },
    })),
    lines: Object.fromEntries(lines.map(({ line_id, ...line }) => [line_id, cellOf(line)])),
    issues: issues.map(({ document_id: _, ...issue }) => issue),
    checks: checks.map(({ document_id: _, ...check }) => check),
    words: wordsFor({ figures, issues, checks }),
    corrections: corrections.filter((correction) => isCorrectionOf(correction, document)),
    correctionColumns,
    saving,
  }
}

const shownOf = (figure: Figure): ReviewFigure =>
  Object.fromEntries(figureColumns.map((name) => [name, figure[name]])) as ReviewFigure

const cellOf = ({ direction, level, column }: BookCell): BookCell => ({ direction, level, column })

/** The sentences of all rules would be half of a small page. */
const wordsFor = ({ figures, issues, checks }: Pick<Dataset, 'figures' | 'issues' | 'checks'>): Words => {
  const named = new Set([
    ...figures.flatMap(({ decided_by, checked_by, review_reasons }) => [
      ...(decided_by?.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1)) ?? []),
      ...(checked_by?.split(';') ?? []),
      ...(review_reasons?.split(';') ?? []),
    ]),
    ...issues.map(({ rule }) => rule),
    ...checks.map(({ rule }) => rule),
  ])
  return {
    roles: japanese.roles,
    stages: japanese.stages,
    statuses: japanese.amountStatuses,
    checkStatuses: japanese.checkStatuses,
    verdicts: japanese.verdicts,
    fields: japanese.decisionFields,
    flags: japanese.flags,
    severities: japanese.severities,
    directions: japanese.directions,
    lineLevels: japanese.lineLevels,
    lineColumns: japanese.lineColumns,
    rules: Object.fromEntries([...named].sort().map((id) => [id, sentences[id] ?? id])),
  }
}

const sentences: Readonly<Record<string, string>> = {
  ...japaneseDecisions,
  ...japaneseChecks,
  ...Object.fromEntries(Object.entries(japaneseIssues).map(([id, { title, help }]) => [id, `${title}${help}`])),
}
