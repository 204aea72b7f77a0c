import { type Box, overlapX, overlapY, unionOf } from '../model/place.js'
import { type Ink, isSpace } from './ink.js'

/** More raised glyphs than this are a line of their own. */
const MOST_RAISED = 6

/** Glyphs on one baseline without a column's gap between them, left to right. */
export interface Segment {
  readonly inks: readonly Ink[]
  readonly box: Box
  readonly size: number
}

/** What parts two neighbouring glyphs: the edge of a drawn box, or the rule of a table, which even a name spread over
 * its column does not cross. */
export type Wall = 'box' | 'rule' | null
export type WallBetween = (left: Ink, right: Ink) => Wall

/** Baselines this close (in em) are one line. */
const SAME_BASELINE = 0.25
/** A gap (in em) without a printed space that begins a new segment; with printed spaces it must be wider. */
const COLUMN_GAP = 1
const SPACED_COLUMN_GAP = 2.2

/** Glyphs of one run this near (em) are one word, even where it runs over a rule. */
const SOLID = 0.1

/** Cuts a page's horizontal glyphs into segments. No segment crosses a wall between two glyphs. */
export const segmentsOf = (inks: readonly Ink[], wallBetween: WallBetween): Segment[] =>
  attachSmall(rowsOf(inks).flatMap((row) => splitRow(row, wallBetween)))

/** Glyphs by baseline, each row sorted by x. */
const rowsOf = (inks: readonly Ink[]): Ink[][] => {
  const sorted = [...inks].sort((a, b) => baseline(a) - baseline(b) || a.x0 - b.x0)
  const rows: Ink[][] = []
  for (const ink of sorted) {
    const row = rows.at(-1)
    const last = row?.[0]
    if (row && last && belongsTo(last, ink)) row.push(ink)
    else rows.push([ink])
  }
  return rows.map((row) => row.sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1))
}

const baseline = (ink: Ink): number => (ink.y0 + ink.y1) / 2

const belongsTo = (first: Ink, ink: Ink): boolean =>
  first.line !== null
    ? first.line === ink.line
    : baseline(ink) - baseline(first) <= SAME_BASELINE * Math.min(first.size, ink.size)

const splitRow = (row: readonly Ink[], wallBetween: WallBetween): Segment[] => {
  const pieces: Ink[][] = []
  let spaces = 0
  let last: Ink | null = null
  for (const ink of row) {
    if (isSpace(ink.text)) {
      if (last) spaces++
      pieces.at(-1)?.push(ink)
      continue
    }
    const gap = last ? ink.x0 - last.x1 : Infinity
    const em = Math.max(ink.size, last?.size ?? 0)
    const wide = gap > (spaces > 0 ? SPACED_COLUMN_GAP : COLUMN_GAP) * em
    const solid = last?.run === ink.run && gap < SOLID * em
    if (!last || wide || (!solid && wallBetween(last, ink) !== null)) pieces.push([ink])
    else pieces.at(-1)?.push(ink)
    last = ink
    spaces = 0
  }
  return joinEvenlySpaced(
    pieces.map(trimSpaces).filter((piece) => piece.length > 0),
    wallBetween,
  ).map(segmentOf)
}

const trimSpaces = (piece: readonly Ink[]): Ink[] => {
  const first = piece.findIndex((ink) => !isSpace(ink.text))
  const last = piece.findLastIndex((ink) => !isSpace(ink.text))
  return first < 0 ? [] : piece.slice(first, last + 1)
}

/** 均等割付: single characters set apart by the same gap are one name or number. */
const joinEvenlySpaced = (pieces: readonly Ink[][], wallBetween: WallBetween): Ink[][] => {
  const joined: Ink[][] = []
  let gap: number | null = null
  for (const piece of pieces) {
    const before = joined.at(-1)
    const last = before?.at(-1)
    const next = last ? (piece[0] as Ink).x0 - last.x1 : null
    const em = (piece[0] as Ink).size
    const even = next !== null && next < 6 * em && (gap === null || Math.abs(next - gap) < 0.25 * em)
    const joins = even && isSingle(piece) && (gap !== null || (before && isSingle(before)))
    if (before && last && joins && sameScript(before, piece) && wallBetween(last, piece[0] as Ink) !== 'rule') {
      before.push(...piece)
      gap = next
    } else {
      joined.push([...piece])
      gap = null
    }
  }
  return joined
}

const isSingle = (piece: readonly Ink[]): boolean => piece.length === 1
const sameScript = (a: readonly Ink[], b: readonly Ink[]): boolean =>
  /\p{Script=Han}/u.test(a[0]?.text ?? '') && /\p{Script=Han}/u.test(b[0]?.text ?? '')

export const segmentOf = (inks: readonly Ink[]): Segment => ({ inks, box: unionOf(inks), size: typicalSize(inks) })

/** The size that most of the glyphs have. */
const typicalSize = (inks: readonly Ink[]): number => {
  const counts = new Map<number, number>()
  for (const ink of inks)
    counts.set(Math.round(ink.size * 10) / 10, (counts.get(Math.round(ink.size * 10) / 10) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/** Superscripts and subscripts join the line that they touch. */
const attachSmall = (segments: readonly Segment[]): Segment[] => {
  const guests = new Map<Segment, Segment[]>()
  const moved = new Set<Segment>()
  for (const small of segments) {
    if (small.inks.length > MOST_RAISED) continue
    const host = segments.find((big) => small.size < 0.8 * big.size && touches(big, small))
    if (!host) continue
    guests.set(host, [...(guests.get(host) ?? []), small])
    moved.add(small)
  }
  return segments
    .filter((segment) => !moved.has(segment))
    .map((segment) => {
      const inks = [...segment.inks, ...(guests.get(segment) ?? []).flatMap((guest) => guest.inks)]
      return inks.length === segment.inks.length
        ? segment
        : { ...segmentOf(inks.sort((a, b) => a.x0 - b.x0)), size: segment.size }
    })
}

const touches = (big: Segment, small: Segment): boolean =>
  overlapY(big.box, small.box) > 0.45 * (small.box.y1 - small.box.y0) && overlapX(big.box, small.box) > -0.35 * big.size
