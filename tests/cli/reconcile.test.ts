import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readCsv } from '../../src/csv-table.js'
import type { CheckRow } from '../../src/model/check.js'
import { columnsOf } from '../../src/schema.js'
import { check, openCheck } from '../emit/sample.js'
import { rsTotal } from '../outside/files.js'
import { figure, previous } from '../series/points.js'
import { dataSetOf, fileOf, newFolder, shiftJis } from './data-sets.js'
import { yosan } from './yosan.js'

const figures = [
  figure('r7', 25),
  previous('r7', 20),
  figure('r7', 3, { programme: '議会費', estimate: 'includes' }),
  figure('r7', 1, { programme: '公園費' }),
]

let folder = ''
beforeEach(async () => {
  folder = await dataSetOf(figures)
})

const csvOf = (rows: readonly Readonly<Record<string, string>>[]) => {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
  return lines.map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`).join('')
}

/** RS 2-1 as it is published: UTF-8 with a mark, brackets full-width. */
const rsOf = (yen: number) => {
  const rows = [
    rsTotal('総務費', { '当初予算（合計）': String(yen) }),
    rsTotal('議会費', { '当初予算（合計）': '200000000' }),
  ]
  return fileOf('2-1.csv', `\ufeff${csvOf(rows)}`)
}

const mofText = [
  '所管,組織,項コード,項名,目コード,目名,令和7年度要求額(千円),前年度予算額(千円),比較増△減額(千円)',
  '青葉市,市長部局,010,総務費,01,職員旅費,"1,500,000","1,200,000","300,000"',
  '青葉市,市長部局,010,総務費,02,庁費,"1,000,000","900,000","100,000"',
  '',
].join('\r\n')

const checksIn = async (where = folder): Promise<CheckRow[]> =>
  JSON.parse(await readFile(join(where, 'checks.json'), 'utf8'))

const outcomesOf = (rows: readonly CheckRow[]) =>
  rows.map(({ check_id, rule, verdict, figure_id }) => [check_id, rule, verdict, figure_id].join(' '))

const own = ['slides-k0001 percent ok slides-p001-001', 'slides-k0002 difference not_run slides-p001-002']

describe('yosan reconcile', () => {
  it('prints what does not agree', async () => {
    const { code, out, err } = await yosan('reconcile', folder, await rsOf(2_600_000_000))
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatchInlineSnapshot(`
      "1 check ran: 1 mismatch; 1 incomplete, 1 not run
        mismatch  r7-総務費-budget-25  2,500,000,000 and not 2,600,000,000  RS 2-1 予算・執行サマリ has another amount. RS lists projects (事業) of some 27 % of the national budget, without block grants (運営費交付金) of many bodies, and counts what the Digital Agency books elsewhere.
        incomplete  r7-議会費-budget-3  RS 2-1 予算・執行サマリ has 200,000,000 yen. The figure holds an estimate inside a block grant (推計額).
        not run  r7  Figures for which RS 2-1 予算・執行サマリ has no amount of that name, year and stage: 2. RS lists projects (事業) of some 27 % of the national budget, without block grants (運営費交付金) of many bodies, and counts what the Digital Agency books elsewhere.
      "
    `)
  })

  it('prints rows as CSV', async () => {
    const { code, out } = await yosan('reconcile', folder, await rsOf(2_500_000_000), '--csv')
    expect(code).toBe(0)
    const [head, first] = out.split('\r\n')
    expect(head).toBe(
      columnsOf('checks')
        .map((column) => `"${column}"`)
        .join(','),
    )
    expect(first).toBe(
      '"r7-r0001","r7","outside","r7-総務費-budget-25","","","2500000000","2500000000","50000000","ok",""',
    )
    expect((await readCsv(out, 'out.csv')).rows.map(({ verdict }) => verdict)).toEqual(['ok', 'incomplete', 'not_run'])
  })

  it('prints rows as JSON', async () => {
    const { code, out } = await yosan('reconcile', folder, await rsOf(2_500_000_000), '--json')
    expect(code).toBe(0)
    expect(outcomesOf(JSON.parse(out))).toEqual([
      'r7-r0001 outside ok r7-総務費-budget-25',
      'r7-r0002 outside incomplete r7-議会費-budget-3',
      'r7-r0003 outside not_run ',
    ])
  })

  it.each([
    ['in Shift_JIS, as it is published', shiftJis],
    ['in UTF-8 with a mark', (text: string) => `\ufeff${text}`],
  ])('reads 科目別 %s', async (_, encode) => {
    const { code, out } = await yosan('reconcile', folder, await fileOf('kamoku.csv', encode(mofText)), '--json')
    expect(code).toBe(0)
    expect(outcomesOf(JSON.parse(out))).toEqual([
      'r7-r0001 outside ok r7-総務費-budget-25',
      'r7-r0002 outside mismatch r7-総務費-comparison-20',
      'r7-r0003 outside not_run ',
    ])
  })
})

describe('the checks of the data set', () => {
  it('hold the rows behind those that were there, in each format', async () => {
    const { out } = await yosan('reconcile', folder, await rsOf(2_500_000_000), '--json')
    const checks = await checksIn()
    expect(checks).toEqual([check, openCheck, ...JSON.parse(out)])
    const { rows } = await readCsv(await readFile(join(folder, 'checks.csv'), 'utf8'), 'checks.csv')
    expect(rows.map(({ check_id }) => check_id)).toEqual(checks.map(({ check_id }) => check_id))
    expect(rows.at(-1)).toMatchObject({ rule: 'outside', verdict: 'not_run', figure_id: '' })
  })

  it('hold those of the last reconciliation alone', async () => {
    await yosan('reconcile', folder, await rsOf(2_600_000_000), await fileOf('kamoku.csv', mofText))
    expect(outcomesOf(await checksIn())).toEqual([
      ...own,
      'r7-r0001 outside mismatch r7-総務費-budget-25',
      'r7-r0002 outside incomplete r7-議会費-budget-3',
      'r7-r0003 outside not_run ',
      'r7-r0004 outside ok r7-総務費-budget-25',
      'r7-r0005 outside mismatch r7-総務費-comparison-20',
      'r7-r0006 outside not_run ',
    ])
    await yosan('reconcile', folder, await rsOf(2_500_000_000))
    expect(outcomesOf(await checksIn())).toEqual([
      ...own,
      'r7-r0001 outside ok r7-総務費-budget-25',
      'r7-r0002 outside incomplete r7-議会費-budget-3',
      'r7-r0003 outside not_run ',
    ])
  })

  it('are the same after the same files', async () => {
    const file = await rsOf(2_500_000_000)
    await yosan('reconcile', folder, file)
    const text = await readFile(join(folder, 'checks.json'), 'utf8')
    await yosan('reconcile', folder, file)
    expect(await readFile(join(folder, 'checks.json'), 'utf8')).toBe(text)
  })

  it('stay as they are when a file cannot be used', async () => {
    const other = await fileOf('other.csv', 'a,b\n1,2\n')
    expect((await yosan('reconcile', folder, await rsOf(1), other)).code).toBe(1)
    expect(await checksIn()).toEqual([check, openCheck])
  })
})

describe('misuse of yosan reconcile', () => {
  it.each([[[]], [['a']]])('%j', async (operands) => {
    const err = 'yosan: Name a data set and CSV files: yosan reconcile DIR FILE...\n'
    expect(await yosan('reconcile', ...operands)).toEqual({ code: 1, out: '', err })
  })

  it.each([
    ['other columns', 'a,b\n1,2\n'],
    ['nothing in it', ''],
    ['other text', '令和7年度予算案\n'],
  ])('a file with %s', async (_, text) => {
    const file = await fileOf('other.csv', text)
    const known = 'RS 2-1 予算・執行サマリ, MOF 科目別'
    const err = `yosan: ${file} is none of the files that figures are compared with: ${known}.\n`
    expect(await yosan('reconcile', folder, file)).toEqual({ code: 1, out: '', err })
  })

  it('a file that is not there', async () => {
    const err = 'yosan: /nowhere/2-1.csv does not exist: check the name.\n'
    expect(await yosan('reconcile', folder, '/nowhere/2-1.csv')).toEqual({ code: 1, out: '', err })
  })

  it('a file that is no CSV, in one line', async () => {
    const file = await fileOf('x.csv', 'a,b\n"1,2\n3,4\n')
    const err = `yosan: ${file} cannot be read as CSV: a quote is missing, or stands inside a field.\n`
    expect(await yosan('reconcile', folder, file)).toEqual({ code: 1, out: '', err })
  })

  it('a folder for a file', async () => {
    const err = `yosan: Cannot read ${folder}: it is a folder.\n`
    expect(await yosan('reconcile', folder, folder)).toEqual({ code: 1, out: '', err })
  })

  it('a file of 科目別 without a year in its heads', async () => {
    const file = await fileOf('kamoku.csv', '項名,目名,支出済歳出額(円)\n総務費,庁費,1\n')
    const err = `yosan: ${file} names no fiscal year in its columns, so nothing can be compared with it.\n`
    expect(await yosan('reconcile', folder, file)).toEqual({ code: 1, out: '', err })
    expect(await checksIn()).toEqual([check, openCheck])
  })

  it('a folder without a data set, or without checks', async () => {
    const [empty, half] = [await newFolder(), await dataSetOf(figures)]
    await rm(join(half, 'checks.json'))
    const says = (file: string) =>
      `yosan: Cannot read ${file}: run yosan extract first, or name the folder of its data set.\n`
    const file = await rsOf(1)
    expect((await yosan('reconcile', empty, file)).err).toBe(says(join(empty, 'figures.json')))
    expect((await yosan('reconcile', half, file)).err).toBe(says(join(half, 'checks.json')))
  })
})
