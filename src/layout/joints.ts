import type { Box } from '../model/place.js'
import { medianOf, middleOf } from './levels.js'

/** Ends and levels this near (points) are one. */
const TOUCH = 1.6
/** Fewer level rules that part at one place tell of no column. */
const FEWEST = 3
/** A row without numbers is no higher than this times most rows: below it another table begins. */
const HIGHEST_ROW = 2.5

/** A level at which rules or filled areas end. */
interface Level {
  readonly y: number
  readonly pieces: readonly Box[]
}

/** Where an upright line between two columns would stand, and how each level meets it. */
interface Joint {
  readonly x: number
  readonly crossings: readonly { readonly y: number; readonly parts: boolean }[]
}

/** The upright lines of a table that draws none: its level rules and fills are painted cell by cell and part at the
 * columns. Where a level goes through, its cell spans the columns. `numbers` are the boxes of numbers on the page. */
export const jointsOf = (across: readonly Box[], numbers: readonly Box[]): Box[] => {
  const levels = levelsOf(across)
  return jointsAt(levels).flatMap((joint) => uprightsOf(joint, numbers))
}

const levelsOf = (across: readonly Box[]): Level[] => {
  const levels: { y: number; pieces: Box[] }[] = []
  for (const box of [...across].sort((a, b) => middleOf(a) - middleOf(b))) {
    const last = levels.at(-1)
    if (last && middleOf(box) - last.y <= TOUCH) last.pieces.push(box)
    else levels.push({ y: middleOf(box), pieces: [box] })
  }
  return levels
}

const jointsAt = (levels: readonly Level[]): Joint[] => {
  const places = levels
    .flatMap(({ pieces }) => partings(pieces))
    .sort((a, b) => a - b)
    .reduce<number[][]>((groups, x) => {
      const group = groups.at(-1)
      if (group && x - (group[0] as number) <= TOUCH) group.push(x)
      else groups.push([x])
      return groups
    }, [])
  return places
    .filter((group) => group.length >= FEWEST)
    .map((group) => {
      const x = medianOf(group)
      return { x, crossings: levels.flatMap(({ y, pieces }) => meeting(y, pieces, x)) }
    })
}

/** Where one piece ends and another begins, once for each place. */
const partings = (pieces: readonly Box[]): number[] => {
  const starts = pieces.map(({ x0 }) => x0).sort((a, b) => a - b)
  const found = pieces.flatMap(({ x1 }) => starts.filter((x0) => Math.abs(x0 - x1) <= TOUCH).map((x0) => (x0 + x1) / 2))
  return found.sort((a, b) => a - b).filter((x, i) => i === 0 || x - (found[i - 1] as number) > TOUCH)
}

const meeting = (y: number, pieces: readonly Box[], x: number): Joint['crossings'][number][] => {
  const touching = pieces.filter(({ x0, x1 }) => x0 <= x + TOUCH && x1 >= x - TOUCH)
  if (touching.length === 0) return []
  return [{ y, parts: !touching.some(({ x0, x1 }) => x0 < x - TOUCH && x1 > x + TOUCH) }]
}

/** From level to level; a level that goes through ends it, as does a wide gap without numbers. */
const uprightsOf = ({ x, crossings }: Joint, numbers: readonly Box[]): Box[] => {
  const spans = crossings.slice(1).map((below, i) => {
    const above = crossings[i] as (typeof crossings)[number]
    return { y0: above.y, y1: below.y, parts: above.parts && below.parts }
  })
  const usual = medianOf(spans.filter(({ parts }) => parts).map(({ y0, y1 }) => y1 - y0))
  const isTable = ({ y0, y1 }: { y0: number; y1: number }): boolean =>
    y1 - y0 <= HIGHEST_ROW * usual || numbers.some((box) => middleOf(box) > y0 && middleOf(box) < y1)
  return spans.filter((span) => span.parts && isTable(span)).map(({ y0, y1 }) => ({ x0: x, x1: x, y0, y1 }))
}
