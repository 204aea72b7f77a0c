import type { Drawing, DrawnShape } from '../../src/model/page.js'

/** A drawn letter that differs from others by where its first point stands. */
export const shapeOf = (first: number): DrawnShape => ({
  commands: 'mlcz',
  points: [first, 0, 1, 0, 1, 0.5, 0.5, 1, 0, 1],
})

/** A drawing nine points wide and high whose top left corner is at a point. */
export const drawingAt = (x: number, y: number, first = 0.1): Drawing => ({
  box: { x0: x, y0: y, x1: x + 9, y1: y + 9 },
  shape: shapeOf(first),
})
