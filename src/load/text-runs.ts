import type { Glyph, TextRun } from '../model/page.js'
import type { TextLine } from './markdown.js'

/** Points. Text files have no geometry of their own: they get that of a typewriter, 12 points a line, 6 a column. */
export const LINE_HEIGHT = 12
export const COLUMN = 6
const TAB_STOP = 8
const LEAST_TAB = 4

/** Size in points of heading levels 0 (no heading) to 6. */
const sizes = [12, 20, 18, 16, 15, 14, 13] as const

/** Runs of one line, one for each change of style; `number` is the 1-based line of the file. */
export const runsOf = ({ parts, level }: TextLine, number: number): TextRun[] => {
  let column = 0
  return parts.map(({ text, bold }) => {
    const glyphs: Glyph[] = []
    for (const char of text) {
      const from = column
      column = char === '\t' ? tabStop(column) : column + (isWide(char) ? 2 : 1)
      const y0 = (number - 1) * LINE_HEIGHT
      glyphs.push({ text: char, x0: from * COLUMN, y0, x1: column * COLUMN, y1: y0 + LINE_HEIGHT })
    }
    return { glyphs, bold, size: sizes[level] ?? LINE_HEIGHT, line: number, ...plain }
  })
}

const plain = { font: '', colour: '#000000', angle: 0, vertical: false, hidden: false } as const

/** The next multiple of 8 columns that leaves a gap of 4, so that a tab is always wider than a space. */
const tabStop = (column: number): number => Math.ceil((column + LEAST_TAB) / TAB_STOP) * TAB_STOP

/** Everything beyond Latin but half-width katakana, as terminals in Japan show it. */
const isWide = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0
  return code > 0x2ff && !(code >= 0xff61 && code <= 0xffdc)
}
