import { type Correction, identityOf } from '../model/correction.js'
import { inOrder } from './order.js'

export interface Merged {
  readonly corrections: readonly Correction[]
  /** How many of the later ones are of figures without an earlier one, replace one, and say what it says. */
  readonly added: number
  readonly replaced: number
  readonly same: number
}

/** Earlier corrections with later ones: of two of the same figure the later counts. */
export const mergeCorrections = (earlier: readonly Correction[], later: readonly Correction[]): Merged => {
  const kept = new Map(earlier.map((correction) => [identityOf(correction), correction]))
  const counts = { added: 0, replaced: 0, same: 0 }
  for (const correction of later) {
    const before = kept.get(identityOf(correction))
    counts[before === undefined ? 'added' : isSame(before, correction) ? 'same' : 'replaced']++
    kept.set(identityOf(correction), correction)
  }
  return { corrections: inOrder([...kept.values()]), ...counts }
}

const isSame = (a: Correction, b: Correction): boolean => JSON.stringify(a) === JSON.stringify(b)
