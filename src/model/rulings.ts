import type { Shape } from './page.js'
import { type Box, heightOf, unionOf, widthOf } from './place.js'

/** The rules of a page or of one table: level ones and upright ones. */
export interface Rules {
  readonly across: readonly Box[]
  readonly down: readonly Box[]
}

/** A rule is no thicker than this and no shorter than SHORTEST (points). */
const THICKEST = 2.5
const SHORTEST = 6
/** Dots or dashes in a row, this far apart at most, are a rule from this length and number on. */
const DASH_GAP = 5
const DASHED_LENGTH = 15
const FEWEST_DASHES = 4
/** Dashes in a row deviate by no more than this. */
const DASH_LEVEL = 0.7
/** Filled areas whose sides are this near touch. */
const TOUCH = 3
/** More filled areas than this on a page are a picture. */
const MOST_FILLS = 1500

/** Rules drawn as strokes, thin rectangles, sides of stroked boxes, and dots or dashes in a row. */
export const rulesOf = (shapes: readonly Shape[]): Rules => {
  const across: Box[] = []
  const down: Box[] = []
  const dashes: Box[] = []
  for (const { box, fill, stroke } of shapes) {
    if (fill === null && stroke === null) continue
    const [width, height] = [widthOf(box), heightOf(box)]
    if (height <= THICKEST && width >= SHORTEST) across.push(box)
    else if (width <= THICKEST && height >= SHORTEST) down.push(box)
    else if (Math.min(width, height) <= THICKEST) dashes.push(box)
    else if (stroke !== null && width >= SHORTEST && height >= SHORTEST) {
      across.push(...levelSides(box))
      down.push(...uprightSides(box))
    }
  }
  return {
    across: [...across, ...dashedOf(dashes)],
    down: [...down, ...dashedOf(dashes.map(turned)).map(turned)],
  }
}

/** Level for upright and upright for level. */
export const turned = ({ x0, y0, x1, y1 }: Box): Box => ({ x0: y0, y0: x0, x1: y1, y1: x1 })

/** Level rules made of short pieces. */
const dashedOf = (pieces: readonly Box[]): Box[] => {
  const flat = pieces.filter((box) => heightOf(box) <= THICKEST)
  const rows = new Map<number, Box[]>()
  for (const box of flat) {
    const level = Math.round((box.y0 + box.y1) / 2 / DASH_LEVEL)
    const key = [level, level - 1, level + 1].find((near) => rows.has(near)) ?? level
    const row = rows.get(key)
    if (row) row.push(box)
    else rows.set(key, [box])
  }
  return [...rows.values()].flatMap(chainsOf)
}

const chainsOf = (row: Box[]): Box[] => {
  const chains: Box[][] = []
  for (const box of row.sort((a, b) => a.x0 - b.x0)) {
    const chain = chains.at(-1)
    if (chain && box.x0 - (chain.at(-1) as Box).x1 <= DASH_GAP) chain.push(box)
    else chains.push([box])
  }
  return chains
    .filter((chain) => chain.length >= FEWEST_DASHES)
    .map(unionOf)
    .filter((box) => widthOf(box) >= DASHED_LENGTH)
}

/** The sides of filled areas that stand side by side or one above another, as the cells of a table without rules. */
export const sidesOfFills = (shapes: readonly Shape[]): Rules => {
  const fills = shapes
    .filter(({ box, fill }) => fill !== null && widthOf(box) >= SHORTEST && heightOf(box) >= SHORTEST)
    .map(({ box }) => box)
    .sort((a, b) => a.x0 - b.x0)
  if (fills.length > MOST_FILLS) return { across: [], down: [] }
  const touching = fills.filter((box) => fills.some((other) => other !== box && abuts(box, other)))
  return {
    across: touching.flatMap(levelSides),
    down: touching.flatMap(uprightSides),
  }
}

const levelSides = (box: Box): Box[] => [
  { ...box, y1: box.y0 },
  { ...box, y0: box.y1 },
]

const uprightSides = (box: Box): Box[] => levelSides(turned(box)).map(turned)

const abuts = (a: Box, b: Box): boolean =>
  (isNear(a.y0, b.y0) && isNear(a.y1, b.y1) && (isNear(a.x1, b.x0) || isNear(a.x0, b.x1))) ||
  (isNear(a.x0, b.x0) && isNear(a.x1, b.x1) && (isNear(a.y1, b.y0) || isNear(a.y0, b.y1)))

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOUCH
