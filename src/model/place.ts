/** A rectangle in points, origin at the top left of the page as it is shown (rotation applied). */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Where something stands in a document. */
export interface Place {
  /** Physical page, 1-based; null for text files, which have no pages. */
  readonly page: number | null
  /** 1-based line of a text file, or of the page's lines in reading order. */
  readonly line: number
  /** One box for each printed line that the thing touches, in reading order. */
  readonly boxes: readonly Box[]
}

export const unionOf = (boxes: readonly Box[]): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0)
    y0 = Math.min(y0, box.y0)
    x1 = Math.max(x1, box.x1)
    y1 = Math.max(y1, box.y1)
  }
  return { x0, y0, x1, y1 }
}

export const widthOf = (box: Box): number => box.x1 - box.x0
export const heightOf = (box: Box): number => box.y1 - box.y0

/** Length that two boxes share along an axis; negative is the gap between them. */
export const overlapX = (a: Box, b: Box): number => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
export const overlapY = (a: Box, b: Box): number => Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)

/** Whether `outer` holds `inner`, with `slack` points of tolerance on each side. */
export const contains = (outer: Box, inner: Box, slack = 0): boolean =>
  inner.x0 >= outer.x0 - slack &&
  inner.x1 <= outer.x1 + slack &&
  inner.y0 >= outer.y0 - slack &&
  inner.y1 <= outer.y1 + slack
