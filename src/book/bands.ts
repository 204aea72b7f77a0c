import type { Box } from '../model/place.js'
import type { Leaf } from './leaf.js'
import { merged } from './stops.js'

/** A stretch between two level rules, or between a rule and the end of its table. */
export interface Band {
  readonly y0: number
  readonly y1: number
}

/** The bands of a column between two levels, from the rules that cross it at x. */
export const bandsAt = ({ rules }: Leaf, x: number, { y0, y1 }: Band): Band[] => {
  const crossing = rules.across.filter(
    (rule) => rule.x0 - 2 <= x && x <= rule.x1 + 2 && rule.y0 > y0 + 2 && rule.y0 < y1 - 2,
  )
  const levels = [y0, ...merged(crossing.map((rule) => (rule.y0 + rule.y1) / 2)), y1]
  return levels.slice(1).map((bottom, i) => ({ y0: levels[i] as number, y1: bottom }))
}

export const isInside = (band: Band, { y0, y1 }: Box): boolean => {
  const middle = (y0 + y1) / 2
  return middle >= band.y0 && middle < band.y1
}
