import type { Block, Cell, Layout, Line } from '../../src/model/block.js'
import type { CleanPage } from '../../src/model/text.js'
import { normalise } from '../../src/normalise/index.js'

const box = { x0: 0, y0: 0, x1: 500, y1: 500 }

/** A line as layout gives it; each character is ten points wide. A text that ends in ⏎ fills its column. */
export const lineOf = (print: string, number = 1): Line => {
  const text = print.replace(/⏎$/, '')
  const y0 = 20 * number
  const boxes = Float32Array.from(Array.from(text).flatMap((_, i) => [10 * i, y0, 10 * i + 10, y0 + 10]))
  const place = { x0: 0, y0, x1: 10 * text.length, y1: y0 + 10 }
  return {
    text,
    boxes,
    box: place,
    size: 10,
    bold: false,
    colour: '#000000',
    vertical: false,
    number,
    full: print.endsWith('⏎'),
  }
}

const block = { box, frame: null, column: 0, lines: [], cells: [] } as const

export const textBlock = (prints: readonly string[]): Block => ({
  ...block,
  kind: 'text',
  lines: prints.map((print, i) => lineOf(print, i + 1)),
})

export const tableBlock = (rows: readonly (readonly string[])[]): Block => ({
  ...block,
  kind: 'table',
  cells: rows.flatMap((row, r) =>
    row.map(
      (print, column): Cell => ({ row: r, column, rowSpan: 1, columnSpan: 1, box, lines: [lineOf(print, r + 1)] }),
    ),
  ),
})

/** A page of one cell with these lines. */
export const cellText = (...prints: readonly string[]): CleanPage => {
  const table = tableBlock([['']])
  const lines = prints.map((print, i) => lineOf(print, i + 1))
  return normalise(layoutOf({ ...table, cells: table.cells.map((cell) => ({ ...cell, lines })) }))
}

export const layoutOf = (...blocks: readonly Block[]): Layout => ({
  page: 1,
  source: 'pdf',
  width: 500,
  height: 500,
  frames: [],
  blocks,
  issues: [],
})

/** The clean page of one block with these lines. */
export const cleanPage = (...prints: readonly string[]): CleanPage => normalise(layoutOf(textBlock(prints)))
