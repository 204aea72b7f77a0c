import type { Block, Layout, Line } from '../model/block.js'
import { type Box, unionOf } from '../model/place.js'
import type { CleanPage, CleanText } from '../model/text.js'
import { joinCellLines } from './cell-lines.js'
import { repair } from './characters.js'
import { joinLines, paragraphsOf } from './paragraphs.js'

/** layout -> normalise: lines joined to paragraphs, characters repaired, each with a map back to the print. */
export const normalise = (layout: Layout): CleanPage => ({
  page: layout.page,
  source: layout.source,
  width: layout.width,
  height: layout.height,
  frames: layout.frames,
  texts: layout.blocks.flatMap((block, index) => textsOf(layout, block, index)),
  issues: layout.issues,
})

const textsOf = (layout: Layout, block: Block, index: number): readonly CleanText[] => {
  if (block.kind === 'table')
    return block.cells.map(({ row, column, rowSpan, columnSpan, box, lines }) =>
      cleanText(layout, block, index, lines, { row, column, rowSpan, columnSpan }, box),
    )
  const paragraphs =
    block.kind === 'furniture' || block.kind === 'ruby' ? block.lines.map((line) => [line]) : paragraphsOf(block.lines)
  return paragraphs
    .filter((lines) => lines.some(({ text }) => text.trim() !== ''))
    .map((lines) => cleanText(layout, block, index, lines, null, unionOf(lines.map(({ box }) => box))))
}

const cleanText = (
  layout: Layout,
  block: Block,
  index: number,
  lines: readonly Line[],
  cell: CleanText['cell'],
  box: Box,
): CleanText => {
  const { text, origins } = cell ? joinCellLines(lines) : repair(joinLines(lines))
  const { size, bold, colour } = mainLine(lines)
  const { kind, frame, column } = block
  const { page, source } = layout
  return { kind, block: index, cell, page, source, box, frame, column, size, bold, colour, lines, text, origins }
}

/** The line that gives a paragraph its style: the longest. An empty cell has the style of nothing. */
const mainLine = (lines: readonly Line[]): Pick<Line, 'size' | 'bold' | 'colour'> =>
  lines.reduce<Line | null>((main, line) => (main && main.text.length >= line.text.length ? main : line), null) ?? {
    size: 0,
    bold: false,
    colour: '#000000',
  }
