import type { Dataset, TableName } from '../model/dataset.js'
import type { DocumentRow } from '../model/document.js'
import { type Summary, Tally } from '../tally.js'

/** What the README of a package tells of its rows. */
export interface Facts {
  readonly summary: Summary
  readonly documents: readonly DocumentRow[]
  /** How many figures ask for review for which reason. */
  readonly reasons: readonly (readonly [rule: string, count: number])[]
  /** Amounts that make no series. */
  readonly ambiguous: number
  /** Budget figures that lack a part of their meaning. */
  readonly lacking: Readonly<Record<Lack, number>>
}

export type Lack = keyof typeof lacks

const lacks = {
  fiscal_year: ({ fiscal_year }) => fiscal_year === null,
  stage: ({ stage }) => stage === null,
  programme: ({ programme_row_id }) => programme_row_id === null,
  unit: ({ amount_status }) => amount_status === 'unreadable',
} as const satisfies Record<string, (figure: Dataset['figures'][number]) => boolean>

const nothing: Dataset = { figures: [], programmes: [], documents: [], issues: [], checks: [], lines: [], grids: [] }

/** Counts rows that come some at a time. */
export class FactFinder {
  private readonly tally = new Tally()
  private readonly documents: DocumentRow[] = []
  private readonly reasons = new Map<string, number>()
  private readonly lacking: Record<Lack, number> = { fiscal_year: 0, stage: 0, programme: 0, unit: 0 }

  add<Name extends TableName>(table: Name, rows: Dataset[Name]): void {
    const part: Dataset = { ...nothing, [table]: rows }
    this.tally.add(part)
    for (const row of part.documents) this.documents.push(row)
    for (const figure of part.figures) {
      for (const rule of figure.review_reasons?.split(';') ?? [])
        this.reasons.set(rule, (this.reasons.get(rule) ?? 0) + 1)
      if (figure.role !== 'budget') continue
      for (const lack of Object.keys(lacks) as Lack[]) if (lacks[lack](figure)) this.lacking[lack]++
    }
  }

  /** @param ambiguous amounts that make no series */
  facts(ambiguous: number): Facts {
    return {
      ambiguous,
      summary: this.tally.summary([], []),
      documents: this.documents,
      reasons: [...this.reasons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
      lacking: this.lacking,
    }
  }
}
