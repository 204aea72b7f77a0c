import type { Layout } from '../model/block.js'
import type { Page } from '../model/page.js'
import type { Box } from '../model/place.js'
import { type Rules, rulesOf } from '../model/rulings.js'
import { withDrawn } from './drawn-letters.js'
import type { DrawnShapes } from './drawn-shapes.js'
import { withoutFolio } from './folios.js'
import { downwards, moved, movedPrint, type Print, printsOf, type Shift } from './print.js'

/** What one page, or two that face each other, print: lines from top to bottom and rules. */
export interface Leaf {
  /** Physical pages in the order of the file. */
  readonly pages: readonly number[]
  /** Width of what is printed on, and its height. */
  readonly width: number
  readonly height: number
  readonly prints: readonly Print[]
  readonly rules: Rules
}

/** The leaf of a page of a book that draws letters of these shapes so far. */
export const leafOf = (page: Page, layout: Layout, shapes: DrawnShapes): Leaf => ({
  pages: [page.number],
  width: page.width,
  height: page.height,
  prints: withoutFolio(withDrawn(printsOf(layout), page.drawings, shapes)),
  rules: rulesOf(page.shapes),
})

/** Two leaves as one sheet: the second stands right of the first, moved down by `down` points. */
export const besides = (left: Leaf, right: Leaf, down: number): Leaf => {
  const shift: Shift = { x: left.width, y: down }
  const move = (box: Box): Box => moved(box, shift)
  return {
    pages: [...left.pages, ...right.pages].sort((a, b) => a - b),
    width: left.width + right.width,
    height: Math.max(left.height, right.height + down),
    prints: [...left.prints, ...right.prints.map((print) => movedPrint(print, shift))].sort(downwards),
    rules: {
      across: [...left.rules.across, ...right.rules.across.map(move)],
      down: [...left.rules.down, ...right.rules.down.map(move)],
    },
  }
}
