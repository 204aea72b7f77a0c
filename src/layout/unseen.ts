import type { Page } from '../model/page.js'
import type { Box } from '../model/place.js'
import { cellOf, type Grid } from './grid.js'
import type { Segment } from './segments.js'

const paper = '#ffffff'

/** What a reader sees of a page's segments: numbers in white on white, as zeros are hidden in a spreadsheet, are not
 * printed. Only in the cells of tables, where nothing but a filled area or an image lies under text: shapes of other
 * outlines, on which white titles stand, are none of a page's shapes. */
export const dropUnseen = (segments: readonly Segment[], tables: readonly Grid[], page: Page): Segment[] => {
  const isUnseen = ({ inks, box }: Segment): boolean =>
    inks.every(({ colour }) => colour === paper) &&
    tables.some(({ cells }) => cellOf(cells, box)) &&
    inks.every((ink) => !isPainted(page, ink))
  return segments.filter((segment) => !isUnseen(segment))
}

const isPainted = ({ shapes, images }: Page, { x0, y0, x1, y1 }: Box): boolean => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const isUnder = (box: Box): boolean => box.x0 <= x && box.x1 >= x && box.y0 <= y && box.y1 >= y
  return (
    images.some(isUnder) || shapes.some(({ box, fill, stroke }) => (fill ?? stroke ?? paper) !== paper && isUnder(box))
  )
}
