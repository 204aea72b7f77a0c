import type { Box } from '../model/place.js'
import { type Band, isInside } from './bands.js'
import type { Section } from './column.js'
import type { Meaning } from './column-words.js'
import type { Value } from './entry.js'
import type { Sheet } from './facing.js'
import { noFigure, type Zone } from './no-figures.js'
import { type NumberPrint, numbersIn } from './numbers.js'
import { tablesIn } from './tables.js'

/** A number that may be money and of which no value was made. */
export interface Unread {
  readonly page: number
  readonly line: number
  /** As printed. */
  readonly raw: string
  /** On the page. */
  readonly box: Box
}

/** The numbers of a sheet that may be money and are none of its values. */
export const unreadIn = ({ leaf, sections }: Sheet, values: readonly Value[]): Unread[] => {
  const framed = sections.map((section) => ({ ...section, tables: tablesIn(leaf, section) }))
  return leaf.prints
    .flatMap(numbersIn)
    .filter((number) => !isRead(number, values) && noFigure(number, zoneOf(number.box, framed)) === null)
    .map(({ print: { page, line }, text, own }) => ({ page, line, raw: text.trim(), box: own }))
}

/** The last print of a value reaches this far, in points, beyond its letters. */
const NEAR = 1

const isRead = ({ print, own }: NumberPrint, values: readonly Value[]): boolean => {
  const [x, y] = [(own.x0 + own.x1) / 2, (own.y0 + own.y1) / 2]
  return values.some(({ page, boxes }) => page === print.page && boxes.some((box) => holds(box, x, y)))
}

const holds = ({ x0, y0, x1, y1 }: Box, x: number, y: number): boolean =>
  x >= x0 - NEAR && x <= x1 + NEAR && y >= y0 - NEAR && y <= y1 + NEAR

/** A section with its tables. */
type Framed = Section & { readonly tables: readonly Band[] }

const zones: Readonly<Record<Meaning['kind'], Zone>> = {
  names: 'names',
  setsu: 'names',
  money: 'money',
  amount: 'money',
  year: 'money',
  description: 'description',
  ratio: 'ratio',
}

const zoneOf = (box: Box, sections: readonly Framed[]): Zone => {
  const x = (box.x0 + box.x1) / 2
  for (const { columns, top, head, tables } of sections) {
    const column = columns.find(({ x0, x1 }) => x >= x0 && x < x1)
    if (column && isInside({ y0: top - 1, y1: head }, box)) return 'head'
    if (column && tables.some((table) => isInside(table, box))) return zones[column.meaning.kind]
  }
  const isBetween =
    sections.some(({ top }) => top < box.y0) && sections.some(({ tables }) => tables.some(({ y1 }) => y1 > box.y1))
  return isBetween ? 'outside' : 'margin'
}
