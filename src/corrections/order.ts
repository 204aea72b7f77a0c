import type { Correction } from '../model/correction.js'

/** Corrections in an order that does not hang on how they came: by document and place, then by all they say. */
export const inOrder = (corrections: readonly Correction[]): Correction[] =>
  corrections
    .map((correction) => ({ correction, rest: JSON.stringify(correction) }))
    .sort((a, b) => compare(a.correction, b.correction) || compareTexts(a.rest, b.rest))
    .map(({ correction }) => correction)

const compare = (a: Correction, b: Correction): number =>
  compareTexts(a.document_id, b.document_id) || (a.page ?? 0) - (b.page ?? 0) || a.line - b.line

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
