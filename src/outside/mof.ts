import { groupBy } from '../model/groups.js'
import { type OutsideAmount, readYen, type Source } from './source.js'

type CsvRow = Readonly<Record<string, string>>

/** What a column of amounts is of: its year, less `years`, and its stage. */
interface Column {
  readonly pattern: RegExp
  readonly stages: readonly OutsideAmount['stage'][]
  readonly years: 0 | 1
}

/** A submitted budget (提出版) calls its amounts 要求額 and becomes the enacted one when the Diet leaves it as it is, so its
 * amounts may be compared with either. */
const columns: readonly Column[] = [
  { pattern: /^前年度予算額\((千?円)\)$/u, stages: ['enacted'], years: 1 },
  { pattern: /^改.*予算額\((千?円)\)$/u, stages: ['revised'], years: 0 },
  { pattern: /^成立予算額\((千?円)\)$/u, stages: ['enacted'], years: 0 },
  { pattern: /^歳出予算現額\((千?円)\)$/u, stages: ['current_appropriation'], years: 0 },
  { pattern: /^支出済歳出額\((千?円)\)$/u, stages: ['executed'], years: 0 },
  { pattern: /^(?:令和|平成)(?:元|\d+)年度(?:要求額|予算額)\((千?円)\)$/u, stages: ['draft', 'enacted'], years: 0 },
]

/** 予算書・決算書データベース of the Finance Ministry, 科目別内訳: a row for each 目, in thousand yen (決算 in yen). Amounts are added
 * up for each 項 and each 組織 of one 所管. */
export const mofItems: Source = {
  name: 'MOF 科目別',
  scope:
    'The Finance Ministry’s file counts accounts (項, 目) of one account book: a programme may be part of a 項, and 項 of special accounts are in another file.',
  isOne: (names) => names.includes('項名') && names.includes('目名') && names.some((name) => columnOf(name) !== null),
  read: (rows, names) => {
    const year = yearOf(names)
    if (year === null) return null
    return (['項名', '目名', '組織', '特別会計', '所管'] as const).flatMap((level) => amountsBy(rows, level, year))
  },
}

const columnOf = (name: string): Column | null => columns.find(({ pattern }) => pattern.test(name)) ?? null

/** The year that the file is of, from the heads of its columns: 令和6年度要求額. */
const yearOf = (names: readonly string[]): number | null => {
  for (const name of names) {
    const match = /(令和|平成)(元|\d+)年度/u.exec(name)
    if (match) return (match[1] === '令和' ? 2018 : 1988) + (match[2] === '元' ? 1 : Number(match[2]))
  }
  return null
}

/** Sums of the rows of each name, where the name stands in one place only. */
const amountsBy = (rows: readonly CsvRow[], level: string, year: number): OutsideAmount[] =>
  [...groupBy(rows, (row) => row[level] || null)].flatMap(([name, own]) =>
    new Set(own.map((row) => placeOf(row, level))).size > 1 ? [] : sumsOf(name, own, year),
  )

/** What encloses a name. */
const placeOf = (row: CsvRow, level: string): string => {
  const outer = ['所管', '組織', '特別会計', '勘定', '項コード', '項名', '目名']
  return outer
    .slice(0, outer.indexOf(level))
    .filter((column) => !(level === '項名' && column === '項コード'))
    .map((column) => row[column] ?? '')
    .join('|')
}

const sumsOf = (name: string, rows: readonly CsvRow[], year: number): OutsideAmount[] =>
  Object.keys(rows[0] ?? {}).flatMap((column) => {
    const meaning = columnOf(column)
    if (!meaning) return []
    const unit = column.includes('千円') ? 1000 : 1
    const amounts = rows.map((row) => readYen(row[column], unit))
    if (amounts.some((yen) => yen === null)) return []
    const yen = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)
    return meaning.stages.map((stage) => ({
      ...{ name, fiscalYear: year - meaning.years, stage, supplementaryNo: null, yen },
      precisionYen: unit,
    }))
  })
