import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { YosanError } from '../../src/errors.js'
import { checkSchema } from '../../src/model/check.js'
import type { Figure } from '../../src/model/figure.js'
import { type OutsideFile, reconcile } from '../../src/outside/index.js'
import { reckonedAgain } from '../checks.js'
import { figure, previous } from '../series/points.js'
import { mofFile, mofRow, rsAccount, rsFile, rsTotal } from './files.js'

const told = (figures: readonly Figure[], ...files: readonly OutsideFile[]) =>
  reconcile(figures, files).map(({ document_id, verdict, figure_id, expected_yen, message }) =>
    figure_id === null
      ? `${document_id} ${verdict}: ${leftOf(message)}`
      : `${figure_id} ${verdict} ${expected_yen ?? '-'}`,
  )

/** How many figures a row counts that are not compared. */
const leftOf = (message: string | null) => Number(/ year and stage: (\d+)\. /u.exec(message ?? '')?.[1])

/** 総務費 in RS with some yen. */
const rs = (yen: number, more: Readonly<Record<string, string>> = {}) =>
  rsFile(rsTotal('総務費', { '当初予算（合計）': String(yen), ...more }))

/** 総務費 as a 項 with some thousand yen. */
const mof = (thousand: number, more: Readonly<Record<string, string>> = {}) =>
  mofFile(mofRow('総務費', '庁費', { '令和7年度要求額(千円)': String(thousand), ...more }))

const named = (programme: string) => ({ programme })
const draft = { stage: 'draft' } as const
const last = { fiscal_year: 2024 }

