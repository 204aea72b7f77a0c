import type { Block } from '../model/block.js'
import { unionOf } from '../model/place.js'
import type { Ink } from './ink.js'
import { lineOf } from './lines.js'
import { segmentsOf } from './segments.js'

/** A text file's lines: a blank line, or a change of size, ends a block. Lines are never wrapped, so none is full. */
export const paragraphsOf = (inks: readonly Ink[]): Block[] => {
  const byLine = new Map<number, Ink[]>()
  for (const ink of inks) {
    const row = byLine.get(ink.line ?? 0)
    if (row) row.push(ink)
    else byLine.set(ink.line ?? 0, [ink])
  }
  const blocks: Block[] = []
  for (const [number, row] of byLine) {
    const segments = segmentsOf(row, () => null)
    if (segments.length === 0) continue
    const line = { ...lineOf(segments, Infinity, number), full: false }
    const before = blocks.at(-1)
    const last = before?.lines.at(-1)
    if (before && last && number - last.number === 1 && last.size === line.size)
      blocks[blocks.length - 1] = { ...before, lines: [...before.lines, line], box: unionOf([before.box, line.box]) }
    else
      blocks.push({
        kind: line.size > 12 ? 'heading' : 'text',
        box: line.box,
        frame: null,
        column: 0,
        lines: [line],
        cells: [],
      })
  }
  return blocks
}
