import type { Entry } from './entry.js'
import { lineOf, wordsOf } from './print.js'
import type { Report } from './report.js'

/** One difference of a report, for machines that list them. */
export interface Difference {
  readonly document: string
  readonly kind: 'changed' | 'removed' | 'added' | 'document' | 'check'
  readonly title: string
  readonly message: string
  /** The entry of the baseline that it is about, or null. */
  readonly before: Entry | null
}

const titles = {
  new: 'New document',
  gone: 'Document gone',
  other_status: 'Document read otherwise',
} as const

/** The differences of a report one after another, those of a document together. */
export const differencesOf = ({ documents, checks }: Report): Difference[] => [
  ...documents.flatMap(({ document, file, status, statusBefore, changed, removed, added }) => [
    ...(file === 'new' || file === 'gone' || file === 'other_status'
      ? [
          {
            document,
            kind: 'document',
            title: titles[file],
            message: `It is ${status || 'not there'}, and was ${statusBefore || 'not there, or not known'}.`,
            before: null,
          } as const,
        ]
      : []),
    ...changed.map(({ fields, before, after }) => ({
      document,
      kind: 'changed' as const,
      title: `Changed ${wordsOf(fields)}`,
      message: `was ${lineOf(before)}\nis ${lineOf(after)}`,
      before,
    })),
    ...removed.map((before) => ({
      document,
      kind: 'removed' as const,
      title: 'Removed figure',
      message: lineOf(before),
      before,
    })),
    ...added.map((entry) => ({
      document,
      kind: 'added' as const,
      title: 'Added figure',
      message: lineOf(entry),
      before: null,
    })),
  ]),
  ...checks.faults.map(({ document, id, rule, message }) => ({
    document,
    kind: 'check' as const,
    title: `Check ${rule}`,
    message: `${id}: ${message}`,
    before: null,
  })),
]
