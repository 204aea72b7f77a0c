import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '../../src/csv-table.js'
import type { Figure } from '../../src/model/figure.js'
import { trendColumns } from '../../src/series/trend.js'
import { figure, previous } from '../series/points.js'
import { dataSetOf, fileOf, newFolder } from './data-sets.js'
import { yosan } from './yosan.js'

const last = { fiscal_year: 2024 }

const olds = [
  figure('r6', 20, last),
  figure('r6', 3, { ...last, programme: '議会費' }),
  figure('r6', 2, { ...last, programme: '庶務費' }),
]
const youngs = [
  figure('r7', 25),
  previous('r7', 21),
  figure('r7', 3, { programme: '議会費' }),
  previous('r7', 3, { programme: '議会費' }),
  figure('r7', 2, { programme: '公園費' }),
]

let [a, b] = ['', '']
beforeAll(async () => {
  a = await dataSetOf(olds)
  b = await dataSetOf(youngs)
})

const programmesOf = (out: string): string[] => [
  ...new Set<string>(JSON.parse(out).rows.map((row: { programme: string }) => row.programme)),
]

describe('yosan trend', () => {
  it('prints each series and its breaks', async () => {
    const { code, out, err } = await yosan('trend', a, b)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatchInlineSnapshot(`
      "総務費
        2024  enacted  2,000,000,000            r6 p1
              ! previous_differs: r7 prints 2,100,000,000 yen.
        2025  enacted  2,500,000,000    +25.0%  r7 p1

      議会費
        2024  enacted  300,000,000            r6 p1
        2025  enacted  300,000,000            r7 p1
      "
    `)
  })

  it('prints rows as CSV', async () => {
    const { code, out } = await yosan('trend', a, b, '--csv')
    expect(code).toBe(0)
    const [head, first] = out.split('\r\n')
    expect(head).toBe(trendColumns.map((column) => `"${column}"`).join(','))
    expect(first).toBe(
      '"1","総務費","","r6-null-総務費","総務費","2024","enacted","","2000000000","100000000","budget","","","r6","1","r6-総務費-budget-20","false","previous_differs","r7 prints 2,100,000,000 yen."',
    )
    expect((await readCsv(out, 'out.csv')).rows.map(({ series }) => series)).toEqual(['1', '1', '2', '2'])
  })

  it('prints a head of CSV when there is no series', async () => {
    const { code, out } = await yosan('trend', await dataSetOf([]), '--csv')
    expect([code, out]).toEqual([0, `${trendColumns.map((column) => `"${column}"`).join(',')}\r\n`])
  })

  it('says that there is no series', async () => {
    const says = 'No programme has amounts of several years or stages.\n'
    expect(await yosan('trend', await dataSetOf([]))).toEqual({ code: 0, out: says, err: '' })
    expect(await yosan('trend', a)).toEqual({ code: 0, out: says, err: '' })
  })

  it('prints JSON', async () => {
    const { code, out } = await yosan('trend', a, b, '--json')
    expect(code).toBe(0)
    const { rows, ambiguous } = JSON.parse(out)
    expect(ambiguous).toBe(0)
    expect(rows[1]).toMatchObject({
      series: 1,
      fiscal_year: 2025,
      yen: 2_500_000_000,
      change_percent: '25.0',
      breaks: null,
    })
  })

  it('counts a document once that several folders hold', async () => {
    const once = await yosan('trend', a, b, '--json')
    const both = await dataSetOf([...olds, ...youngs])
    expect(await yosan('trend', a, b, both, a, '--json')).toEqual(once)
  })

  it('follows one data set too', async () => {
    const { out } = await yosan('trend', b, '--json')
    expect(programmesOf(out)).toEqual(['総務費', '議会費'])
  })

  it('makes names safe to show', async () => {
    const odd = await dataSetOf([
      figure('r7', 25, { programme: '総\u001b[2J務' }),
      previous('r7', 2, { programme: '総\u001b[2J務' }),
    ])
    for (const more of [[], ['--json']]) {
      const { out } = await yosan('trend', odd, ...more)
      expect(out).toContain('総\\u001b[2J務')
      expect(out).not.toContain('\u001b')
    }
  })
})

