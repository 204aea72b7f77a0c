import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Group, groupsOf } from '../../src/compare/links.js'
import type { Item } from '../../src/compare/side.js'
import type { Alias } from '../../src/series/aliases.js'
import { alias, below, item } from './items.js'

const groupText = ({ from, to, link }: Group): string => `${link}: ${namesOf(from)} -> ${namesOf(to)}`

const namesOf = (items: readonly Item[]): string => items.map(({ name }) => name).join(' + ') || '-'

const linked = (from: readonly (string | Item)[], to: readonly (string | Item)[], aliases: readonly Alias[] = []) =>
  groupsOf(from.map(asItem), to.map(asItem), aliases).map(groupText)

const asItem = (one: string | Item): Item => (typeof one === 'string' ? item(one) : one)

describe('groupsOf by names', () => {
  it.each<[what: string, from: readonly (string | Item)[], to: readonly (string | Item)[], groups: readonly string[]]>([
    ['nothing', [], [], []],
    ['one name', ['総務費'], ['総務費'], ['name: 総務費 -> 総務費']],
    ['in the order of the first side', ['甲', '乙'], ['乙', '甲'], ['name: 甲 -> 甲', 'name: 乙 -> 乙']],
    ['a name that ended and one that began', ['甲'], ['乙'], ['none: 甲 -> -', 'none: - -> 乙']],
    [
      'names that look alike',
      ['人材育成事業'],
      ['人材育成事業費', '人材育成'],
      ['none: 人材育成事業 -> -', 'none: - -> 人材育成事業費', 'none: - -> 人材育成'],
    ],
    [
      'one name below other parents',
      [item('人件費', 1, { path: '議会費>人件費' })],
      [item('人件費', 1, { path: '総務費>人件費' })],
      ['name: 人件費 -> 人件費'],
    ],
    [
      'a name that stands for several on one side',
      [item('人件費', 1, { path: '総務費>人件費' })],
      [below('議会費', '人件費'), below('総務費', '人件費')],
      ['path: 人件費 -> 総務費>人件費', 'none: - -> 議会費>人件費'],
    ],
    [
      'the same the other way',
      [below('議会費', '人件費'), below('総務費', '人件費')],
      [item('人件費', 1, { path: '総務費>人件費' })],
      ['none: 議会費>人件費 -> -', 'path: 総務費>人件費 -> 人件費'],
    ],
    [
      'several on both sides',
      [below('議会費', '人件費'), below('総務費', '人件費')],
      [below('総務費', '人件費'), below('民生費', '人件費')],
      ['none: 議会費>人件費 -> -', 'path: 総務費>人件費 -> 総務費>人件費', 'none: - -> 民生費>人件費'],
    ],
    [
      'one of several that has no parent',
      [below('', '人件費'), below('総務費', '人件費')],
      ['人件費'],
      ['path: >人件費 -> 人件費', 'none: 総務費>人件費 -> -'],
    ],
    [
      'several on one side, below other parents',
      [item('人件費')],
      [below('議会費', '人件費'), below('総務費', '人件費')],
      ['none: 人件費 -> -', 'none: - -> 議会費>人件費', 'none: - -> 総務費>人件費'],
    ],
  ])('%s', (_, from, to, groups) => {
    expect(linked(from, to)).toEqual(groups)
  })
})

