import { type IssueKind, kindOf } from '../issue-kinds.js'
import { type ReviewCheck, type ReviewData, type ReviewFigure, type ReviewIssue, sheetLines } from '../review-data.js'

/** Corners of a rectangle in points from the top left. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number]

interface Placed {
  readonly id: string
  /** Index of the sheet that shows it. */
  readonly sheet: number
  readonly line: number
  readonly boxes: readonly Box[]
  /** What asks for a person comes first: 0 a failed check, 1 a doubt, 2 an amount that was not read; 3 asks for nothing. */
  readonly rank: 0 | 1 | 2 | 3
}

/** A figure, or trouble on a page that is no figure's. */
export type Item =
  | (Placed & { readonly kind: 'figure'; readonly figure: ReviewFigure; readonly checks: readonly ReviewCheck[] })
  | (Placed & { readonly kind: 'issue'; readonly issue: ReviewIssue })

/** All that can be looked at, in the order of the document. */
export const itemsOf = ({ figures, issues, checks, isPaged }: ReviewData): Item[] => {
  const sheetOf = ({ page, line }: { readonly page: number | null; readonly line: number | null }): number =>
    isPaged ? (page ?? 1) - 1 : Math.floor(((line ?? 1) - 1) / sheetLines)
  const about = checksByFigure(checks)
  const items: Item[] = [
    ...figures.map((figure): Item => {
      const own = about.get(figure.figure_id) ?? []
      const place = { id: figure.figure_id, sheet: sheetOf(figure), line: figure.line, boxes: boxesOf(figure.boxes) }
      return { kind: 'figure', ...place, rank: rankOf(figure, own), figure, checks: own }
    }),
    ...issues.flatMap((issue): Item[] => {
      if (issue.figure_id !== null || (issue.page === null && issue.line === null)) return []
      const place = { id: issue.issue_id, sheet: sheetOf(issue), line: issue.line ?? 1, boxes: boxesOf(issue.boxes) }
      return [{ kind: 'issue', ...place, rank: issueRanks[kindOf(issue.rule)], issue }]
    }),
  ]
  return items.sort((a, b) => a.sheet - b.sheet || a.line - b.line)
}

const issueRanks: Readonly<Record<IssueKind, Placed['rank']>> = { check: 0, doubt: 1, leftover: 2, note: 3 }

const checksByFigure = (checks: readonly ReviewCheck[]): ReadonlyMap<string, readonly ReviewCheck[]> => {
  const byFigure = new Map<string, ReviewCheck[]>()
  for (const check of checks)
    for (const id of new Set([check.figure_id ?? '', ...inputsOf(check).map(({ id }) => id)])) {
      const own = byFigure.get(id) ?? []
      byFigure.set(id, own)
      own.push(check)
    }
  return byFigure
}

/** The figures that a check reckons with, each with its sign. */
export const inputsOf = ({ inputs }: ReviewCheck): { readonly sign: string; readonly id: string }[] =>
  inputs?.split(';').map((input) => ({ sign: input.slice(0, 1), id: input.slice(1) })) ?? []

const rankOf = (figure: ReviewFigure, checks: readonly ReviewCheck[]): Placed['rank'] => {
  if (checks.some(({ figure_id, verdict }) => figure_id === figure.figure_id && verdict === 'mismatch')) return 0
  return figure.needs_review || figure.check_status === 'error' || figure.check_status === 'warning' ? 1 : 3
}

/** `x0 y0 x1 y1;…` as the data set writes it. */
export const boxesOf = (text: string | null): Box[] =>
  text?.split(';').map((box) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box.split(' ').map(Number)
    return [x0, y0, x1, y1] as const
  }) ?? []
