import type { Box } from '../model/place.js'
import { middleOf } from './column.js'
import type { Leaf } from './leaf.js'

/** Rules this close are one. */
const TOUCH = 3
/** Level rules that reach this far beyond the last upright one enclose a column without an outer rule. */
const OPEN_SIDE = 9

/** Positions closer than TOUCH are one. */
export const merged = (values: readonly number[]): number[] => {
  const result: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (result.at(-1) ?? -Infinity) > TOUCH) result.push(value)
  return result
}

/** Where upright rules part the columns of a head, at a level that its lowest words stand on. The outer columns may go
 * without their outer rules: there the level rules end. */
export const stopsAt = ({ rules }: Leaf, level: number, within: Box): number[] => {
  const down = rules.down.filter((rule) => rule.y0 <= level && level <= rule.y1)
  const stops = merged(down.map(middleOf))
  const across = rules.across.filter(
    ({ y0, x0, x1 }) => y0 >= within.y0 - 2 * OPEN_SIDE && y0 <= within.y1 + 4 * OPEN_SIDE && x1 - x0 > 2 * OPEN_SIDE,
  )
  if (across.length < 2) return stops
  const left = Math.min(...across.map(({ x0 }) => x0))
  const right = Math.max(...across.map(({ x1 }) => x1))
  return [
    ...(left < (stops[0] ?? Infinity) - OPEN_SIDE ? [left] : []),
    ...stops,
    ...(right > (stops.at(-1) ?? -Infinity) + OPEN_SIDE ? [right] : []),
  ]
}
