import type { Block, Frame, Line } from '../model/block.js'
import { type Box, unionOf } from '../model/place.js'
import { frameAround } from './frames.js'
import type { Grid } from './grid.js'
import { lineOf } from './lines.js'
import { type Flow, flowsOf, type Item, isLevel } from './order.js'
import type { Segment } from './segments.js'
import { blockOfTable, type FilledTable, fillTables } from './table-block.js'

/** What a page's flow is made of: a segment of text, a drawn box, a table or a vertical line. */
type Thing = Item & {
  readonly is: { segment: Segment } | { frame: number } | { table: FilledTable } | { vertical: Line }
}

export interface Ground {
  readonly frames: readonly Frame[]
  /** Tables with the cells that hold their segments. */
  readonly tables: readonly Grid[]
  readonly segments: readonly Segment[]
  readonly verticals: readonly Line[]
}

/** Lines farther apart than this (em) are two blocks. */
const BLOCK_GAP = 0.9
/** Sizes that differ by more than this share are two styles. */
const SIZE_STEP = 0.07

/** Blocks of a page in reading order. Line numbers count on through the page. */
export const blocksOf = (ground: Ground): Block[] => {
  const owners = new Map<number | null, Thing[]>()
  const put = (frame: number | null, thing: Thing): void => {
    const held = owners.get(frame)
    if (held) held.push(thing)
    else owners.set(frame, [thing])
  }
  const { filled, outside } = fillTables(ground.tables, ground)
  for (const segment of outside.segments) put(frameAround(ground.frames, segment.box), thingOf(segment))
  for (const line of outside.verticals)
    put(frameAround(ground.frames, line.box), {
      box: line.box,
      size: line.size,
      solid: true,
      isValue: false,
      is: { vertical: line },
    })
  for (const table of filled)
    put(outsideOf(ground.frames, table.grid.box), {
      box: table.box,
      size: table.size,
      solid: true,
      isValue: false,
      is: { table },
    })
  placeFrames(ground.frames, owners, put)
  return walk(null, ground, owners)
}

const thingOf = (segment: Segment): Thing => ({
  box: segment.box,
  size: segment.size,
  solid: false,
  isValue: /^[\s(（〔【△▲−\-+約]*[0-9０-９]/u.test(segment.inks.map(({ text }) => text).join('')),
  is: { segment },
})

/** Frames that hold anything become items of the frame around them, innermost first. */
const placeFrames = (
  frames: readonly Frame[],
  owners: ReadonlyMap<number | null, Thing[]>,
  put: (frame: number | null, thing: Thing) => void,
): void => {
  for (let i = frames.length - 1; i >= 0; i--) {
    const held = owners.get(i)
    const frame = frames[i] as Frame
    if (held)
      put(frame.parent, {
        box: unionOf([frame.box]),
        size: held[0]?.size ?? 10,
        solid: true,
        isValue: false,
        is: { frame: i },
      })
  }
}

const outsideOf = (frames: readonly Frame[], box: Box): number | null => {
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = (frames[i] as Frame).box
    if (
      frame.x0 <= box.x0 + 1 &&
      frame.y0 <= box.y0 + 1 &&
      frame.x1 >= box.x1 - 1 &&
      frame.y1 >= box.y1 - 1 &&
      (frame.x1 - frame.x0) * (frame.y1 - frame.y0) > 1.02 * (box.x1 - box.x0) * (box.y1 - box.y0)
    )
      return i
  }
  return null
}

const walk = (root: number | null, ground: Ground, owners: ReadonlyMap<number | null, Thing[]>): Block[] => {
  let number = 0
  const next = (): number => ++number
  const visit = (frame: number | null, column: number): Block[] => {
    const things = owners.get(frame) ?? []
    const right =
      frame === null
        ? Math.max(...things.map((thing) => thing.box.x1), 0)
        : insideRight(ground.frames[frame] as Frame, things)
    return flowsOf(things, right).flatMap((flow) => ofFlow(flow, frame, frame === null ? flow.column : column))
  }
  const ofFlow = (flow: Flow<Thing>, frame: number | null, column: number): Block[] =>
    rowsOf(flow.items).flatMap((row): Block[] => {
      const first = row[0] as Thing
      if ('frame' in first.is) return visit(first.is.frame, column)
      if ('table' in first.is) return [blockOfTable(first.is.table, frame, column, next)]
      if ('vertical' in first.is)
        return [{ kind: 'text', box: first.box, frame, column, lines: [first.is.vertical], cells: [] }]
      const line = lineOf(
        row.flatMap((thing) => ('segment' in thing.is ? [thing.is.segment] : [])),
        flow.right,
        next(),
      )
      return [{ kind: 'text', box: line.box, frame, column, lines: [line], cells: [] }]
    })
  return joinLines(visit(root, 0))
}

/** Text keeps the same distance from both sides of its box. */
const insideRight = (frame: Frame, things: readonly Thing[]): number => {
  const inset = Math.max(0, Math.min(...things.map((thing) => thing.box.x0)) - frame.box.x0)
  return frame.box.x1 - Math.min(inset, 0.2 * (frame.box.x1 - frame.box.x0))
}

/** Plain segments on one level are one row; a solid thing is a row of its own. */
const rowsOf = (things: readonly Thing[]): Thing[][] => {
  const rows: Thing[][] = []
  for (const thing of things) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && !thing.solid && !last.solid && isLevel(last.box, thing.box)) row.push(thing)
    else rows.push([thing])
  }
  return rows.map((row) => row.sort((a, b) => a.box.x0 - b.box.x0))
}

/** One-line blocks that follow each other in one style and column are one block. */
const joinLines = (blocks: readonly Block[]): Block[] => {
  const joined: Block[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    if (before && continues(before, block))
      joined[joined.length - 1] = {
        ...before,
        lines: [...before.lines, ...block.lines],
        box: unionOf([before.box, block.box]),
      }
    else joined.push(block)
  }
  return joined
}

const continues = (above: Block, below: Block): boolean => {
  const [a, b] = [above.lines.at(-1), below.lines[0]]
  if (
    !a ||
    !b ||
    above.kind !== 'text' ||
    below.kind !== 'text' ||
    above.frame !== below.frame ||
    above.column !== below.column
  )
    return false
  if (a.vertical || b.vertical || (!a.full && (a.bold !== b.bold || a.colour !== b.colour))) return false
  if (Math.abs(a.size - b.size) > SIZE_STEP * Math.max(a.size, b.size)) return false
  const gap = b.box.y0 - a.box.y1
  return gap < BLOCK_GAP * a.size && gap > -0.6 * a.size && Math.min(a.box.x1, b.box.x1) > Math.max(a.box.x0, b.box.x0)
}
