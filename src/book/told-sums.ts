import { groupBy } from '../model/groups.js'
import { type Entry, placeKey } from './entry.js'
import { oneEach, type Promised, sum, valueIn } from './promises.js'

/** A book whose 説明 make nearly all that they explain promises it of all; others tell but what matters most. */
const NEARLY_ALL = 0.95
const ENOUGH = 5

/** The outermost lines of 説明 make the 目 or 節 that they explain. */
export const toldSums = (entries: readonly Entry[]): Promised[] => {
  const sides = groupBy(entries, ({ account, direction }) => `${account}/${direction}`)
  return [...sides.values()].flatMap((side) => {
    const sums = sumsOf(side)
    const kept = sums.filter(isKept)
    return sums.length >= ENOUGH && kept.length >= NEARLY_ALL * sums.length ? sums : []
  })
}

const sumsOf = (entries: readonly Entry[]): Promised[] => {
  const told = groupBy(entries, (entry) => (entry.level === 'description' ? placeKey(entry, 'setsu') : null))
  const explained = entries.filter(({ level, print }) => (level === 'moku' || level === 'setsu') && print === 'row')
  return oneEach(explained, 'setsu').flatMap((entry) => {
    const lines = told.get(placeKey(entry, 'setsu')) ?? []
    const column = lines[0]?.values[0]?.column
    const found = column ? valueIn(entry, column) : null
    if (!found || !lines.every(({ isPriced }) => isPriced)) return []
    const outermost = lines.filter(({ depth }) => depth === 1)
    return [
      sum(
        'parent_total',
        found,
        outermost.flatMap(({ values }) => values),
      ),
    ]
  })
}

const isKept = ({ found, parts }: Promised): boolean =>
  found.value === parts.reduce((total, { value, sign }) => total + sign * (value.value ?? Number.NaN), 0)
