import type { Box } from '../model/place.js'

/** An affine map [a b c d e f] as in PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The map that applies `inner` first, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const translate = (matrix: Matrix, x: number, y: number): Matrix => [
  matrix[0],
  matrix[1],
  matrix[2],
  matrix[3],
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
]

/** Upright bounding box of the mapped rectangle between two corners. */
export const boxUnder = (matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box => {
  const [a, b, c, d, e, f] = matrix
  return {
    x0: e + Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1),
    y0: f + Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1),
    x1: e + Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1),
    y1: f + Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1),
  }
}

/** Direction of the mapped x axis to the nearest quarter turn; clockwise, as y grows downwards on the page as shown. */
export const quarterTurn = ([a, b]: Matrix): number => {
  if (Math.abs(a) >= Math.abs(b)) return a >= 0 ? 0 : 180
  return b > 0 ? 90 : 270
}

/** What a font's em height is multiplied with: height across the writing direction, whatever the slant. */
export const heightScale = ([a, b, c, d]: Matrix): number => Math.abs(a * d - b * c) / (Math.hypot(a, b) || 1)

/** Geometric mean of the two scales: what a line's width is multiplied with. */
export const meanScale = (matrix: Matrix): number => Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))

const SLANT = 0.02

/** The matrix without the slant of a fake italic, so that a glyph's box is as wide as its advance. */
export const upright = (matrix: Matrix): Matrix => {
  const [a, b, c, d, e, f] = matrix
  if (Math.abs(b) <= SLANT * Math.abs(a)) return [a, b, 0, d, e, f]
  if (Math.abs(a) <= SLANT * Math.abs(b)) return [a, b, c, 0, e, f]
  return matrix
}

/** The part of a box inside another; null when they do not touch. */
export const intersect = (a: Box, b: Box): Box | null => {
  const box = {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  }
  return box.x0 <= box.x1 && box.y0 <= box.y1 ? box : null
}
