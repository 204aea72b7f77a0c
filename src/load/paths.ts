import { type Box, contains, heightOf, widthOf } from '../model/place.js'
import { type Matrix, meanScale } from './matrix.js'

/** How a path is painted. */
export interface Paint {
  readonly fills: boolean
  readonly strokes: boolean
  readonly evenOdd: boolean
}

/** A rectangle found in a path, and which part of the painting it takes. */
export interface PathPart {
  readonly box: Box
  readonly fills: boolean
  readonly strokes: boolean
  /** A frame painted as the area between two outlines: the filling is its border. */
  readonly ring: boolean
}

/** Points in page space; control points of curves are among them. */
export interface Outline {
  readonly points: readonly (readonly [number, number])[]
  readonly closed: boolean
  readonly curved: boolean
  readonly box: Box
  /** Signed area. */
  readonly area: number
}

/** Share of its bounding box that an outline covers from which the box stands for it; an ellipse covers 0.785. */
const COVERS = 0.7
const PARALLEL = 0.5

/**
 * Rectangles and axis-parallel lines of a path. Rounded rectangles and ellipses give their bounding box, slanted lines and odd figures nothing.
 */
export const pathParts = (outlines: readonly Outline[], ctm: Matrix, lineWidth: number, paint: Paint): PathPart[] => {
  const half = (lineWidth * meanScale(ctm)) / 2
  if (paint.fills && isRing(outlines, paint)) {
    const box = outlines.map((outline) => outline.box).reduce((a, b) => (contains(a, b) ? a : b))
    return [{ box, fills: true, strokes: false, ring: true }]
  }
  const { fills, strokes } = paint
  return outlines.flatMap((outline): PathPart[] => {
    if (isSolid(outline, fills)) return [{ box: outline.box, fills, strokes, ring: false }]
    if (!strokes) return []
    return segmentsOf(outline, half).map((box) => ({ box, fills: false, strokes: true, ring: false }))
  })
}

/** Bounding box of a path's points on the page, for clipping; null for an empty path. */
export const pathBox = (path: ArrayLike<number>, ctm: Matrix): Box | null => {
  const boxes = outlinesOf(path, ctm).map((outline) => outline.box)
  return boxes.length === 0 ? null : boxes.reduce(union)
}

const union = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
})

/** Numbers behind each drawing command of a path in the engine's form: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close. */
export const OPERANDS = [2, 2, 6, 4, 0] as const
const MOVE = 0
const LINE = 1
const CLOSE = 4

/** The outlines of a path in the engine's form. */
export const outlinesOf = (path: ArrayLike<number>, ctm: Matrix): Outline[] => {
  const [a, b, c, d, e, f] = ctm
  const outlines: Outline[] = []
  let points: [number, number][] = []
  let curved = false
  const finish = (closed: boolean) => {
    if (points.length > 1) outlines.push(outlineOf(points, closed, curved))
    points = []
    curved = false
  }
  for (let i = 0; i < path.length; ) {
    const command = path[i++] ?? CLOSE
    if (command === MOVE) finish(false)
    if (command === CLOSE) finish(true)
    if (command > LINE && command < CLOSE) curved = true
    for (const end = i + (OPERANDS[command] ?? 0); i < end; i += 2) {
      const [x = 0, y = 0] = [path[i], path[i + 1]]
      points.push([a * x + c * y + e, b * x + d * y + f])
    }
  }
  finish(false)
  return outlines
}

const outlineOf = (points: readonly (readonly [number, number])[], closed: boolean, curved: boolean): Outline => {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  let twice = 0
  let [lastX, lastY] = points.at(-1) ?? [0, 0]
  for (const [x, y] of points) {
    box.x0 = Math.min(box.x0, x)
    box.y0 = Math.min(box.y0, y)
    box.x1 = Math.max(box.x1, x)
    box.y1 = Math.max(box.y1, y)
    twice += lastX * y - x * lastY
    lastX = x
    lastY = y
  }
  return { points, closed, curved, box, area: twice / 2 }
}

/** The outline's box may stand for it: it covers most of it, and an open stroke at least comes back to its start. */
const isSolid = (outline: Outline, fills: boolean): boolean => {
  const [first = [0, 0], last = [0, 0]] = [outline.points[0], outline.points.at(-1)]
  const returns = outline.closed || Math.hypot(first[0] - last[0], first[1] - last[1]) < PARALLEL
  if (!fills && (!returns || outline.points.length < 4)) return false
  return Math.abs(outline.area) >= COVERS * widthOf(outline.box) * heightOf(outline.box)
}

/** Two outlines, one within the other, with the inside left out. */
const isRing = (outlines: readonly Outline[], paint: Paint): boolean => {
  const [a, b, more] = outlines
  if (!a || !b || more || !isSolid(a, true) || !isSolid(b, true)) return false
  const hollow = paint.evenOdd || a.area * b.area < 0
  return hollow && (contains(a.box, b.box) || contains(b.box, a.box))
}

/** Straight axis-parallel strokes as thin boxes. */
const segmentsOf = ({ points, closed, curved }: Outline, half: number): Box[] => {
  const first = points[0]
  if (curved || !first) return []
  const ring = closed ? [...points, first] : points
  return ring.slice(1).flatMap(([x, y], i) => {
    const [fromX, fromY] = ring[i] ?? [x, y]
    const [dx, dy] = [Math.abs(x - fromX), Math.abs(y - fromY)]
    if (Math.min(dx, dy) > PARALLEL || Math.max(dx, dy) <= PARALLEL) return []
    const [padX, padY] = dx > dy ? [0, half] : [half, 0]
    return [
      {
        x0: Math.min(x, fromX) - padX,
        y0: Math.min(y, fromY) - padY,
        x1: Math.max(x, fromX) + padX,
        y1: Math.max(y, fromY) + padY,
      },
    ]
  })
}
