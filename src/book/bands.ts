import type { Box } from '../model/place.js'
import type { Leaf } from './leaf.js'
import { merged } from './stops.js'

/** A stretch between two level rules, or between a rule and the end of its table. */
export interface Band {
  readonly y0: number
  readonly y1: number
}

/** A band of a table, which rules close above and below or not. */
export interface RuledBand extends Band {
  readonly isClosed: boolean
}

/** Rules this close to a level stand on it. */
const NEAR = 3

/** The bands of a column between two levels, from the rules that cross it at x. */
export const bandsAt = ({ rules }: Leaf, x: number, { y0, y1 }: Band): RuledBand[] => {
  const crossing = rules.across
    .filter((rule) => rule.x0 - 2 <= x && x <= rule.x1 + 2)
    .map((rule) => (rule.y0 + rule.y1) / 2)
  const inner = merged(crossing.filter((y) => y > y0 + NEAR && y < y1 - NEAR))
  const levels = [y0, ...inner, y1]
  const isRuled = (level: number): boolean => crossing.some((y) => Math.abs(y - level) <= NEAR)
  return levels.slice(1).map((bottom, i) => {
    const top = levels[i] as number
    return { y0: top, y1: bottom, isClosed: isRuled(top) && isRuled(bottom) }
  })
}

export const isInside = (band: Band, { y0, y1 }: Box): boolean => {
  const middle = (y0 + y1) / 2
  return middle >= band.y0 && middle < band.y1
}
