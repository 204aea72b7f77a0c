import type { Box } from '../model/place.js'

/** `x0 y0 x1 y1` in points with one decimal, boxes joined by `;`. */
export const printBoxes = (boxes: readonly Box[]): string =>
  boxes
    .map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map((n) => (Math.round(n * 10) / 10 + 0).toFixed(1)).join(' '))
    .join(';')
