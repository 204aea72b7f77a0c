import type { Layout, Line } from '../model/block.js'
import { type Box, overlapY, unionOf } from '../model/place.js'
import { ideographOf, radicals } from '../model/radicals.js'
import { withoutStandIns } from './drawn-shapes.js'

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
  text: asIdeographs(withoutStandIns(text)),
  boxes,
  box,
  shift: atHome,
})

/** Ideographs of radicals that Japanese writes in another form. */
const japanese: ReadonlyMap<string, string> = new Map([
  ['戶', '戸'],
  ['黃', '黄'],
  ['黑', '黒'],
  ['靑', '青'],
])

/** Radicals as the ideographs they look like, one for one, so that places in the text stay: the maps of many fonts name them. */
const asIdeographs = (text: string): string =>
  text.replace(radicals, (radical) => {
    const ideograph = ideographOf(radical)
    return ideograph.length === radical.length ? (japanese.get(ideograph) ?? ideograph) : radical
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

/** Prints of one page that stand on one level as one, from left to right, a tab between them. */
export const levelled = (prints: readonly Print[]): Print[] => levelsOf(prints).map((level) => level.reduce(joined))

/** Prints of one page that stand on one level, from left to right. */
export const levelsOf = (prints: readonly Print[]): Print[][] => {
  const levels: Print[][] = []
  for (const print of prints) {
    const level = levels.findLast(([first]) => first && first.page === print.page && isLevel(first.box, print.box))
    if (level) level.push(print)
    else levels.push([print])
  }
  return levels.map((level) => level.sort((a, b) => a.box.x0 - b.box.x0))
}

const isLevel = (a: Box, b: Box): boolean => 2 * overlapY(a, b) > Math.max(a.y1 - a.y0, b.y1 - b.y0)

const joined = (left: Print, right: Print): Print => {
  const gap = [left.box.x1, left.box.y0, right.box.x0, left.box.y1]
  const [x, y] = [left.shift.x, left.shift.y]
  const boxes = Float32Array.from([...left.boxes, ...gap.map((at, i) => at - (i % 2 === 0 ? x : y)), ...right.boxes])
  return { ...left, text: `${left.text}\t${right.text}`, boxes, box: unionOf([left.box, right.box]) }
}

/** Text without blanks of any kind, which budget books put between letters to fill a cell (均等割付). */
export const squeeze = (text: string): string => text.replace(/\s/gu, '')

/** The stretches of a text between the gaps of columns. */
export const stretchesOf = (text: string): string[] => text.split('\t')
