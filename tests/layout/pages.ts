import { layout } from '../../src/layout/index.js'
import type { Block, Layout } from '../../src/model/block.js'
import type { Glyph, Page, Shape, TextRun } from '../../src/model/page.js'
import type { Box } from '../../src/model/place.js'

export interface Style {
  readonly size?: number
  readonly bold?: boolean
  readonly colour?: string
  readonly vertical?: boolean
  readonly angle?: number
  readonly hidden?: boolean
  /** Advance of each glyph in em; left out, Japanese takes one and Latin half. */
  readonly pitch?: number
}

/** Text at a point: x and y of its top left corner. */
export type Print = readonly [x: number, y: number, text: string, style?: Style]

const isWide = (char: string): boolean => char > '\u2fff' && !(char >= '\uff61' && char <= '\uffdc')

/** A run of text as a PDF paints it: Japanese in squares of 10 points, Latin half as wide. */
export const run = ([x, y, text, style = {}]: Print): TextRun => {
  const { size = 10, bold = false, colour = '#000000', vertical = false, angle = 0, hidden = false, pitch } = style
  let at = 0
  const glyphs = [...text].map((char): Glyph => {
    const from = at
    const width = isWide(char) ? size : size / 2
    at += pitch === undefined ? width : pitch * size
    if (angle === 270) return { text: char, x0: x, y0: y - from - width, x1: x + size, y1: y - from }
    return vertical || angle === 90
      ? { text: char, x0: x, y0: y + from, x1: x + size, y1: y + from + width }
      : { text: char, x0: x + from, y0: y, x1: x + from + width, y1: y + size }
  })
  return { glyphs, size, font: '', bold, colour, angle, vertical, hidden, line: null }
}

/** A page of 700 by 500 points. */
export const page = (prints: readonly Print[], shapes: readonly Shape[] = []): Page => {
  const runs = prints.map(run)
  return {
    number: 1,
    source: 'pdf',
    width: 700,
    height: 500,
    rotation: 0,
    runs,
    shapes,
    images: [],
    drawings: [],
    glyphs: runs.flatMap(({ glyphs }) => glyphs).length,
    unmapped: 0,
    issues: [],
  }
}

export const layoutOf = (prints: readonly Print[], shapes: readonly Shape[] = []): Layout =>
  layout(page(prints, shapes))

/** The texts of its lines, block by block. */
export const blockTexts = ({ blocks }: Layout): string[][] => blocks.map(({ lines }) => lines.map(({ text }) => text))

/** The texts of its lines in reading order. */
export const lineTexts = (made: Layout): string[] => blockTexts(made).flat()

export const blockWith = ({ blocks }: Layout, text: string): Block | undefined =>
  blocks.find(({ lines, cells }) =>
    [...lines, ...cells.flatMap((cell) => cell.lines)].some((line) => line.text.includes(text)),
  )

/** `row,column(+spans) words` of every filled cell. */
export const cellTexts = ({ blocks }: Layout): string[][] =>
  blocks
    .filter(({ kind }) => kind === 'table')
    .map(({ cells }) =>
      cells.map(({ row, column, rowSpan, columnSpan, lines }) => {
        const spans = rowSpan > 1 || columnSpan > 1 ? `+${rowSpan}x${columnSpan}` : ''
        return `${row},${column}${spans} ${lines.map(({ text }) => text).join('/')}`
      }),
    )

const boxAt = (x0: number, y0: number, x1: number, y1: number): Box => ({ x0, y0, x1, y1 })

export const filled = (x0: number, y0: number, x1: number, y1: number, fill = '#dddddd'): Shape => ({
  box: boxAt(x0, y0, x1, y1),
  fill,
  stroke: null,
})

export const stroked = (x0: number, y0: number, x1: number, y1: number): Shape => ({
  box: boxAt(x0, y0, x1, y1),
  fill: null,
  stroke: '#000000',
})

/** The rules of a table: upright at each x, level at each y, as strokes or as thin rectangles. */
export const ruled = (xs: readonly number[], ys: readonly number[], thin = false): Shape[] => {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  const [top = 0, foot = 0] = [ys[0], ys.at(-1)]
  const rule = (x0: number, y0: number, x1: number, y1: number): Shape =>
    thin ? filled(x0 - 0.3, y0 - 0.3, x1 + 0.3, y1 + 0.3, '#000000') : stroked(x0, y0, x1, y1)
  return [...xs.map((x) => rule(x, top, x, foot)), ...ys.map((y) => rule(left, y, right, y))]
}
