import { unnamed } from '../model/document-name.js'
import type { Figure } from '../model/figure.js'
import { figureId } from '../model/figure-id.js'
import type { Entry, Value } from './entry.js'
import { toFigure } from './figures.js'
import type { Programmes } from './programmes.js'
import type { Reading } from './reading.js'

/** A printed value of a book with its row of `figures`. */
export interface Item {
  readonly entry: Entry
  readonly value: Value
  readonly figure: Figure
}

/** All values of a book in its order, before the checks have spoken; the programmes are those that they are for. */
export const itemsOf = ({ entries, fiscalYear }: Reading, programmes: Programmes): Item[] => {
  const nextId = idsByPage()
  return entries.flatMap((entry) => {
    const node = programmes.add(entry)
    return entry.values.map((value) => {
      const figure = toFigure(value, { entry, node, fiscalYear, id: nextId(value.page) })
      return { entry, value, figure }
    })
  })
}

/** Ids of figures: the page, and their number on it. */
const idsByPage = (): ((page: number) => string) => {
  const counts = new Map<number, number>()
  return (page) => {
    const number = (counts.get(page) ?? 0) + 1
    counts.set(page, number)
    return figureId(unnamed, page, number)
  }
}
