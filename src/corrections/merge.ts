import { type Correction, isDecision } from '../model/correction.js'
import { identityOf } from '../model/correction-identity.js'
import { inOrder } from './order.js'

export interface Merged {
  /** Decisions alone: nothing that takes one back. */
  readonly corrections: readonly Correction[]
  /** How many of the later ones are of figures without an earlier one, replace one, say what it says (or take back what is not
   * there), and take one back. */
  readonly added: number
  readonly replaced: number
  readonly same: number
  readonly withdrawn: number
}

/** Earlier corrections with later ones: of two of the same figure the later counts. */
export const mergeCorrections = (earlier: readonly Correction[], later: readonly Correction[]): Merged => {
  const kept = new Map(earlier.filter(isDecision).map((correction) => [identityOf(correction), correction]))
  const counts = { added: 0, replaced: 0, same: 0, withdrawn: 0 }
  for (const correction of later) {
    const identity = identityOf(correction)
    counts[stepBetween(kept.get(identity), correction)]++
    if (isDecision(correction)) kept.set(identity, correction)
    else kept.delete(identity)
  }
  return { corrections: inOrder([...kept.values()]), ...counts }
}

const stepBetween = (before: Correction | undefined, after: Correction): keyof Omit<Merged, 'corrections'> => {
  if (!isDecision(after)) return before === undefined ? 'same' : 'withdrawn'
  if (before === undefined) return 'added'
  return isSame(before, after) ? 'same' : 'replaced'
}

const isSame = (a: Correction, b: Correction): boolean => JSON.stringify(a) === JSON.stringify(b)
