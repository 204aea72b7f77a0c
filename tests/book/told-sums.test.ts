import { describe, expect, it } from 'vitest'
import { type Entry, nowhere } from '../../src/book/entry.js'
import { toldSums } from '../../src/book/told-sums.js'

/** A 目 and its lines of 説明 by depth and value. */
interface Moku {
  readonly value: number
  readonly lines: readonly (readonly [number, number])[]
  readonly isPriced?: boolean
}

const entryOf = (level: Entry['level'], moku: string, value: number, rest: Partial<Entry> = {}): Entry => ({
  print: 'row',
  table: 'moku',
  account: '一般会計',
  direction: 'expenditure',
  level,
  named: { code: null, name: moku, label: null },
  path: { ...nowhere, moku: { code: null, name: moku, label: null } },
  depth: null,
  isPriced: true,
  values: [{ column: 'current', value, unit: 1000, raw: String(value), page: 1, line: 1, boxes: [] }],
  doubt: null,
  ...rest,
})

const entriesOf = (mokus: readonly Moku[]): Entry[] =>
  mokus.flatMap(({ value, lines, isPriced = true }, i) => [
    entryOf('moku', `目${i}`, value),
    ...lines.map(([depth, own]) => entryOf('description', `目${i}`, own, { depth, isPriced })),
  ])

const kept: Moku = {
  value: 30,
  lines: [
    [1, 10],
    [2, 4],
    [1, 20],
  ],
}
const broken: Moku = { value: 30, lines: [[1, 10]] }
const times = (moku: Moku, n: number): Moku[] => Array.from({ length: n }, () => moku)

describe('sums of 説明', () => {
  it.each([
    ['all kept', times(kept, 5), 5],
    ['too few to tell', times(kept, 4), 0],
    ['nearly all kept', [...times(kept, 19), broken], 20],
    ['often broken', [...times(kept, 10), broken], 0],
    ['below a head without money', [...times(kept, 5), { ...broken, isPriced: false }], 5],
    ['a 目 without 説明', [...times(kept, 5), { value: 30, lines: [] }], 5],
  ])('%s', (_, mokus, sums) => {
    expect(toldSums(entriesOf(mokus))).toHaveLength(sums)
  })

  it('adds up the outermost lines', () => {
    const [first] = toldSums(entriesOf(times(kept, 5)))
    expect(first?.parts.map(({ value }) => value.value)).toEqual([10, 20])
  })
})
