import type { IssueRuleId } from '../model/issue-rules.js'
import type { Direction, LineColumn, LineLevel } from '../model/line.js'
import type { Box } from '../model/place.js'
import type { Labelled } from './labels.js'
import type { Named } from './names.js'

/** Where a row stands in the tree of a budget. */
export interface Path {
  readonly kan: Labelled | null
  readonly kou: Labelled | null
  readonly moku: Labelled | null
  readonly setsu: Labelled | null
}

/** From the outermost. */
const pathLevels = ['kan', 'kou', 'moku', 'setsu'] as const

/** The levels above one, and that itself. */
export const levelsTo = (level: keyof Path): readonly (keyof Path)[] =>
  pathLevels.slice(0, pathLevels.indexOf(level) + 1)

export const nowhere: Path = { kan: null, kou: null, moku: null, setsu: null }

/** One printed money value. */
export interface Value {
  readonly column: LineColumn
  /** In the unit of the table; null where the print could not be read. */
  readonly value: number | null
  /** Yen of one of it; null where nothing states a unit. */
  readonly unit: number | null
  readonly raw: string
  readonly page: number
  readonly line: number
  readonly boxes: readonly Box[]
}

export const yenOf = ({ value, unit }: Value): number | null => (value === null || unit === null ? null : value * unit)

/** A printed row with its amounts. heading: a 款 or 項 above its tables; row: a row of a table; sum: a row 計 or 合計. */
export interface Entry {
  readonly print: 'heading' | 'row' | 'sum'
  /** Tables of one kind, such as 第１表 or the explained 歳出, share this text. */
  readonly table: string
  readonly account: string | null
  readonly direction: Direction | null
  readonly level: LineLevel
  readonly named: Labelled
  /** With the row itself, where it is a 款, 項, 目 or 節. */
  readonly path: Path
  readonly depth: number | null
  /** Whether the outermost line of 説明 that encloses it prints money. */
  readonly isPriced: boolean
  readonly values: readonly Value[]
  /** Why a person should look; null where nothing is in doubt. */
  readonly doubt: IssueRuleId | null
}

const key = (named: Named | null): string => (named ? `${named.code ?? ''} ${named.name}` : '')

/** A text that is the same for rows of one place in the budget, down to a level. */
export const placeKey = ({ account, direction, path }: Entry, to: keyof Path): string => {
  return [account ?? '', direction ?? '', ...levelsTo(to).map((level) => key(path[level]))].join('/')
}
