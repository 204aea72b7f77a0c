import { join } from 'node:path'
import { DrawnShapes } from '../../src/book/drawn-shapes.js'
import type { Entry } from '../../src/book/entry.js'
import { sheetOf } from '../../src/book/facing.js'
import { type Leaf, leafOf } from '../../src/book/leaf.js'
import { Ledger } from '../../src/book/ledger.js'
import type { Reading } from '../../src/book/reading.js'
import { Spreads } from '../../src/book/spreads.js'
import { layout } from '../../src/layout/index.js'
import { load } from '../../src/load/index.js'
import type { Page, Shape } from '../../src/model/page.js'

export const bookFolder = join(import.meta.dirname, '..', '..', 'fixtures', 'books')
export const book = join(bookFolder, 'r7-asagiri-book.pdf')

/** The leaves of the fixture, its pages changed or as they are. */
export const leavesOfBook = async (changed: (page: Page) => Page = (page) => page): Promise<Leaf[]> => {
  const { pages } = await load({ path: book }, { pages: null })
  const leaves: Leaf[] = []
  const shapes = new DrawnShapes()
  for await (const printed of pages) {
    const page = changed(printed)
    leaves.push(leafOf(page, layout(page), shapes))
  }
  return leaves
}

/** A page without its upright rules: of boxes only the level sides are left. */
export const withoutUprights = (page: Page): Page => ({
  ...page,
  shapes: page.shapes.flatMap((shape) => {
    const { box, stroke } = shape
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0]
    if (width <= THIN && height > width) return []
    if (stroke === null || height <= THIN) return [shape]
    return [
      { ...shape, box: { ...box, y1: box.y0 } },
      { ...shape, box: { ...box, y0: box.y1 } },
    ]
  }),
})

const THIN = 2.5

/** A rule as an area without a stroke. */
export const filled = (shape: Shape): Shape[] => [{ ...shape, fill: '#000000', stroke: null }]

/** A rule as dots in a row, of one point and a half every three points. */
export const dotted = (shape: Shape): Shape[] => {
  const { x0, y0, x1, y1 } = shape.box
  const isLevel = x1 - x0 > y1 - y0
  const count = Math.max(1, Math.floor((isLevel ? x1 - x0 : y1 - y0) / 3))
  return Array.from({ length: count }, (_, i) => {
    const from = 3 * i
    const box = isLevel
      ? { x0: x0 + from, x1: x0 + from + 1.5, y0, y1 }
      : { x0, x1, y0: y0 + from, y1: y0 + from + 1.5 }
    return { ...shape, box }
  })
}

/** A rule and another one beside it. */
export const doubled = (shape: Shape): Shape[] => {
  const { x0, y0, x1, y1 } = shape.box
  return [shape, { ...shape, box: { x0: x0 + 1.5, y0: y0 + 1.5, x1: x1 + 1.5, y1: y1 + 1.5 } }]
}

/** What is read of leaves, in order, and which pages are of the book. */
export const walked = (leaves: readonly Leaf[]): Reading & { readonly claimed: ReadonlySet<number> } => {
  const [spreads, ledger, claimed] = [new Spreads(), new Ledger(), new Set<number>()]
  for (const sheet of [...leaves.flatMap((leaf) => spreads.add(sheetOf(leaf))), ...spreads.end()]) {
    if (sheet.sections.length === 0) ledger.pass(sheet.leaf.prints)
    else {
      ledger.walk(sheet)
      for (const page of sheet.leaf.pages) claimed.add(page)
    }
  }
  return { entries: ledger.entries, unread: ledger.unread, fiscalYear: ledger.fiscalYear, claimed }
}

export const read = (leaves: readonly Leaf[]): readonly Entry[] => walked(leaves).entries

/** What an entry says, whatever page it stands on. */
export const said = ({ direction, level, depth, named, path, values }: Entry): string =>
  [
    direction,
    level,
    depth,
    named.code,
    named.name,
    path.kan?.name,
    path.kou?.name,
    path.moku?.name,
    path.setsu?.name,
    ...values.map(({ column, value }) => `${column} ${value}`),
  ].join('|')
