import type { Layout } from '../model/block.js'
import type { Page } from '../model/page.js'
import { blocksOf } from './blocks.js'
import { dropDuplicates } from './duplicates.js'
import { frameAround, framesOf } from './frames.js'
import { gridsOf, isParted } from './grid.js'
import { type Ink, inkOf, isUpright } from './ink.js'
import { nameKinds } from './kinds.js'
import { segmentsOf } from './segments.js'
import { paragraphsOf } from './text-file.js'
import { verticalLinesOf } from './vertical.js'

/** One page's painted glyphs as blocks of lines in reading order. Every glyph that is no space and no duplicate stands in
 * exactly one line. */
export const layout = (page: Page): Layout => {
  const { number, source, width, height, issues } = page
  const frames = framesOf(page.shapes, width, height)
  const blocks =
    source === 'text'
      ? paragraphsOf(inkOf(page, () => true))
      : nameKinds(blocksOf(groundOf(page, frames)), frames, width, height)
  return { page: number, source, width, height, frames, blocks, issues }
}

const groundOf = (page: Page, frames: ReturnType<typeof framesOf>) => {
  const inks = dropDuplicates(inkOf(page, isUpright))
  const grids = gridsOf(page.shapes)
  const frameOf = new Map<Ink, number | null>(inks.map((ink) => [ink, frameAround(frames, ink)]))
  return {
    frames,
    grids,
    segments: segmentsOf(
      inks,
      (left, right) => frameOf.get(left) !== frameOf.get(right) || isParted(grids, left, right),
    ),
    verticals: verticalLinesOf(
      page.runs.filter((run) => !isUpright(run)),
      (runs) => dropDuplicates(inkOf({ ...page, runs }, () => true)),
    ),
  }
}
