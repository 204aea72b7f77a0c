import { type Box, overlapY, unionOf } from '../model/place.js'
import type { Band } from './bands.js'
import type { Leaf } from './leaf.js'
import { moved, type Print } from './print.js'

/** What one cell prints on one level: the letters of a column side by side. */
export interface Piece {
  /** As printed; a tab parts letters of different lines of the layout. */
  readonly text: string
  /** On the sheet. */
  readonly box: Box
  /** Height of its letters in points. */
  readonly size: number
  readonly page: number
  readonly line: number
  /** On the page, one box for each stretch. */
  readonly boxes: readonly Box[]
  /** For each UTF-16 unit of `text`, its left and right edge on the sheet. */
  readonly edges: readonly (readonly [number, number])[]
}

/** The pieces whose letters stand in a box by their middles, from top to bottom. */
export const piecesBetween = (prints: readonly Print[], box: Box): Piece[] =>
  levelled(
    prints
      .filter((print) => touches(print.box, box))
      .flatMap((print) => cutOf(print, (i) => isWithin(box, middleAt(print, i))) ?? []),
  )

/** The pieces of each column between two levels. A word that runs over the edge of its column stays whole unless a rule
 * stands there: names of 款 often reach into the column of 項. */
export const piecesOf = ({ prints, rules }: Leaf, columns: readonly Span[], band: Band): Piece[][] => {
  const box = { x0: columns[0]?.x0 ?? 0, x1: columns.at(-1)?.x1 ?? 0, ...band }
  const cut: Piece[][] = columns.map(() => [])
  for (const print of prints.filter((one) => touches(one.box, box))) {
    const owners = ownersOf(print, columns, rules.down)
    for (const owner of new Set(owners)) {
      const piece = owner === -1 ? null : cutOf(print, (i) => owners[i] === owner)
      if (piece) cut[owner]?.push(piece)
    }
  }
  return cut.map(levelled)
}

type Span = Pick<Box, 'x0' | 'x1'>

/** Letters closer than this (em) are of one word. */
const WORD_GAP = 0.5

/** For each unit of a print's text the column that it belongs to, or -1. */
const ownersOf = (print: Print, columns: readonly Span[], down: readonly Box[]): number[] => {
  const owners: number[] = []
  for (let i = 0; i < print.text.length; i++) {
    const own = columns.findIndex((column) => isWithin(column, middleAt(print, i)))
    const before = owners[i - 1] ?? own
    const edge = columns[own]?.x0 ?? Infinity
    const isGlued = own > before && before >= 0 && isOneWord(print, i) && !isRuled(down, edge, print.box)
    owners.push(isGlued ? before : own)
  }
  return owners
}

const isOneWord = ({ text, boxes }: Print, i: number): boolean => {
  const [before, here] = [boxes.subarray(4 * i - 4, 4 * i), boxes.subarray(4 * i, 4 * i + 4)]
  const size = (here[3] ?? 0) - (here[1] ?? 0)
  return isOneKind(text.slice(i - 1, i + 1)) && (here[0] ?? 0) - (before[2] ?? 0) < WORD_GAP * size
}

/** Two letters that are parts of a number, or of words: money and a word beside it are two, however close. */
const isOneKind = (pair: string): boolean => /^(?:[\d０-９,，.．]{2}|[^\s\d０-９,，.．]{2})$/u.test(pair)

const isRuled = (down: readonly Box[], x: number, { y0, y1 }: Box): boolean => {
  const middle = (y0 + y1) / 2
  return down.some((rule) => Math.abs((rule.x0 + rule.x1) / 2 - x) <= 3 && rule.y0 <= middle && middle <= rule.y1)
}

const middleAt = ({ boxes, shift }: Print, i: number): number =>
  ((boxes[4 * i] ?? 0) + (boxes[4 * i + 2] ?? 0)) / 2 + shift.x

const isWithin = ({ x0, x1 }: Span, x: number): boolean => x >= x0 && x < x1

const levelled = (pieces: readonly Piece[]): Piece[] => {
  const levels: Piece[][] = []
  for (const piece of pieces) {
    const level = levels.find((one) => isOneLevel((one[0] as Piece).box, piece.box))
    if (level) level.push(piece)
    else levels.push([piece])
  }
  return levels.map(joined).sort((a, b) => a.box.y0 - b.box.y0)
}

const touches = (inner: Box, outer: Box): boolean => {
  const middle = (inner.y0 + inner.y1) / 2
  return middle >= outer.y0 && middle < outer.y1 && inner.x0 < outer.x1 && inner.x1 > outer.x0
}

/** Lines share a level when they overlap by more than half of the lower one's height. */
const isOneLevel = (a: Box, b: Box): boolean => 2 * overlapY(a, b) > Math.min(a.y1 - a.y0, b.y1 - b.y0)

/** The letters of a print from one place of its text to another; null for none but blanks. */
export const stretch = (print: Print, from: number, to: number): Piece | null =>
  cutOf(print, (i) => i >= from && i < to)

/** The letters of a print that are picked; null for none but blanks. */
const cutOf = (print: Print, isPicked: (i: number) => boolean): Piece | null => {
  const { text, boxes, shift } = print
  let cut = ''
  const edges: [number, number][] = []
  const letters: Box[] = []
  for (let i = 0; i < text.length; i++) {
    if (!isPicked(i)) continue
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = boxes.subarray(4 * i, 4 * i + 4)
    cut += text[i]
    edges.push([x0 + shift.x, x1 + shift.x])
    if (/\S/u.test(text[i] as string)) letters.push({ x0, y0, x1, y1 })
  }
  if (letters.length === 0) return null
  const box = unionOf(letters)
  const from = cut.search(/\S/u)
  const to = cut.trimEnd().length
  return {
    text: cut.slice(from, to),
    edges: edges.slice(from, to),
    box: moved(box, shift),
    size: box.y1 - box.y0,
    page: print.page,
    line: print.line,
    boxes: [box],
  }
}

const joined = (parts: readonly Piece[]): Piece => {
  const sorted = [...parts].sort((a, b) => a.box.x0 - b.box.x0)
  const [first] = sorted as [Piece]
  if (sorted.length === 1) return first
  return {
    ...first,
    text: sorted.map(({ text }) => text).join('\t'),
    edges: sorted.flatMap(({ edges, box }, i) =>
      i === 0 ? edges : [[sorted[i - 1]?.box.x1 ?? box.x0, box.x0] as const, ...edges],
    ),
    box: unionOf(sorted.map(({ box }) => box)),
    boxes: sorted.flatMap(({ boxes }) => boxes),
  }
}

/** The stretch [from, to) of a piece, without blanks at its ends. */
export const slice = (piece: Piece, from: number, to: number): Piece => {
  const text = piece.text.slice(from, to)
  const start = from + text.length - text.trimStart().length
  const end = start + text.trim().length
  const edges = piece.edges.slice(start, end)
  const x0 = edges[0]?.[0] ?? piece.box.x0
  const x1 = edges.at(-1)?.[1] ?? piece.box.x1
  const shift = (piece.boxes[0] as Box).x0 - piece.box.x0
  const box = { ...piece.box, x0, x1 }
  const whole = unionOf(piece.boxes)
  return { ...piece, text: text.trim(), edges, box, boxes: [{ ...whole, x0: x0 + shift, x1: x1 + shift }] }
}