describe('two towns', () => {
  const books = (town: string, oku: number): [Figure[], Figure[]] => [
    [figure(`${town}-r6`, oku, last), figure(`${town}-r6`, oku + 1, { ...last, programme: '議会費' })],
    [
      figure(`${town}-r7`, oku + 2),
      previous(`${town}-r7`, oku),
      figure(`${town}-r7`, oku + 3, { programme: '議会費' }),
      previous(`${town}-r7`, oku + 1, { programme: '議会費' }),
    ],
  ]

  it('are kept apart in any order of their folders', async () => {
    const all = [...books('aoba', 10), ...books('midori', 50)]
    const folders: string[] = []
    for (const figures of all) folders.push(await dataSetOf(figures))
    const [a6, a7, m6, m7] = folders as [string, string, string, string]
    const { code, out } = await yosan('trend', a6, a7, m6, m7, '--json')
    expect(code).toBe(0)
    const rowsOf = (text: string) => JSON.parse(text).rows as { series: number; document_id: string }[]
    expect(rowsOf(out).map(({ series, document_id }) => `${series} ${document_id}`)).toEqual([
      '1 aoba-r6',
      '1 aoba-r7',
      '2 midori-r6',
      '2 midori-r7',
      '3 aoba-r6',
      '3 aoba-r7',
      '4 midori-r6',
      '4 midori-r7',
    ])
    for (const order of [
      [a6, m6, a7, m7],
      [a6, m6, m7, a7],
      [m6, a6, a7, m7],
      [m7, a7, m6, a6],
    ])
      expect(rowsOf((await yosan('trend', ...order, '--json')).out)).toEqual(rowsOf(out))
  })
})

describe('yosan trend --programme', () => {
  it.each([
    ['総務費', ['総務費']],
    ['公園', ['公園費']],
    ['費', ['総務費', '議会費', '庶務費', '公園費']],
  ])('%s', async (name, programmes) => {
    const { code, out } = await yosan('trend', a, b, '--programme', name, '--json')
    expect([code, programmesOf(out).sort()]).toEqual([0, [...programmes].sort()])
  })

  it.each(['土木費', '\u001b土木'])('says when no programme has %j in its name', async (name) => {
    const shown = name.replace('\u001b', '\\u001b')
    const err = `yosan: No programme has a name with '${shown}' in it.\n`
    expect(await yosan('trend', a, b, '--programme', name)).toEqual({ code: 1, out: '', err })
  })
})

describe('yosan trend --aliases', () => {
  it('makes one series of two names', async () => {
    const file = await fileOf('aliases.csv', 'from,to,date,note\n庶務費,公園費,2025-04-01,移管\n')
    const { code, out } = await yosan('trend', a, b, '--aliases', file, '--programme', '庶務費', '--csv')
    expect(code).toBe(0)
    expect((await readCsv(out, 'out.csv')).rows).toMatchObject([
      { series: '1', programme: '公園費', names: '庶務費', fiscal_year: '2024', breaks: '' },
      {
        series: '1',
        programme: '公園費',
        names: '公園費',
        fiscal_year: '2025',
        breaks: 'renamed',
        change_percent: '0.0',
      },
    ])
  })

  it('refuses a bad table', async () => {
    const file = await fileOf('aliases.csv', 'from,to,note\n庶務費,公園費,\n')
    const err = `yosan: ${file} has no column date: its columns are from,to,date,note.\n`
    expect(await yosan('trend', a, b, '--aliases', file)).toEqual({ code: 1, out: '', err })
  })
})

describe('misuse of yosan trend', () => {
  it('names no folder', async () => {
    const err = 'yosan: Name the folders of data sets: yosan trend DIR...\n'
    expect(await yosan('trend')).toEqual({ code: 1, out: '', err })
  })

  it('says which table is not there', async () => {
    const [empty, half] = [await newFolder(), await dataSetOf(olds)]
    await rm(join(half, 'documents.json'))
    const says = (file: string) =>
      `yosan: Cannot read ${file}: run yosan extract first, or name the folder of its data set.\n`
    expect((await yosan('trend', a, empty)).err).toBe(says(join(empty, 'figures.json')))
    expect((await yosan('trend', half, a)).err).toBe(says(join(half, 'documents.json')))
  })
})
