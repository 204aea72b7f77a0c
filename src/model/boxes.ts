import type { Box } from './place.js'

/** What `printBoxes` writes. */
export const boxesPattern = /^-?\d+\.\d( -?\d+\.\d){3}(;-?\d+\.\d( -?\d+\.\d){3})*$/

/** `x0 y0 x1 y1` in points with one decimal, boxes joined by `;`; null for none. */
export const printBoxes = (boxes: readonly Box[]): string | null => (boxes.length === 0 ? null : boxesText(boxes))

/** The same for boxes of which there is one at least. */
export const boxesText = (boxes: readonly Box[]): string =>
  boxes
    .map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map((n) => (Math.round(n * 10) / 10 + 0).toFixed(1)).join(' '))
    .join(';')
