import { type Correction, isDecision } from '../model/correction.js'
import type { Assembly } from '../model/draft.js'
import { decide } from './decide.js'
import { misfitIssue, rejectionIssue } from './issues.js'
import { matchCorrections, type Reviewed } from './match.js'
import { inOrder } from './order.js'
import { tiePairs } from './pairs.js'
import { withProgrammes } from './programmes.js'
import { reject } from './reject.js'

/** assemble -> validate: a document as people have corrected it. Figures that they accepted or corrected ask for no review,
 * rejected ones are gone, and what fits no figure is an issue. The corrections are those of this document. */
export const correct = (assembly: Assembly, corrections: readonly Correction[], document: Reviewed): Assembly => {
  const decisions = corrections.filter(isDecision)
  if (decisions.length === 0) return assembly
  const { matches, misfits } = matchCorrections(assembly, inOrder(decisions), document)
  const programmes = withProgrammes(assembly.programmes, matches)
  const decided = assembly.drafts.map((draft, i) => decide(draft, matches.get(i), programmes))
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
