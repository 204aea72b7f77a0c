import type { Layout, Line } from '../model/block.js'
import type { Box } from '../model/place.js'

/** A printed line where it stands on a sheet: its own page, or the right of two facing ones moved beside the left. */
export interface Print {
  readonly page: number
  /** The line's number on its page in reading order. */
  readonly line: number
  readonly text: string
  /** x0 y0 x1 y1 on the page for each UTF-16 unit of `text`. */
  readonly boxes: Float32Array
  /** On the sheet. */
  readonly box: Box
  /** How far the page is moved on the sheet, in points. */
  readonly shift: Shift
}

export interface Shift {
  readonly x: number
  readonly y: number
}

export const atHome: Shift = { x: 0, y: 0 }

/** The level lines of a page, from top to bottom. */
export const printsOf = ({ page, blocks }: Layout): Print[] =>
  blocks
    .flatMap(({ lines, cells }) => [...lines, ...cells.flatMap((cell) => cell.lines)])
    .filter(({ vertical }) => !vertical)
    .map((line) => toPrint(page, line))
    .sort(downwards)

/** From top to bottom, then from left to right. */
export const downwards = (a: Print, b: Print): number => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0

const toPrint = (page: number, { number, text, boxes, box }: Line): Print => ({
  page,
  line: number,
  text,
  boxes,
  box,
  shift: atHome,
})

export const moved = (box: Box, { x, y }: Shift): Box => ({
  x0: box.x0 + x,
  y0: box.y0 + y,
  x1: box.x1 + x,
  y1: box.y1 + y,
})

export const movedPrint = (print: Print, by: Shift): Print => ({
  ...print,
  box: moved(print.box, by),
  shift: { x: print.shift.x + by.x, y: print.shift.y + by.y },
})

/** Text without blanks of any kind, which budget books put between letters to fill a cell (均等割付). */
export const squeeze = (text: string): string => text.replace(/\s/gu, '')

/** The stretches of a text between the gaps of columns. */
export const stretchesOf = (text: string): string[] => text.split('\t')
