import { beforeAll, describe, expect, it } from 'vitest'
import { besides, type Leaf } from '../../src/book/leaf.js'
import { dotted, doubled, filled, leavesOfBook, read, said, withoutUprights } from './leaves.js'

let leaves: readonly Leaf[] = []
let expected: readonly string[] = []

beforeAll(async () => {
  leaves = await leavesOfBook()
  expected = read(leaves).map(said)
})

/** Pages two by two from the sixth on, where facing pages begin. */
const pairs = (): (readonly [Leaf, Leaf])[] =>
  leaves.slice(5).flatMap((leaf, i, all) => (i % 2 === 0 && all[i + 1] ? [[leaf, all[i + 1] as Leaf] as const] : []))

const without = (leaf: Leaf, rules: Partial<Leaf['rules']>): Leaf => ({ ...leaf, rules: { ...leaf.rules, ...rules } })

describe('a book says the same', () => {
  it('when the right page comes before the left one', () => {
    const turned = [...leaves.slice(0, 5), ...pairs().flatMap(([left, right]) => [right, left])]
    expect(read(turned).map(said)).toEqual(expected)
  })

  it('when two pages stand on one sheet', () => {
    const sheets = [...leaves.slice(0, 5), ...pairs().map(([left, right]) => besides(left, right, 0))]
    expect(read(sheets).map(said)).toEqual(expected)
  })

  it('when facing pages do not stand level', () => {
    const down = { x: 0, y: 11 }
    const uneven = pairs().flatMap(([left, right]) => [left, lowered(right, down.y)])
    expect(read([...leaves.slice(0, 5), ...uneven]).map(said)).toEqual(expected)
  })

  it('without level rules', () => {
    const bare = leaves.map((leaf) => without(leaf, { across: [] }))
    expect(read(bare).map(said).sort()).toEqual([...expected].sort())
  })
})

/** Words of heads as other towns print them, letter for letter. */
const otherWords: readonly (readonly [RegExp, string])[] = [
  [/国県支出金/gu, '国府支出金'],
  [/地方債/gu, '村債等'],
  [/前年度予算額/gu, '前年度予定額'],
  [/比(\s+)較/gu, '増$1減'],
]

it('says the same with other words in its heads', () => {
  const renamed = leaves.map((leaf) => ({
    ...leaf,
    prints: leaf.prints.map((print) => ({
      ...print,
      text: otherWords.reduce((text, [word, other]) => text.replace(word, other), print.text),
    })),
  }))
  expect(read(renamed).map(said)).toEqual(expected)
})

describe('a book says the same, its rules drawn', () => {
  it.each([
    ['as thin areas', filled],
    ['as dots in a row', dotted],
    ['twice', doubled],
  ] as const)('%s', async (_, drawn) => {
    const changed = await leavesOfBook((page) => ({ ...page, shapes: page.shapes.flatMap(drawn) }))
    expect(read(changed).map(said)).toEqual(expected)
  })
})

it('says nearly all of it without upright rules', async () => {
  const rows = read(await leavesOfBook(withoutUprights)).map(said)
  const same = expected.filter((row) => rows.includes(row))
  expect(same.length).toBeGreaterThan(0.92 * expected.length)
})

/** A leaf whose print stands lower. */
const lowered = (leaf: Leaf, y: number): Leaf => {
  const nothing: Leaf = { ...leaf, width: 0, pages: [], prints: [], rules: { across: [], down: [] } }
  return { ...besides(nothing, leaf, y), width: leaf.width }
}

it('reads all money of the tables', () => {
  const printed = leaves.flatMap(({ prints }) =>
    prints.flatMap(({ text }) => [...text.matchAll(/[\d０-９]{1,3}(?:[,，][\d０-９]{3})+/gu)]),
  )
  const values = read(leaves).flatMap((entry) => entry.values)
  expect(values.length).toBeGreaterThan(0.8 * printed.length)
  expect(values.every(({ value }) => value !== null)).toBe(true)
})
