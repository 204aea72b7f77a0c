import type { CheckId } from '../model/check-rules.js'
import type { Dataset } from '../model/dataset.js'
import { groupBy } from '../model/groups.js'
import { reckonAgain } from '../model/reckon-again.js'
import type { Baseline, BaselineDocument, Reason } from './baseline.js'
import { type Comparison, compareEntries } from './compare-entries.js'
import { type IntegrityId, integrityOf, integrityRules } from './integrity.js'

/** What became of a document since its baseline. */
export interface DocumentReport extends Comparison {
  readonly document: string
  /** new: not in the baseline; gone: only there; other_bytes: the file is another; other_status: it is read less or more
   * completely; as_before otherwise. */
  readonly file: 'as_before' | 'other_bytes' | 'other_status' | 'new' | 'gone'
  readonly status: string
  readonly statusBefore: string
}

/** The arithmetic of a data set, reckoned again from its figures. */
export interface CheckReport {
  readonly verdicts: Readonly<Record<string, number>>
  /** What does not hold: checks that come out otherwise than when they were written, and rows that contradict each other. The
   * figures have changed since. */
  readonly faults: readonly Fault[]
}

export interface Fault {
  readonly document: string
  /** A check, a figure or a document. */
  readonly id: string
  readonly rule: CheckId | IntegrityId
  /** One sentence. */
  readonly message: string
}

type Counts = Readonly<Record<'same' | 'added' | 'removed' | 'changed' | 'documents', number>>

export interface Report {
  readonly documents: readonly DocumentReport[]
  readonly checks: CheckReport
  readonly totals: Counts & { readonly faults: number }
  /** Nothing differs. */
  readonly passed: boolean
}

/** What is compared with a baseline: a data set. */
export interface Current {
  readonly baseline: Accepted
  readonly dataset: Checkable
}

/** What a check reads of a data set. */
export type Checkable = Pick<Dataset, 'figures' | 'programmes' | 'documents' | 'checks'>

type Accepted = Pick<Baseline, 'documents' | 'entries'>

/** Compares a data set with its baseline, document by document, and reckons its checks again. */
export const reportOf = (before: Baseline, { baseline: after, dataset }: Current): Report => {
  const documents = compareDocuments(before, after)
  const checks = checkAgain(dataset)
  const totals = { ...countsOf(documents), faults: checks.faults.length }
  const { same: _, ...differences } = totals
  return { documents, checks, totals, passed: Object.values(differences).every((count) => count === 0) }
}

/** What became of each document between two states of the figures. */
export const compareDocuments = (before: Accepted, after: Accepted): DocumentReport[] => {
  const named = [...before.documents, ...before.entries, ...after.documents, ...after.entries]
  const names = [...new Set(named.map(({ document }) => document))].sort()
  const entries = { before: groupBy(before.entries, keyOf), after: groupBy(after.entries, keyOf) }
  const rows = [before, after].map(({ documents }) => new Map(documents.map((row) => [row.document, row])))
  return names.map((document) => ({
    document,
    ...fileOf(rows[0]?.get(document), rows[1]?.get(document), entries.after.has(document)),
    ...compareEntries(entries.before.get(document) ?? [], entries.after.get(document) ?? []),
  }))
}

/** How many figures are the same and how many differ, and how many documents came, went or are read otherwise. */
export const countsOf = (documents: readonly DocumentReport[]): Counts => ({
  same: sumOf(documents, ({ same }) => same),
  added: sumOf(documents, ({ added }) => added.length),
  removed: sumOf(documents, ({ removed }) => removed.length),
  changed: sumOf(documents, ({ changed }) => changed.length),
  documents: documents.filter(({ file }) => file !== 'as_before' && file !== 'other_bytes').length,
})

const keyOf = ({ document }: { readonly document: string }): string => document

const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

/** Other bytes with the same figures are the same data: that is told and is no difference. */
const fileOf = (
  before: BaselineDocument | undefined,
  after: BaselineDocument | undefined,
  hasFigures: boolean,
): Pick<DocumentReport, 'file' | 'status' | 'statusBefore'> => {
  const status = { status: after?.status ?? '', statusBefore: before?.status ?? '' }
  // Figures of a document without a row are a fault of the data set.
  if (!after) return { file: hasFigures ? 'as_before' : 'gone', ...status }
  if (!before) return { file: 'new', ...status }
  if (before.status !== after.status) return { file: 'other_status', ...status }
  return { file: before.sha256 === after.sha256 ? 'as_before' : 'other_bytes', ...status }
}

/** Reckons each row of `checks` again from the figures as they stand, and holds the rows of the data set together. */
export const checkAgain = (dataset: Checkable): CheckReport => {
  const byId = new Map(dataset.figures.map((figure) => [figure.figure_id, figure]))
  const verdicts = new Map<string, number>()
  const broken: Fault[] = []
  for (const row of dataset.checks) {
    const { now, differing } = reckonAgain(row, (id) => byId.get(id) ?? null)
    verdicts.set(now.verdict, (verdicts.get(now.verdict) ?? 0) + 1)
    if (differing !== null)
      broken.push({ document: row.document_id, id: row.check_id, rule: row.rule, message: now.message ?? otherwise })
  }
  const contradictions = integrityOf(dataset).map((fault) => ({ ...fault, message: integrityRules[fault.rule] }))
  return {
    verdicts: Object.fromEntries([...verdicts].sort(([a], [b]) => (a < b ? -1 : 1))),
    faults: [...broken, ...contradictions],
  }
}

const otherwise = 'It comes out otherwise than when it was written.'

/** The reason under which figures are accepted. */
export const reasonOf = (text: string, { added, removed, changed }: Counts): Reason => ({
  text,
  added,
  removed,
  changed,
})
