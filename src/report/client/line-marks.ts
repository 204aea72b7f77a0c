import { groupBy } from '../../model/groups.js'
import type { Item } from './items.js'

/** A stretch of a line that an item is printed in. */
export interface Mark {
  readonly from: number
  readonly to: number
  readonly item: Item
}

export interface Marked {
  /** In the order of the line. */
  readonly marks: readonly Mark[]
  /** Items of the line of which nothing tells where they stand in it: their print runs over lines, or stands there oftener. */
  readonly loose: readonly Item[]
}

/** Where the items of a line of text stand in it. A print that stands there as often as there are items of it belongs to them in
 * their order, unless some of them are no figures, whose order is not known. */
export const marksOf = (line: string, items: readonly Item[]): Marked => {
  const marks: Mark[] = []
  const loose: Item[] = []
  for (const [print, same] of groupBy(items, printOf)) {
    const places = placesOf(print, line)
    const isOrdered = same.length === 1 || same.every(({ kind }) => kind === 'figure')
    if (places.length === same.length && isOrdered)
      for (const [i, item] of same.entries()) marks.push(markAt(places[i] ?? 0, print, item))
    else loose.push(...same)
  }
  marks.sort((a, b) => a.from - b.from)
  const apart = marks.filter((mark, i) => i === 0 || mark.from >= (marks[i - 1]?.to ?? 0))
  return { marks: apart, loose: [...loose, ...marks.filter((mark) => !apart.includes(mark)).map(({ item }) => item)] }
}

const markAt = (from: number, print: string, item: Item): Mark => ({ from, to: from + print.length, item })

/** What is printed of an item. */
export const printOf = (item: Item): string => (item.kind === 'figure' ? item.figure.raw : (item.issue.found ?? ''))

/** Where a print begins in a line, but not within a longer number: 5億円 is no part of 15億円. */
const placesOf = (print: string, line: string): number[] => {
  const places: number[] = []
  if (print === '') return places
  for (let at = line.indexOf(print); at >= 0; at = line.indexOf(print, at + print.length))
    if (!/[0-9０-９.,．，]$/u.test(line.slice(0, at))) places.push(at)
  return places
}
