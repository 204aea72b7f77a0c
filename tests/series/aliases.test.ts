import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { YosanError } from '../../src/errors.js'
import { readAliases, successorsOf } from '../../src/series/aliases.js'
import { alias } from '../compare/items.js'

/** A table of these rows, whose columns are those of the first. */
const table = (rows: readonly Readonly<Record<string, string>>[]) => ({
  columns: rows[0] ? Object.keys(rows[0]) : ['from', 'to', 'date', 'note'],
  rows,
})

const line = (from: string, to: string, date = '', note = '') => ({ from, to, date, note })

describe('readAliases', () => {
  it.each([
    ['nothing', [], []],
    ['a line', [line('甲', '乙', '2025-04-01', '改称')], [line('甲', '乙', '2025-04-01', '改称')]],
    ['no date and no note', [line('甲', '乙')], [{ from: '甲', to: '乙', date: null, note: null }]],
    [
      'spaces around',
      [line(' 甲 ', '\u3000乙', ' 2025-04-01 ', ' ')],
      [{ ...line('甲', '乙', '2025-04-01'), note: null }],
    ],
    [
      'names as they are',
      [line('ＩＣＴ 教育', '乙', '2024-02-29', 'x')],
      [line('ＩＣＴ 教育', '乙', '2024-02-29', 'x')],
    ],
    [
      'other columns',
      [{ ...line('甲', '乙', '2025-04-01', 'x'), who: '財政課' }],
      [line('甲', '乙', '2025-04-01', 'x')],
    ],
    [
      'a merger and a split',
      [line('甲', '丙', '2025-04-01', 'x'), line('乙', '丙', '2025-04-01', 'x'), line('甲', '丁', '2025-04-01', 'x')],
      [line('甲', '丙', '2025-04-01', 'x'), line('乙', '丙', '2025-04-01', 'x'), line('甲', '丁', '2025-04-01', 'x')],
    ],
  ])('reads %s', (_, rows, aliases) => {
    expect(readAliases(table(rows), 'aliases.csv')).toEqual(aliases)
  })

  const good = line('甲', '乙')
  const twice = 'Row 2 of aliases.csv is there twice.'
  const same = 'Row 1 of aliases.csv has the same name in from and to.'
  const dated = (date: string) => `Row 1 of aliases.csv has the date '${date}', which is none like 2024-04-01.`

  it.each<[what: string, rows: Record<string, string>[], message: string]>([
    [
      'a missing column',
      [{ from: '甲', to: '乙', date: '' }],
      'aliases.csv has no column note: its columns are from,to,date,note.',
    ],
    [
      'several',
      [{ 旧: '甲', 新: '乙', date: '' }],
      'aliases.csv has no column from, to, note: its columns are from,to,date,note.',
    ],
    ['no old name', [line('', '乙')], 'Row 1 of aliases.csv lacks a name in from or to.'],
    ['no new name', [good, line('甲', ' ')], 'Row 2 of aliases.csv lacks a name in from or to.'],
    ['another date', [line('甲', '乙', '2024/04/01')], dated('2024/04/01')],
    ['a Japanese date', [line('甲', '乙', '令和6年4月1日')], dated('令和6年4月1日')],
    ['a month alone', [line('甲', '乙', '2024-04')], dated('2024-04')],
    ['a thirteenth month', [line('甲', '乙', '2024-13-01')], dated('2024-13-01')],
    ['the 30th of February', [line('甲', '乙', '2024-02-30')], dated('2024-02-30')],
    ['a leap day of another year', [line('甲', '乙', '2025-02-29')], dated('2025-02-29')],
    ['the 31st of a short month', [line('甲', '乙', '2024-04-31')], dated('2024-04-31')],
    ['a day of no month', [line('甲', '乙', '2024-00-01')], dated('2024-00-01')],
    ['full-width digits', [line('甲', '乙', '２０２４-04-01')], dated('２０２４-04-01')],
    ['a time', [line('甲', '乙', '2024-04-01T00:00')], dated('2024-04-01T00:00')],
    ['a name that becomes itself', [line('甲', '甲')], same],
    ['a name that becomes itself in other widths', [line('AI 教育', 'ＡＩ教育')], same],
    ['the same line twice', [good, good], twice],
    ['the same with another note', [good, line('甲', '乙', '2024-04-01', 'x')], twice],
    ['the same in other widths', [line('AI 教育', '乙'), line('ＡＩ教育', ' 乙')], twice],
  ])('refuses %s', (_, rows, message) => {
    const refused = expect(() => readAliases(table(rows), 'aliases.csv'))
    refused.toThrow(YosanError)
    refused.toThrow(message)
  })

  it.each([
    [[], 'from, to, date, note'],
    [['note', 'to'], 'from, date'],
  ])('refuses a table of %j without rows', (columns, lacking) => {
    expect(() => readAliases({ columns, rows: [] }, 'aliases.csv')).toThrow(
      `aliases.csv has no column ${lacking}: its columns are from,to,date,note.`,
    )
  })

  it('says the first line that is wrong', () => {
    const rows = [good, line('丙', '丁', 'x'), line('', '')]
    expect(() => readAliases(table(rows), 'aliases.csv')).toThrow(/^Row 2 of /)
  })

  it('takes any date of a calendar', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(
        day.map((date) => date.toISOString().slice(0, 10)),
        (date) => {
          expect(readAliases(table([line('甲', '乙', date)]), 'aliases.csv')).toMatchObject([{ date }])
        },
      ),
    )
  })
})

describe('successorsOf', () => {
  const waysOf = (name: string, lines: readonly [from: string, to: string][]) =>
    Object.fromEntries(
      [
        ...successorsOf(
          name,
          lines.map(([from, to]) => alias(from, to)),
        ),
      ].map(([key, way]) => [key, way.map(({ from, to }) => `${from}-${to}`).join(' ')]),
    )

  it.each<[what: string, lines: readonly [from: string, to: string][], ways: Readonly<Record<string, string>>]>([
    ['no lines', [], {}],
    ['a line', [['甲', '乙']], { 乙: '甲-乙' }],
    ['a line of others', [['乙', '丙']], {}],
    ['a line that leads to it', [['乙', '甲']], {}],
    [
      'a split',
      [
        ['甲', '乙'],
        ['甲', '丙'],
      ],
      { 乙: '甲-乙', 丙: '甲-丙' },
    ],
    [
      'a chain in any order',
      [
        ['乙', '丙'],
        ['甲', '乙'],
      ],
      { 乙: '甲-乙', 丙: '甲-乙 乙-丙' },
    ],
    [
      'two ways, of which the shorter is taken',
      [
        ['甲', '乙'],
        ['乙', '丙'],
        ['甲', '丙'],
      ],
      { 乙: '甲-乙', 丙: '甲-丙' },
    ],
    [
      'there and back again',
      [
        ['甲', '乙'],
        ['乙', '甲'],
      ],
      { 乙: '甲-乙', 甲: '甲-乙 乙-甲' },
    ],
    [
      'other widths',
      [
        [' Ａ', 'Ｂ'],
        ['甲', 'A '],
        ['B', '丙'],
      ],
      { A: '甲-A ', B: '甲-A   Ａ-Ｂ', 丙: '甲-A   Ａ-Ｂ B-丙' },
    ],
  ])('%s', (_, lines, ways) => {
    expect(waysOf('甲', lines)).toEqual(ways)
  })

  it('knows a name in other widths', () => {
    expect(waysOf(' 甲\u3000', [['甲', '乙']])).toEqual({ 乙: '甲-乙' })
  })
})
