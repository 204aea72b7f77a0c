import { type Box, unionOf } from '../model/place.js'
import { isLevel } from './order.js'
import type { Segment } from './segments.js'

/** Segments that stand side by side, left to right. */
export interface Level {
  readonly segments: readonly Segment[]
  readonly box: Box
}

/** Segments from top to bottom, those on one level together. */
export const levelsOf = (segments: readonly Segment[]): Level[] => {
  const levels: Segment[][] = []
  for (const segment of [...segments].sort((a, b) => middleOf(a.box) - middleOf(b.box) || a.box.x0 - b.box.x0)) {
    const first = levels.at(-1)?.[0]
    if (first && isLevel(first.box, segment.box)) levels.at(-1)?.push(segment)
    else levels.push([segment])
  }
  return levels.map((level) => ({
    segments: level.sort((a, b) => a.box.x0 - b.box.x0),
    box: unionOf(level.map(({ box }) => box)),
  }))
}

export const middleOf = ({ y0, y1 }: Box): number => (y0 + y1) / 2

/** The middle one of some values, or 0. */
export const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
