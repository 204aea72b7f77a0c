import { groupBy } from '../model/groups.js'
import { byContent, type Entry, type Field, fields } from './entry.js'

/** An entry whose content is another than before. */
export interface Change {
  readonly fields: readonly Field[]
  readonly before: Entry
  readonly after: Entry
}

export interface Comparison {
  readonly same: number
  readonly added: readonly Entry[]
  readonly removed: readonly Entry[]
  readonly changed: readonly Change[]
}

/** What entries are told to be one figure by, the surest first. What all of these leave over is added or removed. */
const keys: readonly (readonly Field[])[] = [
  fields,
  without('flags'),
  without('page'),
  without('programme'),
  without('year'),
  without('stage'),
  without('role'),
  without('yen'),
  without('raw'),
  without('yen', 'raw'),
  without('year', 'stage'),
  without('role', 'year', 'stage'),
  without('page', 'programme'),
  ['document', 'page', 'programme', 'raw', 'yen'],
  ['document', 'page', 'programme', 'role', 'year', 'stage'],
  ['document', 'page', 'raw', 'yen'],
]

function without(...left: readonly Field[]): readonly Field[] {
  return fields.filter((field) => !left.includes(field))
}

/** Compares figures by what they say, whatever their ids and their order: each is paired with the one that agrees in most.
 * Two figures that are alike are two: what was printed once and stands twice is added. */
export const compareEntries = (before: readonly Entry[], after: readonly Entry[]): Comparison => {
  const pairs: [Entry, Entry][] = []
  let left: Left = { before: [...before].sort(byContent), after: [...after].sort(byContent) }
  for (const key of keys) left = pairUp(left, key, pairs)
  const changed = pairs.flatMap(([a, b]): Change[] => {
    const differing = fields.filter((field) => a[field] !== b[field])
    return differing.length === 0 ? [] : [{ fields: differing, before: a, after: b }]
  })
  return { same: pairs.length - changed.length, added: left.after, removed: left.before, changed }
}

interface Left {
  readonly before: readonly Entry[]
  readonly after: readonly Entry[]
}

/** Moves what has the same key into pairs, in the order of the entries. */
const pairUp = ({ before, after }: Left, key: readonly Field[], pairs: [Entry, Entry][]): Left => {
  const open = groupBy(after, (entry) => keyOf(entry, key))
  const rest = before.filter((entry) => {
    const other = open.get(keyOf(entry, key))?.shift()
    if (other) pairs.push([entry, other])
    return other === undefined
  })
  return { before: rest, after: [...open.values()].flat().sort(byContent) }
}

const keyOf = (entry: Entry, key: readonly Field[]): string => key.map((field) => entry[field]).join('\t')
