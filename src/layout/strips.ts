import type { Segment } from './segments.js'

/** Columns of text are this far (em) apart at least. */
const CORRIDOR = 2

/** Texts parted by empty corridors, left to right. */
export const stripsOf = (segments: readonly Segment[]): Segment[][] => {
  const strips: Segment[][] = []
  let right = -Infinity
  for (const segment of [...segments].sort((a, b) => a.box.x0 - b.box.x0)) {
    if (segment.box.x0 - right > CORRIDOR * segment.size) strips.push([segment])
    else strips.at(-1)?.push(segment)
    right = Math.max(right, segment.box.x1)
  }
  return strips
}
