import type { UnitPrinted } from '../model/finding.js'
import { multipliersOf, readYen } from './yen.js'

export interface Bounds {
  readonly yen: number | null
  /** Upper bound; null where the amount is no range. */
  readonly yenMax: number | null
  readonly precision: number | null
  readonly unit: UnitPrinted
  /** false where the lower bound is not below the upper one. */
  readonly ordered: boolean
}

/** Reads an amount or a range without its sign. The lower bound takes the unit that it lacks from the upper one:
 * `6~8億円`, `1.5~5億円`, `3~4千万円`; with a unit of its own it keeps it: `5百万円~1億円`. */
export const readBounds = (printed: string): Bounds => {
  const [, left, right] = /^(.+?)(?:~|から|(?<=[\d円])-)(.+)$/u.exec(printed) ?? []
  if (left === undefined || right === undefined) return { ...readYen(printed), yenMax: null, ordered: true }
  const upper = readYen(right.trim())
  const lower = lowerBound(left.trim(), right.trim(), upper.yen)
  return {
    yen: lower.yen,
    yenMax: upper.yen,
    precision: finer(lower.precision, upper.precision),
    unit: lower.unit === upper.unit ? upper.unit : 'mixed',
    ordered: lower.yen !== null && upper.yen !== null && lower.yen < upper.yen,
  }
}

const lowerBound = (left: string, right: string, upper: number | null) => {
  if (left.endsWith('円')) return readYen(left)
  const shared = readYen(`${left}${sharedUnit(left, right)}円`)
  const fits = shared.yen !== null && upper !== null && shared.yen < upper
  return fits || !/[兆億千万百十]/u.test(left) ? shared : readYen(`${left}円`)
}

/** 億 for `6~8億円`, 万 for `1千~2千万円`, nothing for `1億~2億円`. */
const sharedUnit = (left: string, right: string): string => {
  const unit = multipliersOf(right)
  if (/[兆億万]/u.test(left)) return ''
  return /[千百十]/u.test(left) ? unit.replace(/[千百十]/gu, '') : unit
}

const finer = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b)
