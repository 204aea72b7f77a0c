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
  const bands: (readonly Level[])[] = [...heads.map((level) => [level]), ...labels.map((level) => [level]), ...rows]
  const inside = bands.flat().flatMap(({ segments }) => segments)
  const [sides, ends] = [
    unionOf([...boxes, ...inside.map((segment) => segment.box)]),
    unionOf(bands.flat().map((level) => level.box)),
  ]
  const box = { ...ends, x0: sides.x0, x1: sides.x1 }
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
  const cells = bands.flatMap((band, row) => {
    const [y0, y1] = [ys[row] as number, ys[row + 1] as number]
    return row < heads.length
      ? headCells(band[0]?.segments ?? [], boxes, firstNumber, row, { ...box, y0, y1 })
      : boxes.map((_, column) => ({
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          box: { x0: xs[column] as number, y0, x1: xs[column + 1] as number, y1 },
        }))
  })
  return { box, cells }
}

/** Edges in the middle of the gaps between intervals. */
const cuts = (from: number, to: number, intervals: readonly (readonly [number, number])[]): number[] => [
  from,
  ...intervals.slice(1).map(([start], i) => ((intervals[i]?.[1] ?? start) + start) / 2),
  to,
]

/** The cells of a level of heads. A column belongs to the nearest head; a head of no column is part of the nearest one. */
const headCells = (
  segments: readonly Segment[],
  boxes: readonly Box[],
  firstNumber: number,
  row: number,
  band: Box,
): GridCell[] => {
  const owners = boxes.map((box, column) => {
    const distances = segments.map((segment) => gap(segment.box, (box.x0 + box.x1) / 2, column < firstNumber))
    return distances.indexOf(Math.min(...distances))
  })
  const heads = segments.filter((_, i) => owners.includes(i)).map((segment) => ({ ...segment.box }))
  const spans = [...new Set(owners)]
    .sort((a, b) => a - b)
    .map((i) => [owners.indexOf(i), owners.lastIndexOf(i)] as const)
  const ends = cuts(band.x0, band.x1, withStrays(heads, segments))
  return spans.map(([from, to], i) => ({
    row,
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

/** How far the middle of a column is from a head; labels belong to no head of numbers. */
const gap = (head: Box, middle: number, isLabel: boolean): number => {
  const distance = Math.max(head.x0 - middle, middle - head.x1, 0)
  return isLabel && distance > 0 ? distance * 2 : distance
}
