import type { Stage } from '../model/finding.js'

/** An amount that an outside source has for something with a name. */
export interface OutsideAmount {
  readonly name: string
  readonly fiscalYear: number
  readonly stage: Stage
  readonly supplementaryNo: number | null
  readonly yen: number
  /** Value of the last digit that the source keeps, in yen. */
  readonly precisionYen: number
}

type CsvRow = Readonly<Record<string, string>>

/** A kind of CSV file that a figure may be compared with. */
export interface Source {
  readonly name: string
  /** How what it counts differs from what budget documents print: said with everything that does not agree. */
  readonly scope: string
  /** Whether these are its columns, their names as `nameKey` has them: brackets are full-width in some editions of a file. */
  readonly isOne: (columns: readonly string[]) => boolean
  /** Its amounts, where a name that stands for several things is left out; null where it does not say of which year they are. */
  readonly read: (rows: readonly CsvRow[], columns: readonly string[]) => OutsideAmount[] | null
}

/** Digits with separators and a minus, as an integer times `unit`; null for blank cells and all else. */
export const readYen = (text: string | undefined, unit: 1 | 1000): number | null => {
  const match = /^([-−△▲]?)(\d{1,15})(?:\.0+)?$/u.exec((text ?? '').replace(/[,，\s]/gu, ''))
  if (!match) return null
  const [, mark = '', digits = ''] = match
  const yen = Number(digits) * unit * (mark === '' ? 1 : -1)
  return Number.isSafeInteger(yen) ? yen : null
}
