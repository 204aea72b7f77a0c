import type { BlockKind, Frame, Line } from './block.js'
import type { Issue } from './issue.js'
import type { Box, Place } from './place.js'

/** One UTF-16 unit's origin: the line (index in `CleanText.lines`) and the position in that line's text. */
export interface Origin {
  readonly line: number
  readonly at: number
}

/** A cell's place in its table, 0-based, with the rows and columns that it covers. */
export interface CellPlace {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** normalise -> tokenize. A paragraph (or a table cell) with repaired characters and a map back to the print. */
export interface CleanText {
  readonly kind: BlockKind
  /** Index of the block in its page's layout. */
  readonly block: number
  /** Where the text is a table's cell; null otherwise. */
  readonly cell: CellPlace | null
  readonly page: number
  readonly source: 'pdf' | 'text'
  readonly box: Box
  readonly frame: number | null
  readonly column: number
  readonly size: number
  readonly bold: boolean
  readonly colour: string
  readonly lines: readonly Line[]
  readonly text: string
  /** For each UTF-16 unit of `text`; null where normalise put a space that is not printed. */
  readonly origins: readonly (Origin | null)[]
}

/** normalise -> tokenize, for a page. */
export interface CleanPage {
  readonly page: number
  readonly source: 'pdf' | 'text'
  readonly width: number
  readonly height: number
  readonly frames: readonly Frame[]
  readonly texts: readonly CleanText[]
  readonly issues: readonly Issue[]
}

/** The printed text behind text[from, to): untouched, line breaks left out. */
export const rawOf = (clean: CleanText, from: number, to: number): string =>
  spansOf(clean, from, to)
    .map(({ line, first, last }) => clean.lines[line]?.text.slice(first, last + 1) ?? '')
    .join('')

/** Where text[from, to) is printed. */
export const placeOf = (clean: CleanText, from: number, to: number): Place => {
  const spans = spansOf(clean, from, to)
  return {
    page: clean.source === 'pdf' ? clean.page : null,
    line: clean.lines[spans[0]?.line ?? 0]?.number ?? 1,
    boxes: spans.map(({ line, first, last }) => boxOf(clean.lines[line] as Line, first, last)),
  }
}

const spansOf = (clean: CleanText, from: number, to: number) => {
  const spans: { line: number; first: number; last: number }[] = []
  for (let i = from; i < to; i++) {
    const origin = clean.origins[i]
    if (!origin) continue
    const span = spans.at(-1)
    if (span?.line === origin.line) {
      span.first = Math.min(span.first, origin.at)
      span.last = Math.max(span.last, origin.at)
    } else spans.push({ line: origin.line, first: origin.at, last: origin.at })
  }
  return spans
}

const boxOf = (line: Line, first: number, last: number): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = first; i <= last; i++) {
    const [a = 0, b = 0, c = 0, d = 0] = line.boxes.subarray(4 * i, 4 * i + 4)
    if (c <= a && d <= b) continue
    x0 = Math.min(x0, a)
    y0 = Math.min(y0, b)
    x1 = Math.max(x1, c)
    y1 = Math.max(y1, d)
  }
  return x0 === Infinity ? line.box : { x0, y0, x1, y1 }
}
