import { type Box, unionOf } from '../model/place.js'
import type { TableColumns } from './columns.js'
import type { Grid, GridCell } from './grid.js'
import type { Head } from './head-levels.js'
import type { Level } from './levels.js'
import type { Segment } from './segments.js'

/** The cells of a table without rules: its heads, then its rows. */
export const gridOfRows = (
  { heads, labels }: Head,
  rows: readonly (readonly Level[])[],
  { boxes, firstNumber }: TableColumns,
): Grid => {
  const { names, levels } = headsOf(heads, boxes, firstNumber)
  const bands: (readonly Level[])[] = [...levels.map((level) => [level]), ...labels.map((level) => [level]), ...rows]
  const inside = [...names, ...bands.flat().flatMap(({ segments }) => segments)].map((segment) => segment.box)
  const box = unionOf([...boxes.map((column) => ({ ...column, y0: Infinity, y1: -Infinity })), ...inside])
  const xs = cuts(
    box.x0,
    box.x1,
    boxes.map(({ x0, x1 }) => [x0, x1]),
  )
  const ys = cuts(
    box.y0,
    box.y1,
    bands.map((band) => {
      const { y0, y1 } = unionOf(band.map((level) => level.box))
      return [y0, y1]
    }),
  )
  const nameEnd = Math.max(...names.map((name) => name.box.x1))
  const headStart = Math.min(...levels.flatMap(({ segments }) => segments.map((segment) => segment.box.x0)))
  const start = names.length > 0 ? (nameEnd + headStart) / 2 : Math.min(xs[firstNumber] as number, headStart)
  const cells = bands.flatMap((band, row) => {
    const [y0, y1] = [ys[row] as number, ys[row + 1] as number]
    return row < levels.length
      ? headCells(band[0]?.segments ?? [], boxes.slice(firstNumber), { ...box, x0: start, y0, y1 }).map((cell) => ({
          ...cell,
          row,
          column: cell.column + firstNumber,
        }))
      : boxes.map((_, column) => ({
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          box: { x0: xs[column] as number, y0, x1: xs[column + 1] as number, y1 },
        }))
  })
  const head = { ...box, x1: start, y1: ys[levels.length] as number }
  const named = headCells(names, boxes.slice(0, firstNumber), head).map((cell) => ({ ...cell, rowSpan: levels.length }))
  return { box, cells: [...(levels.length > 0 ? named : []), ...cells] }
}

/** The heads of the names, on whatever level, and the levels of the others. As many heads as columns are theirs one by
 * one, else a head is its nearest column's. */
const headsOf = (
  heads: readonly Level[],
  boxes: readonly Box[],
  firstNumber: number,
): { names: Segment[]; levels: Level[] } => {
  const names: Segment[] = []
  const levels = heads.map(({ segments, box }) => {
    const own = segments.filter((segment, i) => {
      const distances = boxes.map((column) => Math.max(column.x0 - segment.box.x1, segment.box.x0 - column.x1, 0))
      return (segments.length === boxes.length ? i : distances.indexOf(Math.min(...distances))) < firstNumber
    })
    names.push(...own)
    return { segments: segments.filter((segment) => !own.includes(segment)), box }
  })
  return { names, levels: levels.filter(({ segments }) => segments.length > 0) }
}

/** Edges in the middle of the gaps between intervals. */
const cuts = (from: number, to: number, intervals: readonly (readonly [number, number])[]): number[] => [
  from,
  ...intervals.slice(1).map(([start], i) => ((intervals[i]?.[1] ?? start) + start) / 2),
  to,
]

/** The cells of a level of heads. A column belongs to the nearest head; a head of no column is part of the nearest one. */
const headCells = (segments: readonly Segment[], boxes: readonly Box[], band: Box): GridCell[] => {
  if (segments.length === 0) return []
  const owners = boxes.map((box, i) => {
    if (segments.length === boxes.length) return i
    const distances = segments.map((segment) => gap(segment.box, (box.x0 + box.x1) / 2))
    return distances.indexOf(Math.min(...distances))
  })
  const heads = segments.filter((_, i) => owners.includes(i)).map((segment) => ({ ...segment.box }))
  const spans = [...new Set(owners)]
    .sort((a, b) => a - b)
    .map((i) => [owners.indexOf(i), owners.lastIndexOf(i)] as const)
  const ends = cuts(band.x0, band.x1, withStrays(heads, segments))
  return spans.map(([from, to], i) => ({
    row: 0,
    column: from,
    rowSpan: 1,
    columnSpan: to - from + 1,
    box: { ...band, x0: ends[i] as number, x1: ends[i + 1] as number },
  }))
}

const withStrays = (heads: readonly Box[], segments: readonly Segment[]): [number, number][] => {
  const grown = heads.map(({ x0, x1 }): [number, number] => [x0, x1])
  for (const { box } of segments) {
    const distances = heads.map((head) => Math.max(head.x0 - box.x1, box.x0 - head.x1))
    const head = grown[distances.indexOf(Math.min(...distances))]
    if (!head) continue
    head[0] = Math.min(head[0], box.x0)
    head[1] = Math.max(head[1], box.x1)
  }
  return grown
}

/** How far the middle of a column is from a head. */
const gap = (head: Box, middle: number): number => Math.max(head.x0 - middle, middle - head.x1, 0)
