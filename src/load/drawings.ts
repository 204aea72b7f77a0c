import type { Drawing } from '../model/page.js'
import { type Box, heightOf, unionOf, widthOf } from '../model/place.js'
import { limits } from './limits.js'
import { OPERANDS, type Outline, type PathPart } from './paths.js'

/** Height of a drawn letter in points, from and to. */
const LOWEST = 4
const HIGHEST = 40
/** Letters are this many times as wide as high at the most, and at least. */
const WIDEST = 1.5
const NARROWEST = 0.15
/** From so many points on a single outline may be a letter; a circle has 13, an arrow fewer. */
const MANY_POINTS = 14
/** Points of a rectangle that comes back to its start. */
const RECTANGLE = 5

/** What a filled path draws that may be a letter: several outlines, or one with many points, but no rectangles, rings or rules;
 * `parts` are those of the path. */
export const drawnIn = (
  path: ArrayLike<number>,
  outlines: readonly Outline[],
  parts: readonly PathPart[],
): Drawing | null => {
  const count = outlines.reduce((sum, { points }) => sum + points.length, 0)
  if (count > limits.drawingPoints || isPlain(outlines, parts)) return null
  const box = unionOf(outlines.map((outline) => outline.box))
  return isLetterSized(box) ? { box, shape: { commands: commandsOf(path), points: placesIn(box, outlines) } } : null
}

/** Nothing, a simple figure, solid figures alone or a ring. */
const isPlain = (outlines: readonly Outline[], parts: readonly PathPart[]): boolean => {
  const [first, more] = outlines
  if (!first || (!more && first.points.length < MANY_POINTS)) return true
  if (outlines.every(({ points, curved }) => !curved && points.length <= RECTANGLE)) return true
  return parts.some(({ ring }) => ring) || parts.filter(({ fills }) => fills).length === outlines.length
}

const isLetterSized = (box: Box): boolean => {
  const [width, height] = [widthOf(box), heightOf(box)]
  if (height < LOWEST || height > HIGHEST) return false
  return width <= WIDEST * height && width >= NARROWEST * height
}

/** One letter for each command of a path in the engine's form. */
const commandsOf = (path: ArrayLike<number>): string => {
  let commands = ''
  for (let i = 0; i < path.length; ) {
    const command = path[i] ?? 0
    commands += 'mlcqz'[command] ?? '?'
    i += 1 + (OPERANDS[command] ?? 0)
  }
  return commands
}

const placesIn = (box: Box, outlines: readonly Outline[]): number[] => {
  const place = (from: number, at: number): number => Math.round((1000 * (at - from)) / heightOf(box)) / 1000
  return outlines.flatMap(({ points }) => points.flatMap(([x, y]) => [place(box.x0, x), place(box.y0, y)]))
}
