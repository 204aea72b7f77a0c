import { type Correction, isDecision } from '../model/correction.js'
import type { PrintedFigure } from '../model/correction-identity.js'
import type { Assembly } from '../model/draft.js'
import type { Revise } from '../model/revision.js'
import { decide } from './decide.js'
import { misfitIssue, rejectionIssue } from './issues.js'
import { type Misfit, matchCorrections, type Reviewed } from './match.js'
import { inOrder } from './order.js'
import { tiePairs } from './pairs.js'
import { printedOf } from './printed.js'
import { findProgramme, withProgrammes } from './programmes.js'
import { reject } from './reject.js'
import { reviser } from './rows.js'

/** What people made of a document. */
export interface Corrected {
  readonly assembly: Assembly
  /** Does the same to the figures of its budget book. */
  readonly revise: Revise
}

/** assemble -> validate: a document as people have corrected it. Figures that they accepted or corrected ask for no review,
 * rejected ones are gone, and what fits no figure is an issue. The corrections are those of this document; those that fit none
 * of the assembly may fit one of its budget book. */
export const correct = (
  assembly: Assembly,
  corrections: readonly Correction[],
  document: Reviewed,
  ofBook: readonly PrintedFigure[] = [],
): Corrected => {
  const decisions = corrections.filter(isDecision)
  if (decisions.length === 0) return { assembly, revise: reviser(new Map()) }
  const printed = assembly.drafts.map((draft) => printedOf(draft, assembly.programmes))
  const { matches, misfits } = matchCorrections([...printed, ...ofBook], inOrder(decisions), document)
  return {
    assembly: applied(assembly, before(matches, printed.length), misfits),
    revise: reviser(behind(matches, printed.length)),
  }
}

type Matches = ReadonlyMap<number, Correction>

const before = (matches: Matches, count: number): Matches => new Map([...matches].filter(([i]) => i < count))

const behind = (matches: Matches, count: number): Matches =>
  new Map([...matches].flatMap(([i, correction]) => (i < count ? [] : [[i - count, correction] as const])))

const applied = (assembly: Assembly, matches: Matches, misfits: readonly Misfit[]): Assembly => {
  const programmes = withProgrammes(assembly.programmes, matches)
  const find = (name: string, page: number | null): number | null => findProgramme(programmes, name, page)
  const decided = assembly.drafts.map((draft, i) => decide(draft, matches.get(i), find))
  const rejected = new Set([...matches].flatMap(([i, { action }]) => (action === 'reject' ? [i] : [])))
  return {
    ...assembly,
    programmes,
    drafts: reject(tiePairs(assembly.drafts, decided), rejected),
    issues: [
      ...assembly.issues,
      ...assembly.drafts.filter((_, i) => rejected.has(i)).map(rejectionIssue),
      ...misfits.map(misfitIssue),
    ],
  }
}
