import type { Issue } from './issue.js'
import type { Box } from './place.js'

/** Characters on one baseline (or one vertical stack) that belong together. */
export interface Line {
  /** As in the text layer; a gap wider than a letter's spacing is one space, a column gap one tab. */
  readonly text: string
  /** x0 y0 x1 y1 for each UTF-16 unit of `text`; zero-width boxes for inserted spaces. */
  readonly boxes: Float32Array
  readonly box: Box
  /** Em height in points of most of the line. */
  readonly size: number
  readonly bold: boolean
  /** #rrggbb of most of the line. */
  readonly colour: string
  readonly vertical: boolean
  /** 1-based: the line of a text file, or the line's number on its page in reading order. */
  readonly number: number
  /** The line fills its column, so the next line of the block may continue it. */
  readonly full: boolean
}

/** A drawn box (frame or filled area) that holds blocks. */
export interface Frame {
  readonly box: Box
  /** #rrggbb or null. */
  readonly fill: string | null
  readonly stroke: string | null
  /** Index of the enclosing frame in `Layout.frames`, or null for the page itself. */
  readonly parent: number | null
}

/** One cell of a simple table. `row` and `column` are 0-based. */
export interface Cell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly box: Box
  readonly lines: readonly Line[]
}

/** What layout saw a block to be.
 * title: the page's title; amounts: the amount box beside, above or below it; heading: a line set apart as head of what
 * follows; text: any other; table: rows and cells; furniture: running heads, page numbers; ruby: small readings. */
export type BlockKind = 'title' | 'amounts' | 'heading' | 'text' | 'table' | 'furniture' | 'ruby'

export interface Block {
  readonly kind: BlockKind
  readonly box: Box
  /** Index of the innermost frame that holds the block, or null. */
  readonly frame: number | null
  /** Column of the page's main flow, 0-based. */
  readonly column: number
  readonly lines: readonly Line[]
  /** Only for tables, row by row; empty for all others. */
  readonly cells: readonly Cell[]
}

/** layout -> normalise. One page's blocks in reading order. */
export interface Layout {
  readonly page: number
  readonly source: 'pdf' | 'text'
  readonly width: number
  readonly height: number
  readonly frames: readonly Frame[]
  readonly blocks: readonly Block[]
  readonly issues: readonly Issue[]
}
