import { type Box, overlapY, unionOf } from '../model/place.js'

/** Anything with a box that takes its place in the reading order. */
export interface Item {
  readonly box: Box
  /** Em height of its text; a column's corridor must be about this wide. */
  readonly size: number
  /** Boxes and tables are read whole; plain lines are not. */
  readonly solid: boolean
  /** Text that begins with a number, a sign or a dash: the value of something. */
  readonly isValue: boolean
}

/** A run of items read from top to bottom within one column. `right` is where the column's text ends. */
export interface Flow<T extends Item> {
  readonly items: readonly T[]
  readonly column: number
  readonly right: number
}

/** The least width of a corridor between columns, in em of the text beside it. */
const CORRIDOR = 0.9
/** Values beside labels: the narrow side is at most this wide (em) on average. */
const VALUE_WIDTH = 14
/** Beside labels of this width on average; wider lines are running text. */
const LABEL_WIDTH = 22
const FEW_ROWS = 5
/** A band with text this much larger than most is the head of the page: what stands beside a title is no column. */
const HEAD_SIZE = 1.4

/** Items in reading order: columns left to right where an empty corridor goes from top to bottom of the region, else
 * bands from top to bottom (recursive XY cut, corridors first). */
export const flowsOf = <T extends Item>(items: readonly T[], right: number, column = 0): Flow<T>[] => {
  if (items.length === 0) return []
  const corridor = corridorOf(items)
  if (corridor !== null) {
    const left = items.filter((item) => item.box.x1 <= corridor.from + 0.01)
    const rest = items.filter((item) => item.box.x1 > corridor.from + 0.01)
    const first = flowsOf(left, unionOf(left.map((item) => item.box)).x1, column)
    return [...first, ...flowsOf(rest, right, (first.at(-1)?.column ?? column) + 1)]
  }
  const bands = bandsOf(items)
  if (bands.length === 1 || bands.every((band) => band.length === 1 || corridorOf(band) === null))
    return [{ items: bands.flat(), column, right }]
  const merged = mergeBands(bands)
  return merged.length === 1
    ? [{ items: bands.flat(), column, right }]
    : merged.flatMap((band) => flowsOf(band, right, column))
}

/** An empty strip that goes from the top to the bottom of a region. */
interface Corridor {
  readonly from: number
  readonly to: number
}

/** The widest corridor that no item crosses, or null. Labels with their values, or list marks with their texts, are no
 * columns: they are read row by row. */
