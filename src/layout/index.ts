import type { Frame, Layout } from '../model/block.js'
import type { Page } from '../model/page.js'
import { blocksOf, type Ground } from './blocks.js'
import { dropDuplicates } from './duplicates.js'
import { frameAround, framesOf } from './frames.js'
import { type Grid, isParted } from './grid.js'
import { type Ink, inkOf, isUpright } from './ink.js'
import { nameKinds } from './kinds.js'
import { type Segment, segmentsOf } from './segments.js'
import { tablesOf } from './tables.js'
import { paragraphsOf } from './text-file.js'
import { dropUnseen } from './unseen.js'
import { verticalLinesOf } from './vertical.js'

/** One page's painted glyphs as blocks of lines in reading order. Every glyph that is no space, no duplicate and not
 * hidden in white stands in exactly one line. */
export const layout = (page: Page): Layout => {
  const { number, source, width, height, issues } = page
  const frames = framesOf(page.shapes, width, height)
  const blocks =
    source === 'text'
      ? paragraphsOf(inkOf(page, () => true))
      : nameKinds(blocksOf(groundOf(page, frames)), frames, width, height)
  return { page: number, source, width, height, frames, blocks, issues }
}

const groundOf = (page: Page, frames: readonly Frame[]): Ground => {
  const inks = dropDuplicates(inkOf(page, isUpright))
  const frameOf = new Map<Ink, number | null>(inks.map((ink) => [ink, frameAround(frames, ink)]))
  const cut = (grids: readonly Grid[]): Segment[] =>
    segmentsOf(inks, (left, right) =>
      isParted(grids, left, right) ? 'rule' : frameOf.get(left) === frameOf.get(right) ? null : 'box',
    )
  const { tables, segments } = tablesOf(page.shapes, frames, cut)
  return {
    frames,
    tables,
    segments: dropUnseen(segments, tables, page),
    verticals: verticalLinesOf(
      page.runs.filter((run) => !isUpright(run)),
      (runs) => dropDuplicates(inkOf({ ...page, runs }, () => true)),
    ),
  }
}
