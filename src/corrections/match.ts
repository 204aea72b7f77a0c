import type { Correction } from '../model/correction.js'
import { type PrintedFigure, readingKey, textKey } from '../model/correction-identity.js'
import { groupBy } from '../model/groups.js'
import { restored } from './restore.js'

/** What corrections need to know of the document that they are of. */
export interface Reviewed {
  readonly sha256: string
  /** The pages that were read, both ends included; null for all. */
  readonly pages: { readonly from: number; readonly to: number } | null
}

/** A correction that was not applied. none: it fits no figure; several: it fits more than one; taken: another correction
 * speaks of its figure; unseen: its figure has a value now where the person saw none. */
export interface Misfit {
  readonly correction: Correction
  readonly reason: 'none' | 'several' | 'taken' | 'unseen'
}

interface Matched {
  /** By the index of the figure; each says all that the person saw. */
  readonly matches: ReadonlyMap<number, Correction>
  readonly misfits: readonly Misfit[]
}

/** Finds the figure that each correction speaks of, by what is printed and where: ids and order may change. */
export const matchCorrections = (
  figures: readonly PrintedFigure[],
  corrections: readonly Correction[],
  { sha256, pages }: Reviewed,
): Matched => {
  const candidates = figures.map((figure, index) => ({ index, figure }))
  const byRaw = groupBy(candidates, ({ figure }) => textKey(figure.raw))
  const matches = new Map<number, Correction>()
  const reasons = new Map<Correction, Misfit['reason']>()
  const spokenOf = new Map<number, Correction>()
  const isOwn = (correction: Correction | undefined): boolean => correction?.sha256 === sha256
  // Those of the very bytes come first, and of two of one figure the later.
  for (const correction of byRank(corrections, sha256)) {
    const found = find(correction, byRaw.get(textKey(correction.raw)) ?? [], isOwn(correction))
    // What was decided about other bytes is for these, where somebody has looked at these.
    if (!isOwn(correction) && found.length > 0 && found.every(({ index }) => isOwn(spokenOf.get(index)))) continue
    const [only] = found
    if (only === undefined || found.length > 1) reasons.set(correction, only ? 'several' : 'none')
    else if (spokenOf.has(only.index)) reasons.set(correction, 'taken')
    else {
      spokenOf.set(only.index, correction)
      const applied = restored(correction, only.figure)
      if (applied) matches.set(only.index, applied)
      else reasons.set(correction, 'unseen')
    }
  }
  // Figures of pages that were not read are not missed.
  const isRead = ({ page }: Correction) => !pages || page === null || (page >= pages.from && page <= pages.to)
  const misfits = corrections.filter(isRead).flatMap((correction) => {
    const reason = reasons.get(correction)
    return reason ? [{ correction, reason }] : []
  })
  return { matches, misfits }
}

const byRank = (corrections: readonly Correction[], sha256: string): Correction[] => {
  const latest = corrections.toSorted((a, b) => compareTexts(b.date ?? '', a.date ?? ''))
  const isExact = (correction: Correction): boolean => correction.sha256 === sha256
  return [...latest.filter(isExact), ...latest.filter((correction) => !isExact(correction))]
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Candidate {
  readonly index: number
  readonly figure: PrintedFigure
}

type Test = (correction: Correction, figure: PrintedFigure) => boolean

const isAtPlace: Test = (correction, figure) =>
  correction.page === figure.page &&
  (correction.boxes === null ? correction.line === figure.line : correction.boxes === figure.boxes)

const isReadAlike: Test = (correction, figure) => readingKey(correction) === readingKey(figure)

const isOnPage: Test = (correction, figure) => correction.page !== null && correction.page === figure.page

/** What the figure of a correction has to pass beside its print: the first list that exactly one figure passes counts. In the
 * same bytes the place settles it however the figure is read now; in other bytes, only how it was read can. */
const ways: Readonly<Record<'same' | 'other', readonly (readonly Test[])[]>> = {
  same: [[isAtPlace], [isAtPlace, isReadAlike], [isOnPage, isReadAlike]],
  other: [[isReadAlike], [isReadAlike, isOnPage]],
}

/** The figure alone; none, or those that cannot be told apart. */
const find = (correction: Correction, candidates: readonly Candidate[], isSame: boolean): readonly Candidate[] => {
  const passing = ways[isSame ? 'same' : 'other'].map((tests) =>
    candidates.filter(({ figure }) => tests.every((test) => test(correction, figure))),
  )
  const several = passing.filter(({ length }) => length > 1).at(-1)
  return passing.find(({ length }) => length === 1) ?? several ?? []
}