const corridorOf = (items: readonly Item[]): Corridor | null =>
  corridorsOf(items).sort((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null

const corridorsOf = (items: readonly Item[]): Corridor[] => {
  const strips = stripsOf(items)
  return strips.slice(1).flatMap((strip, i) => {
    const before = strips[i] as Strip
    return isRowPaired(before.items, strip.items) ? [] : [{ from: before.to, to: strip.from }]
  })
}

interface Strip {
  readonly items: Item[]
  readonly from: number
  to: number
}

/** Items grouped by the upright corridors between them, left to right. */
const stripsOf = (items: readonly Item[]): Strip[] => {
  const strips: Strip[] = []
  for (const item of [...items].sort((a, b) => a.box.x0 - b.box.x0)) {
    const strip = strips.at(-1)
    const needed = Math.max(4, CORRIDOR * Math.min(item.size, 14))
    if (!strip || item.box.x0 - strip.to >= needed) strips.push({ items: [item], from: item.box.x0, to: item.box.x1 })
    else {
      strip.items.push(item)
      strip.to = Math.max(strip.to, item.box.x1)
    }
  }
  return strips
}

/** What stands on one side of the corridor has, line for line, a partner on the same baseline on the other, and is narrow. */
const isRowPaired = (left: readonly Item[], right: readonly Item[]): boolean =>
  ![...left, ...right].some((item) => item.solid) &&
  !(isMixed(left) && isMixed(right)) &&
  isOneSize(left, right) &&
  (isAside(right, left) || isAside(left, right))

/** Names and values in one column: a list of its own, not one half of a list. */
const isMixed = (items: readonly Item[]): boolean =>
  items.some(({ isValue }) => isValue) && items.some(({ isValue }) => !isValue)

/** A title and the small print beside it are no pair. */
const isOneSize = (left: readonly Item[], right: readonly Item[]): boolean => {
  const sizes = [...left, ...right].map(({ size }) => size)
  return Math.max(...sizes) <= 1.5 * Math.min(...sizes)
}

const isAside = (narrow: readonly Item[], wide: readonly Item[]): boolean => {
  const width = narrow.reduce((sum, item) => sum + (item.box.x1 - item.box.x0) / item.size, 0) / narrow.length
  const labels = wide.reduce((sum, item) => sum + (item.box.x1 - item.box.x0) / item.size, 0) / wide.length
  const limit = wide.length <= FEW_ROWS && labels <= LABEL_WIDTH ? VALUE_WIDTH : VALUE_WIDTH / 2
  return width <= limit && narrow.every((item) => wide.some((other) => isLevel(item.box, other.box)))
}

export const isLevel = (a: Box, b: Box): boolean => overlapY(a, b) > 0.6 * Math.min(a.y1 - a.y0, b.y1 - b.y0)

/** Items cut by every empty horizontal strip, top to bottom; within a band left to right. */
const bandsOf = <T extends Item>(items: readonly T[]): T[][] => {
  const bands: T[][] = []
  let reach = -Infinity
  for (const item of [...items].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0)) {
    if (item.box.y0 >= reach - 0.15 * item.size) bands.push([item])
    else bands.at(-1)?.push(item)
    reach = Math.max(reach, item.box.y1)
  }
  return bands.map((band) => band.sort((a, b) => (isLevel(a.box, b.box) ? a.box.x0 - b.box.x0 : a.box.y0 - b.box.y0)))
}

/** Bands with a corridor of their own take in their neighbours, above and below, that leave it open, so that columns are
 * read down and not across; the bands between are read one after another. */
const mergeBands = <T extends Item>(bands: readonly T[][]): T[][] => {
  const merged: T[][] = []
  const bodySize = medianSize(bands.flat())
  let state: 'columns' | 'rows' | 'head' = 'head'
  for (const band of bands) {
    const before = merged.at(-1)
    const opens = corridorOf(band) !== null
    if (band.some(({ size }) => size > HEAD_SIZE * bodySize)) {
      merged.push([...band])
      state = 'head'
    } else if (before && state === 'columns' && keepsColumns(before, band)) before.push(...band)
    else if (opens) {
      merged.push(state === 'rows' ? [...takeAbove(merged, band), ...band] : [...band])
      state = 'columns'
    } else if (before && state === 'rows') before.push(...band)
    else {
      merged.push([...band])
      state = 'rows'
    }
  }
  return merged.filter((band) => band.length > 0)
}

const medianSize = (items: readonly Item[]): number =>
  items.map(({ size }) => size).sort((a, b) => a - b)[items.length >> 1] ?? 0

/** Together they keep a corridor that is one of each of them, where the lower one has any. */
const keepsColumns = (above: readonly Item[], below: readonly Item[]): boolean => {
  const [both, own] = [corridorsOf([...above, ...below]), corridorsOf(below)]
  const isShared = ({ from, to }: Corridor): boolean => own.some((other) => from < other.to && other.from < to)
  return own.length === 0 ? both.length > 0 : both.some(isShared)
}

/** Cuts off the last rows above that leave the corridor of `band` open. */
const takeAbove = <T extends Item>(merged: readonly T[][], band: readonly T[]): T[] => {
  const above = merged.at(-1)
  if (!above) return []
  const rows = bandsOf(above)
  const taken: T[] = []
  for (const row of rows.reverse()) {
    if (corridorOf([...row, ...taken, ...band]) === null) break
    taken.unshift(...row)
  }
  above.splice(0, above.length, ...above.filter((item) => !taken.includes(item)))
  return taken
}