describe('groupsOf by an alias table', () => {
  it.each<
    [
      what: string,
      from: readonly (string | Item)[],
      to: readonly (string | Item)[],
      lines: readonly Alias[],
      groups: readonly string[],
    ]
  >([
    ['1:1', ['甲'], ['乙'], [alias('甲', '乙')], ['alias: 甲 -> 乙']],
    ['n:1', ['甲', '乙'], ['丙'], [alias('甲', '丙'), alias('乙', '丙')], ['alias: 甲 + 乙 -> 丙']],
    ['1:n', ['甲'], ['乙', '丙'], [alias('甲', '乙'), alias('甲', '丙')], ['alias: 甲 -> 乙 + 丙']],
    [
      'n:m',
      ['甲', '乙'],
      ['丙', '丁'],
      [alias('甲', '丙'), alias('甲', '丁'), alias('乙', '丁')],
      ['alias: 甲 + 乙 -> 丙 + 丁'],
    ],
    ['from the newer side to the older', ['乙'], ['甲'], [alias('甲', '乙')], ['alias: 乙 -> 甲']],
    [
      'a merger from the newer side to the older',
      ['丙'],
      ['甲', '乙'],
      [alias('甲', '丙'), alias('乙', '丙')],
      ['alias: 丙 -> 甲 + 乙'],
    ],
    [
      'in other widths and with spaces',
      ['ICT教育'],
      ['AI教育'],
      [alias('ＩＣＴ 教育', 'ＡＩ　教育')],
      ['alias: ICT教育 -> AI教育'],
    ],
    [
      'what a programme was joined to that goes on',
      ['甲', '乙'],
      ['乙'],
      [alias('甲', '乙')],
      ['alias: 甲 + 乙 -> 乙'],
    ],
    ['names that neither side has', ['甲'], ['甲'], [alias('乙', '丙'), alias('甲', '丁')], ['name: 甲 -> 甲']],
    ['a line that says one side alone', ['甲'], ['乙'], [alias('甲', '丙')], ['none: 甲 -> -', 'none: - -> 乙']],
    ['step by step', ['甲'], ['丙'], [alias('甲', '乙'), alias('乙', '丙')], ['alias: 甲 -> 丙']],
    [
      'in any order of the steps',
      ['甲'],
      ['丁'],
      [alias('丙', '丁'), alias('甲', '乙'), alias('乙', '丙')],
      ['alias: 甲 -> 丁'],
    ],
    ['step by step backwards', ['丙'], ['甲'], [alias('甲', '乙'), alias('乙', '丙')], ['alias: 丙 -> 甲']],
    [
      'a merger and a new name after it',
      ['甲', '乙'],
      ['丁'],
      [alias('甲', '丙'), alias('乙', '丙'), alias('丙', '丁')],
      ['alias: 甲 + 乙 -> 丁'],
    ],
    [
      'a new name and a split after it, backwards',
      ['丙', '丁'],
      ['甲'],
      [alias('甲', '乙'), alias('乙', '丙'), alias('乙', '丁')],
      ['alias: 丙 + 丁 -> 甲'],
    ],
    [
      'two that something else became, which are not the same',
      ['乙'],
      ['丙'],
      [alias('甲', '乙'), alias('甲', '丙')],
      ['none: 乙 -> -', 'none: - -> 丙'],
    ],
    ['there and back again', ['甲'], ['甲', '乙'], [alias('甲', '乙'), alias('乙', '甲')], ['alias: 甲 -> 甲 + 乙']],
    [
      'a bare name that stands for several, which says nothing',
      [below('議会費', '人件費'), below('総務費', '人件費')],
      ['給与費'],
      [alias('人件費', '給与費')],
      ['none: 議会費>人件費 -> -', 'none: 総務費>人件費 -> -', 'none: - -> 給与費'],
    ],
    [
      'the same the other way',
      ['給与費'],
      [below('議会費', '人件費'), below('総務費', '人件費')],
      [alias('人件費', '給与費')],
      ['none: 給与費 -> -', 'none: - -> 議会費>人件費', 'none: - -> 総務費>人件費'],
    ],
    [
      'a name below its parent',
      [below('議会費', '人件費'), below('総務費', '人件費')],
      ['給与費'],
      [alias('総務費 > 人件費', '給与費')],
      ['none: 議会費>人件費 -> -', 'alias: 総務費>人件費 -> 給与費'],
    ],
    [
      'a name below its parent, to one below its own, backwards and in other widths',
      [below('歳出', 'ICT教育'), below('歳入', 'ICT教育')],
      [below('総務費', '人件費'), below('議会費', '人件費')],
      [alias('総務費>人件費', '歳出　＞　ＩＣＴ 教育')],
      ['alias: 歳出>ICT教育 -> 総務費>人件費', 'none: 歳入>ICT教育 -> -', 'none: - -> 議会費>人件費'],
    ],
    [
      'a name below its parent that no other programme has',
      [item('人件費', 1, { path: '総務費>人件費' })],
      ['給与費'],
      [alias('総務費 > 人件費', '給与費')],
      ['alias: 人件費 -> 給与費'],
    ],
    [
      'others stay apart',
      ['甲', '丙'],
      ['乙', '丙', '丁'],
      [alias('甲', '乙')],
      ['alias: 甲 -> 乙', 'name: 丙 -> 丙', 'none: - -> 丁'],
    ],
  ])('%s', (_, from, to, lines, groups) => {
    expect(linked(from, to, lines)).toEqual(groups)
  })

  it('keeps the lines that each group was made by, once', () => {
    const lines = [alias('甲', '丙', { note: '統合' }), alias('乙', '丙'), alias('丁', '戊', { date: '2024-04-01' })]
    const groups = groupsOf(['甲', '乙', '丁'].map(asItem), ['丙', '戊', '己'].map(asItem), lines)
    expect(groups.map(({ aliases }) => aliases)).toEqual([lines.slice(0, 2), lines.slice(2), []])
  })

  it.each([
    ['forwards', ['甲', '乙'], ['丁']],
    ['backwards', ['丁'], ['甲', '乙']],
  ])('keeps the lines of the whole way %s', (_, from, to) => {
    const lines = [alias('丙', '丁'), alias('甲', '丙'), alias('乙', '丙'), alias('丁', '戊')]
    const [group, ...rest] = groupsOf(from.map(asItem), to.map(asItem), lines)
    expect(rest).toEqual([])
    expect(new Set(group?.aliases)).toEqual(new Set(lines.slice(0, 3)))
    expect(group?.aliases.length).toBe(3)
  })
})

