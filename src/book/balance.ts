import type { CheckId } from '../model/check-rules.js'
import { groupBy } from '../model/groups.js'
import type { LineColumn, LineLevel } from '../model/line.js'
import { funds } from './column-words.js'
import { type Entry, type Path, placeKey, type Value } from './entry.js'
import { oneEach, type Promised, sum, valueIn, valuesIn } from './promises.js'
import { toldSums } from './told-sums.js'

/** All that a book promises of its own money, in the order of its rows. */
export const promisesOf = (entries: readonly Entry[]): Promised[] => [
  ...entries.flatMap((entry) => [...differences(entry), ...fundsOf(entry)]),
  ...[...groupBy(entries, tableOf).values()].flatMap(partsOf),
  ...toldSums(entries),
  ...printings(entries),
  ...sides(entries),
]

const tableOf = ({ account, direction, table }: Entry): string => [account, direction, table].join('/')

/** 本年度 − 前年度 = 比較; 補正前 + 補正 = 計. */
const differences = (entry: Entry): Promised[] =>
  triples.flatMap(([rule, found, first, second, sign]) => {
    const [a, b, c] = [valueIn(entry, found), valueIn(entry, first), valueIn(entry, second)]
    return a && b && c
      ? [
          {
            rule,
            found: a,
            parts: [
              { value: b, sign: 1 as const },
              { value: c, sign },
            ],
          },
        ]
      : []
  })

const triples = [
  ['difference', 'change', 'current', 'previous', -1],
  ['difference', 'after', 'before', 'supplement', 1],
] as const

/** The funding sources make the budget of the year, or the supplement. */
const fundsOf = (entry: Entry): Promised[] => {
  const found = valueIn(entry, 'supplement') ?? valueIn(entry, 'current')
  const parts = entry.values.filter(({ column }) => funds.has(column))
  return found && parts.length > 0 ? [sum('row_parts', found, parts)] : []
}

/** What is below what in a table; the place that both share is that of the upper one. */
const steps: readonly { readonly of: LineLevel; readonly parts: LineLevel; readonly place: keyof Path }[] = [
  { of: 'setsu', parts: 'part', place: 'setsu' },
  { of: 'moku', parts: 'setsu', place: 'moku' },
  { of: 'kou', parts: 'moku', place: 'kou' },
  { of: 'kan', parts: 'kou', place: 'kan' },
]

/** 節 make 目, 目 make 項, 項 make 款 and 款 make the total of a table. */
const partsOf = (entries: readonly Entry[]): Promised[] => {
  const kans = oneEach(
    entries.filter(({ level }) => level === 'kan'),
    'kan',
  )
  const totals = entries.filter(({ level }) => level === 'total')
  return [
    ...steps.flatMap(({ of, parts, place }) => {
      const below = groupBy(
        entries.filter(({ level }) => level === parts),
        (entry) => placeKey(entry, place),
      )
      return oneEach(
        entries.filter(({ level }) => level === of),
        place,
      ).flatMap((entry) =>
        columnSums(
          entry.print === 'sum' ? 'column_total' : 'parent_total',
          entry,
          oneEach(below.get(placeKey(entry, place)) ?? [], null),
        ),
      )
    }),
    ...totals.flatMap((total) => columnSums('column_total', total, kans)),
  ]
}

/** A supplementary budget prints the rows that it changes: their supplements add up, what was there before does not. Where
 * columns share a meaning, as 国庫支出金 and 県支出金 do, their sums are checked together. */
const columnSums = (rule: CheckId, whole: Entry, parts: readonly Entry[]): Promised[] =>
  whole.values
    .filter(({ column }, i, all) => !isBeforeOrAfter(column) && all.findIndex((one) => one.column === column) === i)
    .flatMap((found) => {
      const others = valuesIn(whole, found.column).filter((value) => value !== found)
      const values = parts.flatMap((part) => valuesIn(part, found.column))
      const promise = sum(rule, found, values)
      const less = others.map((value) => ({ value, sign: -1 as const }))
      return values.length > 0 ? [{ ...promise, parts: [...promise.parts, ...less] }] : []
    })

const isBeforeOrAfter = (column: LineColumn): boolean => column === 'before' || column === 'after'

/** 款 and 項 are printed in several tables, and above and below their rows: each print is the first one again, and 計 below
 * the rows of a 項 is its amount. */
const printings = (entries: readonly Entry[]): Promised[] => {
  const first = new Map<string, { readonly value: Value; readonly print: Entry['print'] }>()
  return entries.flatMap((entry) => {
    const { level, print } = entry
    if (level !== 'kan' && level !== 'kou') return []
    return entry.values.flatMap((found) => {
      const same = valuesIn(entry, found.column)
      const key = [placeKey(entry, level), found.column, same.indexOf(found), same.length].join('/')
      const before = first.get(key)
      if (!before) first.set(key, { value: found, print })
      return before
        ? [sum(before.print === 'sum' || print === 'sum' ? 'parent_total' : 'printings', found, [before.value])]
        : []
    })
  })
}

/** Revenue and expenditure of an account are equal, by the totals of the same kind of table. */
const sides = (entries: readonly Entry[]): Promised[] => {
  const totals = groupBy(entries, ({ level, account, table }) => (level === 'total' ? `${account}/${table}` : null))
  return [...totals.values()].flatMap((group) => {
    const [revenue, expenditure] = (['revenue', 'expenditure'] as const).map((side) =>
      group.find(({ direction }) => direction === side),
    )
    return revenue && expenditure
      ? expenditure.values
          .filter(({ column }) => column !== 'change' && !funds.has(column))
          .flatMap((found) => {
            const value = valueIn(revenue, found.column)
            return value ? [sum('sides', found, [value])] : []
          })
      : []
  })
}
