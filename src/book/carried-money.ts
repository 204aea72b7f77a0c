import type { Section } from './column.js'
import { isGrouped } from './digits.js'
import type { Sheet } from './facing.js'
import type { Leaf } from './leaf.js'
import { type NumberPrint, numbersIn } from './numbers.js'

/** Numbers of one column end this near to one edge, in points. */
const ONE_EDGE = 2
/** So many numbers make an edge. */
const ENOUGH = 2
/** A leaf with less money tells nothing. */
const FEWEST = 4
/** The part of the money of a leaf that ends at the edges of an earlier one. */
const SHARE = 0.85

/** A leaf whose money ends where that of an earlier leaf does carries on its last section. Its rows begin where the head of that
 * stands, or above. */
export const byMoney = (leaf: Leaf, earlier: readonly Sheet[]): Sheet | null => {
  const numbers = leaf.prints.flatMap(numbersIn).filter(isEnding)
  const monies = numbers.filter(({ text }) => isGrouped(text))
  if (monies.length < FEWEST) return null
  const [best] = earlier
    .flatMap((sheet) => fitsOf(sheet, monies, numbers))
    .filter(({ held, edges }) => held.length >= SHARE * monies.length && edges > 1)
    .sort((a, b) => b.held.length - a.held.length || b.edges - a.edges)
  if (!best) return null
  const top = Math.min(best.section.top, ...best.all.map(({ box }) => box.y0)) - 1
  return { leaf, sections: [{ ...best.section, top, head: top, bottom: leaf.height }] }
}

/** The last section of a sheet, the money that ends at its edges, at how many of them some does, and all numbers that do. */
const fitsOf = ({ leaf, sections }: Sheet, monies: readonly NumberPrint[], numbers: readonly NumberPrint[]) => {
  const section = sections.at(-1)
  if (!section) return []
  const edges = edgesOf(leaf, section)
  const at = ({ box }: NumberPrint): number => edges.findIndex((x) => Math.abs(x - box.x1) <= ONE_EDGE)
  const held = monies.filter((money) => at(money) !== -1)
  const all = numbers.filter((number) => at(number) !== -1)
  return [{ section, held, all, edges: new Set(held.map(at)).size }]
}

/** Where numbers of a section end: those that stand alone, or before the words of the next column. */
const edgesOf = ({ prints }: Leaf, { columns, head }: Section): number[] => {
  const kinds: ReadonlySet<string> = new Set(['money', 'amount', 'description'])
  const own = columns.filter(({ meaning }) => kinds.has(meaning.kind))
  const ends = prints
    .flatMap(numbersIn)
    .filter((number) => number.box.y0 >= head && isEnding(number))
    .filter(({ box }) => own.some(({ x0, x1 }) => box.x1 > x0 && box.x1 <= x1))
    .map(({ box }) => box.x1)
  return ends.filter((x) => ends.filter((other) => Math.abs(other - x) <= ONE_EDGE / 2).length >= ENOUGH)
}

/** With nothing behind it but its unit. */
const isEnding = ({ after }: NumberPrint): boolean => /^(?:$|\s|[百十]?[千万]?円)/u.test(after)
