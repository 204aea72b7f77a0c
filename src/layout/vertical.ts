import type { Line } from '../model/block.js'
import type { TextRun } from '../model/page.js'
import { type Ink, isSpace } from './ink.js'
import { verticalLineOf } from './lines.js'

/** How a run's glyphs follow one another on the page as shown. */
const downwards = (run: TextRun): boolean => run.vertical || run.angle === 90

/** Vertical writing and text turned by a quarter: glyphs in one stack, read in the direction in which they were painted. */
export const verticalLinesOf = (runs: readonly TextRun[], inksOf: (runs: readonly TextRun[]) => Ink[]): Line[] => [
  ...stacksOf(inksOf(runs.filter(downwards)), 1),
  ...stacksOf(inksOf(runs.filter((run) => run.angle === 270 && !run.vertical)), -1),
  ...stacksOf(inksOf(runs.filter((run) => run.angle === 180 && !run.vertical)), 0),
]

const stacksOf = (inks: readonly Ink[], direction: number): Line[] => {
  const across = (ink: Ink): number => (direction === 0 ? (ink.y0 + ink.y1) / 2 : (ink.x0 + ink.x1) / 2)
  const along = (ink: Ink): number => (direction === 0 ? -ink.x0 : direction * ink.y0)
  const sorted = inks.filter((ink) => !isSpace(ink.text)).sort((a, b) => across(b) - across(a) || along(a) - along(b))
  const stacks: Ink[][] = []
  for (const ink of sorted) {
    const stack = stacks.at(-1)
    const first = stack?.[0]
    if (stack && first && Math.abs(across(first) - across(ink)) < 0.4 * ink.size) stack.push(ink)
    else stacks.push([ink])
  }
  return stacks
    .flatMap((stack) =>
      splitGaps(
        stack.sort((a, b) => along(a) - along(b)),
        direction,
      ),
    )
    .map((stack, i) => verticalLineOf(stack, i + 1))
}

const splitGaps = (stack: readonly Ink[], direction: number): Ink[][] => {
  const pieces: Ink[][] = []
  for (const ink of stack) {
    const last = pieces.at(-1)?.at(-1)
    const gap = last
      ? direction === 0
        ? last.x0 - ink.x1
        : direction > 0
          ? ink.y0 - last.y1
          : last.y0 - ink.y1
      : Infinity
    if (gap > 1.5 * ink.size) pieces.push([ink])
    else pieces.at(-1)?.push(ink)
  }
  return pieces
}
