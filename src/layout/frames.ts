import type { Frame } from '../model/block.js'
import type { Shape } from '../model/page.js'
import { type Box, contains, heightOf, widthOf } from '../model/place.js'

/** Smaller areas are rules, bullets and marks, not boxes that hold text (points). */
const NARROWEST = 18
const LOWEST = 7
/** A shape this large is the page's ground (share of each side). */
const PAGE_SHARE = 0.96
/** More boxes than this on a page are a drawing or a table's cells; the largest are kept. */
const MOST = 400

/** The page's drawn boxes as a tree, outer boxes first. */
export const framesOf = (shapes: readonly Shape[], width: number, height: number): Frame[] => {
  const candidates = shapes
    .filter(({ box, fill, stroke }) => (fill !== null || stroke !== null) && isBoxLike(box, width, height))
    .sort((a, b) => areaOf(b.box) - areaOf(a.box))
    .slice(0, MOST)
  const frames: Frame[] = []
  for (const { box, fill, stroke } of candidates) {
    const twin = frames.findIndex((frame) => isSame(frame.box, box))
    if (twin >= 0) {
      const old = frames[twin] as Frame
      frames[twin] = { ...old, fill: fill ?? old.fill, stroke: stroke ?? old.stroke }
    } else frames.push({ box, fill, stroke, parent: innermost(frames, box) })
  }
  return frames
}

/** Index of the smallest frame that holds the box, or null. Frames stand in order of area, so the last one wins. */
export const innermost = (frames: readonly Frame[], box: Box): number | null => {
  for (let i = frames.length - 1; i >= 0; i--) if (contains((frames[i] as Frame).box, box, 1.5)) return i
  return null
}

/** The innermost frame that holds the middle of the box: text may stick out of its frame. */
export const frameAround = (frames: readonly Frame[], box: Box): number | null => {
  const middle = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 }
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = (frames[i] as Frame).box
    if (middle.x >= frame.x0 && middle.x <= frame.x1 && middle.y >= frame.y0 && middle.y <= frame.y1) return i
  }
  return null
}

const isBoxLike = (box: Box, width: number, height: number): boolean =>
  widthOf(box) >= NARROWEST &&
  heightOf(box) >= LOWEST &&
  !(widthOf(box) >= PAGE_SHARE * width && heightOf(box) >= PAGE_SHARE * height) &&
  box.x1 > 0 &&
  box.y1 > 0 &&
  box.x0 < width &&
  box.y0 < height

const areaOf = (box: Box): number => widthOf(box) * heightOf(box)

const isSame = (a: Box, b: Box): boolean =>
  Math.abs(a.x0 - b.x0) < 2.5 &&
  Math.abs(a.y0 - b.y0) < 2.5 &&
  Math.abs(a.x1 - b.x1) < 2.5 &&
  Math.abs(a.y1 - b.y1) < 2.5
