import { nameKey } from '../../src/model/name-key.js'
import type { OutsideFile } from '../../src/outside/index.js'
import type { OutsideAmount, Source } from '../../src/outside/source.js'

type Row = Readonly<Record<string, string>>

/** The row of a project's total in RS 2-1, with the brackets of the newer editions. */
export const rsTotal = (name: string, more: Row = {}): Row => ({
  予算事業ID: '001234',
  事業名: name,
  予算年度: '2025',
  会計区分: '',
  '当初予算（合計）': '0',
  '補正予算（合計）': '0',
  '計（歳出予算現額合計）': '0',
  '執行額（合計）': '0',
  '翌年度要求額（合計）': '0',
  ...Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`第${number}次補正予算`, ''])),
  ...more,
})

/** The row of one of its accounts, which alone has the supplements by number. */
export const rsAccount = (name: string, more: Row = {}): Row =>
  rsTotal(name, { 会計区分: '一般会計', '当初予算（合計）': '', '翌年度要求額（合計）': '', ...more })

export const rsFile = (...rows: readonly Row[]): OutsideFile => tableOf('2-1.csv', rows)

/** A row of 科目別内訳, in thousand yen. */
export const mofRow = (item: string, detail: string, amounts: Row = {}, place: Row = {}): Row => ({
  所管: '総務省',
  組織: '総務本省',
  項コード: '010',
  項名: item,
  目コード: '0100',
  目名: detail,
  '令和7年度要求額(千円)': '',
  '前年度予算額(千円)': '',
  '比較増△減額(千円)': '',
  ...amounts,
  ...place,
})

export const mofFile = (...rows: readonly Row[]): OutsideFile => tableOf('kamoku.csv', rows)

const tableOf = (file: string, rows: readonly Row[]): OutsideFile => ({ file, rows, columns: columnsOf(rows) })

const columnsOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))]

/** What a source reads from rows with plain names of columns. */
export const amountsIn = (source: Source, ...rows: readonly Row[]): OutsideAmount[] | null => {
  const plain = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [nameKey(name), cell])))
  return source.read(plain, columnsOf(plain))
}

/** Whether a source knows a file by the columns of this row. */
export const isKnown = (source: Source, row: Row): boolean => source.isOne(Object.keys(row).map(nameKey))