describe('reconcile', () => {
  it.each<[what: string, figures: readonly Figure[], files: readonly OutsideFile[], rows: readonly string[]]>([
    ['nothing', [], [rs(1)], []],
    ['no file', [figure('r7', 25)], [], []],
    ['the same amount', [figure('r7', 25)], [rs(2_500_000_000)], ['r7-総務費-budget-25 ok 2500000000']],
    ['one that the print rounds', [figure('r7', 25)], [rs(2_549_999_999)], ['r7-総務費-budget-25 rounding 2549999999']],
    ['half of the last digit', [figure('r7', 25)], [rs(2_550_000_000)], ['r7-総務費-budget-25 rounding 2550000000']],
    ['a yen more', [figure('r7', 25)], [rs(2_550_000_001)], ['r7-総務費-budget-25 mismatch 2550000001']],
    [
      'a print in yen',
      [figure('r7', 25, { precision_yen: 1 })],
      [rs(2_500_000_001)],
      ['r7-総務費-budget-25 mismatch 2500000001'],
    ],
    [
      'a print in yen and a file in thousand yen',
      [figure('r7', 0.000_014, { precision_yen: 1 })],
      [mof(1)],
      ['r7-総務費-budget-0.000014 rounding 1000'],
    ],
    [
      'thousand yen on both sides',
      [figure('r7', 0.000_02, { precision_yen: 1000 })],
      [mof(1)],
      ['r7-総務費-budget-0.00002 mismatch 1000'],
    ],
    [
      'a name in other widths',
      [figure('r7', 25, named('総務 費'))],
      [rs(2_500_000_000)],
      ['r7-総務 費-budget-25 ok 2500000000'],
    ],
    ['a name that is only like it', [figure('r7', 25, named('総務費等'))], [rs(2_500_000_000)], ['r7 not_run: 1']],
    ['another year', [figure('r7', 25, last)], [rs(2_500_000_000)], ['r7 not_run: 1']],
    ['another stage', [figure('r7', 25, draft)], [rs(2_500_000_000)], ['r7 not_run: 1']],
    [
      'the request of the next year',
      [figure('r8', 30, { stage: 'request', fiscal_year: 2026 })],
      [rs(2_500_000_000, { '翌年度要求額（合計）': '3000000000' })],
      ['r8-総務費-budget-30 ok 3000000000'],
    ],
    [
      'a supplement of its number',
      [1, 2].map((supplementary_no) =>
        figure('r7', 2 + supplementary_no, { stage: 'supplementary', supplementary_no }),
      ),
      [rsFile(rsAccount('総務費', { 第1次補正予算: '300000000' }))],
      ['r7-総務費-budget-3 ok 300000000', 'r7 not_run: 1'],
    ],
    [
      'the amount of the year before',
      [previous('r7', 20), figure('r7', 25)],
      [mof(2_500_000, { '前年度予算額(千円)': '2000000' })],
      ['r7-総務費-comparison-20 ok 2000000000', 'r7-総務費-budget-25 ok 2500000000'],
    ],
    [
      'what the Diet had before it, as the draft',
      [figure('r7', 25, draft)],
      [mof(2_500_000)],
      ['r7-総務費-budget-25 ok 2500000000'],
    ],
    [
      'amounts that stand for no whole programme',
      [figure('r7', 25, { part_of: true }), figure('r7', 25, { role: 'change' }), figure('r7', 25, named('合計'))],
      [rs(2_500_000_000)],
      [],
    ],
    [
      'several documents',
      [figure('r7', 25), figure('r7-book', 26), figure('r7-book', 1, named('議会費'))],
      [rs(2_500_000_000)],
      ['r7-総務費-budget-25 ok 2500000000', 'r7-book-総務費-budget-26 mismatch 2500000000', 'r7-book not_run: 1'],
    ],
    [
      'several files',
      [figure('r7', 25)],
      [rs(2_500_000_000), mof(2_600_000)],
      ['r7-総務費-budget-25 ok 2500000000', 'r7-総務費-budget-25 mismatch 2600000000'],
    ],
    [
      'a name of two projects',
      [figure('r7', 25)],
      [
        rsFile(
          rsTotal('総務費', { '当初予算（合計）': '5' }),
          rsTotal('総務費', { 予算事業ID: '9', '当初予算（合計）': '6' }),
        ),
      ],
      ['r7 not_run: 1'],
    ],
    [
      'a name of a 項 and of a 目 with two amounts',
      [figure('r7', 25)],
      [
        mofFile(
          mofRow('総務費', '総務費', { '令和7年度要求額(千円)': '5' }),
          mofRow('総務費', '庁費', { '令和7年度要求額(千円)': '6' }),
        ),
      ],
      ['r7 not_run: 1'],
    ],
  ])('%s', (_, figures, files, rows) => {
    expect(told(figures, ...files)).toEqual(rows)
  })

  it('numbers the rows of each document', () => {
    const figures = [figure('r7', 25), figure('r7', 1, named('議会費')), figure('r7-book', 25)]
    const rows = reconcile(figures, [rs(2_500_000_000)])
    expect(rows.map(({ check_id }) => check_id)).toEqual(['r7-r0001', 'r7-r0002', 'r7-book-r0001'])
    expect(new Set(rows.map(({ rule }) => rule))).toEqual(new Set(['outside']))
  })

  it.each([
    ['RS', rs(1), 'RS 2-1 予算・執行サマリ has another amount. RS lists projects'],
    ['the Finance Ministry', mof(1), 'MOF 科目別 has another amount. The Finance Ministry’s file counts accounts'],
  ])('says how %s counts where it has another amount', (_, file, message) => {
    const [row] = reconcile([figure('r7', 25)], [file])
    expect(row?.message?.startsWith(message)).toBe(true)
  })

  it('says how it counts where it has none', () => {
    const [row] = reconcile([figure('r7', 25, named('議会費'))], [rs(1)])
    expect(row).toMatchObject({ figure_id: null, expected_yen: null, found_yen: null, verdict: 'not_run' })
    expect(row?.message).toMatch(
      /^Figures for which RS 2-1 予算・執行サマリ has no amount of that name, year and stage: 1\. RS lists/,
    )
  })
})