describe('any groups', () => {
  const names = fc.uniqueArray(fc.constantFrom(...'甲乙丙丁戊己'), { maxLength: 5 })
  const lines = fc.array(
    fc.tuple(fc.constantFrom(...'甲乙丙丁戊己'), fc.constantFrom(...'甲乙丙丁戊己')).map(([a, b]) => alias(a, b)),
    { maxLength: 4 },
  )

  it('hold each programme once, in its order', () => {
    fc.assert(
      fc.property(names, names, lines, (a, b, aliases) => {
        const [from, to] = [a.map(asItem), b.map(asItem)]
        const groups = groupsOf(from, to, aliases)
        expect(new Set(groups.flatMap((group) => group.from))).toEqual(new Set(from))
        expect(new Set(groups.flatMap((group) => group.to))).toEqual(new Set(to))
        expect(groups.flatMap((group) => [...group.from, ...group.to]).length).toBe(from.length + to.length)
        expect(groups.map((group) => group.from[0]).filter(Boolean)).toEqual(
          from.filter((one) => groups.some((group) => group.from[0] === one)),
        )
      }),
    )
  })

  it('without an alias table link the same names and nothing else', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const texts = [
          ...a.map((name) => (b.includes(name) ? `name: ${name} -> ${name}` : `none: ${name} -> -`)),
          ...b.filter((name) => !a.includes(name)).map((name) => `none: - -> ${name}`),
        ]
        expect(linked(a, b)).toEqual(texts)
      }),
    )
  })

  it('are the same from the other side', () => {
    fc.assert(
      fc.property(names, names, lines, (a, b, aliases) => {
        const turned = groupsOf(b.map(asItem), a.map(asItem), aliases).map(({ from, to, ...rest }) => ({
          ...rest,
          from: to,
          to: from,
        }))
        expect(turned.map(groupText).sort()).toEqual(linked(a, b, aliases).sort())
      }),
    )
  })
})
