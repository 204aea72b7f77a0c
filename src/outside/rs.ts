import { groupBy } from '../model/groups.js'
import { type OutsideAmount, readYen, type Source } from './source.js'

type CsvRow = Readonly<Record<string, string>>

/** Columns of a project's totals, with the year and stage that they are of; 会計区分 is blank in these rows. */
const totals: readonly { readonly column: string; readonly stage: OutsideAmount['stage']; readonly years: 0 | 1 }[] = [
  { column: '当初予算(合計)', stage: 'enacted', years: 0 },
  { column: '計(歳出予算現額合計)', stage: 'current_appropriation', years: 0 },
  { column: '執行額(合計)', stage: 'executed', years: 0 },
  { column: '翌年度要求額(合計)', stage: 'request', years: 1 },
]

/** 行政事業レビュー見える化サイト (RS system), table 2-1 予算・執行_サマリ: yen, a row for each project and budget year, and below
 * it one for each account (会計区分) with the supplementary budgets by number. */
export const rsSummary: Source = {
  name: 'RS 2-1 予算・執行サマリ',
  scope:
    'RS lists projects (事業) of some 27 % of the national budget, without block grants (運営費交付金) of many bodies, and counts what the Digital Agency books elsewhere.',
  isOne: (columns) =>
    ['予算事業ID', '事業名', '予算年度', '当初予算(合計)'].every((column) => columns.includes(column)),
  read: (rows) => {
    const known = rows.filter((row) => yearOf(row) !== null)
    const isTotal = (row: CsvRow): boolean => (row.会計区分 ?? '') === ''
    return [...known.filter(isTotal).flatMap(totalsOf), ...supplementsOf(known.filter((row) => !isTotal(row)))]
  },
}

const yearOf = (row: CsvRow): number | null => (/^\d{4}$/u.test(row.予算年度 ?? '') ? Number(row.予算年度) : null)

const totalsOf = (row: CsvRow): OutsideAmount[] =>
  totals.flatMap(({ column, stage, years }) => {
    const yen = readYen(row[column], 1)
    // An empty row of a sheet says 0 for all that it does not know.
    return yen === null || yen === 0 ? [] : [toAmount(row, (yearOf(row) ?? 0) + years, stage, null, yen)]
  })

const supplementsOf = (rows: readonly CsvRow[]): OutsideAmount[] =>
  [...groupBy(rows, (row) => `${row.予算事業ID} ${row.予算年度}`).values()].flatMap((accounts) =>
    [1, 2, 3, 4, 5].flatMap((number) => {
      const amounts = accounts.flatMap((row) => readYen(row[`第${number}次補正予算`], 1) ?? [])
      const yen = amounts.reduce((sum, amount) => sum + amount, 0)
      const [first] = accounts
      return !first || yen === 0 ? [] : [toAmount(first, yearOf(first) ?? 0, 'supplementary', number, yen)]
    }),
  )

const toAmount = (
  row: CsvRow,
  fiscalYear: number,
  stage: OutsideAmount['stage'],
  supplementaryNo: number | null,
  yen: number,
): OutsideAmount => ({ name: row.事業名 ?? '', fiscalYear, stage, supplementaryNo, yen, precisionYen: 1 })