describe('a figure that counts more than the source', () => {
  const scopes = [
    ['推計額', { estimate: 'includes' }, 'The figure holds an estimate inside a block grant (推計額).'],
    ['推計額 alone', { estimate: 'is' }, 'The figure holds an estimate inside a block grant (推計額).'],
    ['デジタル庁', { digital_agency: 'includes' }, 'The figure includes what the Digital Agency books.'],
    ['a special account', { special_account_included: true }, 'The figure includes money of a special account.'],
    ['組替え', { reclassified: true }, 'The figure is recast to a later structure (組替え).'],
  ] as const

  it.each(scopes)('proves nothing where it is another amount: %s', (_, more: Partial<Figure>, says) => {
    const [row] = reconcile([figure('r7', 25, more)], [rs(2_000_000_000)])
    expect(row).toMatchObject({ verdict: 'incomplete', expected_yen: null, found_yen: 2_500_000_000 })
    expect(row?.message).toBe(`RS 2-1 予算・執行サマリ has 2,000,000,000 yen. ${says}`)
  })

  it.each(scopes)('agrees all the same where it does: %s', (_, more: Partial<Figure>) => {
    const [same, rounded] = [rs(2_500_000_000), rs(2_500_000_001)].flatMap((file) =>
      told([figure('r7', 25, more)], file),
    )
    expect(same).toBe('r7-総務費-budget-25 ok 2500000000')
    expect(rounded).toBe('r7-総務費-budget-25 rounding 2500000001')
  })

  it.each(['is', 'excludes'] as const)('is not one whose デジタル庁計上分 is %j', (digital_agency) => {
    expect(told([figure('r7', 25, { digital_agency })], rs(2_000_000_000))).toEqual([
      'r7-総務費-budget-25 mismatch 2000000000',
    ])
  })
})

describe('a file of no known kind', () => {
  it.each([
    ['other columns', { file: 'other.csv', columns: ['a'], rows: [{ a: '1' }] }],
    ['other columns and no rows', { file: 'other.csv', columns: ['a'], rows: [] }],
    ['no columns', { file: 'other.csv', columns: [], rows: [] }],
  ])('with %s is refused in one sentence', (_, file) => {
    const refused = expect(() => reconcile([figure('r7', 25)], [rs(1), file]))
    refused.toThrow(YosanError)
    refused.toThrow(
      'other.csv is none of the files that figures are compared with: RS 2-1 予算・執行サマリ, MOF 科目別.',
    )
  })
})

describe('a file of no known year', () => {
  it.each([
    ['with rows', [{ 項名: '総務費', 目名: '庁費', '支出済歳出額(円)': '1' }]],
    ['without rows', []],
  ])('%s is refused in one sentence', (_, rows) => {
    const columns = ['項名', '目名', '支出済歳出額（円）']
    const refused = expect(() => reconcile([figure('r7', 25)], [rs(1), { file: 'kamoku.csv', columns, rows }]))
    refused.toThrow(YosanError)
    refused.toThrow('kamoku.csv names no fiscal year in its columns, so nothing can be compared with it.')
  })

  it('is none whose columns alone name it', () => {
    const columns = ['項名', '目名', '令和7年度要求額(千円)']
    expect(told([figure('r7', 25)], { file: 'kamoku.csv', columns, rows: [] })).toEqual(['r7 not_run: 1'])
  })
})

const figures = fc
  .array(
    fc.record({
      id: fc.constantFrom('r6', 'r7'),
      programme: fc.constantFrom('総務費', '庁費', '議会費'),
      oku: fc.constantFrom(20, 20.4, 25),
      precision_yen: fc.constantFrom(1, 10_000_000, 100_000_000),
      fiscal_year: fc.constantFrom(2024, 2025),
      role: fc.constantFrom('budget', 'comparison'),
      estimate: fc.constantFrom('none', 'includes'),
      reclassified: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ id, oku, ...more }, i) =>
      figure(id, oku, { ...more, figure_id: `${id}-${i}`, programme_row_id: `${id}-${i}` }),
    ),
  )

const file = fc.constantFrom(rs(2_000_000_000), rs(2_040_000_000), mof(2_000_000, { '前年度予算額(千円)': '2500000' }))

describe('the rows of any reconciliation', () => {
  it('fit the schema, come out the same when they are reckoned again, and account for each figure', () => {
    fc.assert(
      fc.property(figures, fc.array(file, { maxLength: 2 }), (some, files) => {
        const checks = reconcile(some, files)
        for (const row of checks) expect(checkSchema.safeParse(row).error).toBeUndefined()
        expect(reckonedAgain({ figures: some, checks })).toEqual(checks)
        expect(new Set(checks.map(({ check_id }) => check_id)).size).toBe(checks.length)
        const left = checks.map(({ message, figure_id }) => (figure_id === null ? leftOf(message) : 1))
        expect(left.reduce((sum, count) => sum + count, 0)).toBe(some.length * files.length)
      }),
      { numRuns: 300 },
    )
  })
})
