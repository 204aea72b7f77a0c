import type { CheckId } from '../model/check-rules.js'
import type { LineColumn } from '../model/line.js'
import { type Entry, type Path, placeKey, type Value } from './entry.js'

/** What a book promises: that values make a value that it prints. */
export interface Promised {
  readonly rule: CheckId
  readonly found: Value
  readonly parts: readonly { readonly value: Value; readonly sign: 1 | -1 }[]
}

export const sum = (rule: CheckId, found: Value, parts: readonly Value[]): Promised => ({
  rule,
  found,
  parts: parts.map((value) => ({ value, sign: 1 })),
})

/** The values of a row in a column: two where columns share a meaning, as 国庫支出金 and 県支出金 do. */
export const valuesIn = ({ values }: Entry, column: LineColumn): Value[] =>
  values.filter((value) => value.column === column)

export const valueIn = ({ values }: Entry, column: LineColumn): Value | null =>
  values.find((value) => value.column === column) ?? null

/** Of rows of one place the one that prints most of it: a row or sum before a heading. With no place all rows are kept but
 * those of 款, 項 and 目 are one a place as well. */
export const oneEach = (entries: readonly Entry[], place: keyof Path | null): Entry[] => {
  const best = new Map<string, Entry>()
  entries.forEach((entry, i) => {
    const at = place ?? placeOf(entry)
    const key = at ? placeKey(entry, at) : String(i)
    const before = best.get(key)
    if (!before || entry.values.length > before.values.length) best.set(key, entry)
  })
  return [...best.values()]
}

const placeOf = ({ level }: Entry): keyof Path | null =>
  level === 'kan' || level === 'kou' || level === 'moku' || level === 'setsu' ? level : null
