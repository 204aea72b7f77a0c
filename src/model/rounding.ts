import type { Figure } from './figure.js'

type Print = Pick<Figure, 'precision_yen'>

/** Yen are not rounded, so an amount printed in yen is exact; of any other the last printed digit may be. */
export const grainOf = ({ precision_yen }: Print): number =>
  precision_yen === null || precision_yen === 1 ? 0 : precision_yen

/** Amounts rounded to their last digits miss a sum by at most half of these digits' values (四捨五入). */
export const judge = (expected: number, found: number, tolerance: number): 'ok' | 'rounding' | 'mismatch' =>
  expected === found ? 'ok' : Math.abs(expected - found) <= tolerance ? 'rounding' : 'mismatch'

/** Half of the value of each last printed digit: how far rounding may carry a sum of these prints from the exact one. */
export const roundingOf = (prints: readonly Print[]): number =>
  Math.floor(prints.reduce((total, print) => total + grainOf(print), 0) / 2)

/** Whether two prints may be one amount, of which one is rounded. */
export const areOneAmount = (a: Print & { readonly yen: number }, b: Print & { readonly yen: number }): boolean =>
  judge(a.yen, b.yen, roundingBetween(a, b)) !== 'mismatch'

/** Two prints to the same digit are equal; of a finer and a coarser one the coarser may be rounded. */
export const roundingBetween = (a: Print, b: Print): number =>
  grainOf(a) === grainOf(b) ? 0 : Math.floor(Math.max(grainOf(a), grainOf(b)) / 2)
