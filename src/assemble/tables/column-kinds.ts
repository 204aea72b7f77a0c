import type { ColumnKind } from '../../model/table.js'
import type { Band } from './head-rows.js'
import { headWordsOf, isHeadMark } from './head-text.js'
import { covers, type PrintedCell } from './printed.js'

/** A column with its heads, before it is known what its amounts are. */
export interface PrintedColumn {
  readonly kind: ColumnKind
  /** Head cells over it, outermost first. */
  readonly heads: readonly PrintedCell[]
  /** Texts of the heads without gaps, outermost first. */
  readonly path: readonly string[]
  /** Filled cells in its rows. */
  readonly filled: number
}

interface Look {
  /** The innermost head. */
  readonly own: string
  readonly cells: readonly PrintedCell[]
  readonly values: number
  /** Share of its filled cells that hold numbers. */
  readonly share: number
  readonly decimals: number
  readonly largest: number
  /** Its numbers count the rows: 1, 2, 3 … */
  readonly isRunning: boolean
}

type Rule = readonly [kind: ColumnKind, matches: (look: Look) => boolean]

/** In order: the first rule that matches decides. Numbers in columns of rates and of heads are no money. */
const rules: readonly Rule[] = [
  [
    'code',
    ({ isRunning, own }) => isRunning && !/額|費|円|年度|予算|当初|補正|比較|増減|財源|その他|[計金債税]$/u.test(own),
  ],
  [
    'code',
    ({ cells }) =>
      cells.length > 0 && cells.every(({ squeezed }) => /^\d{1,3}(?:[.．・-]\d{1,3}){2,}(?:他|等)?$/u.test(squeezed)),
  ],
  [
    'code',
    ({ own, cells }) =>
      /款|番号|コード/u.test(own) &&
      cells.length > 0 &&
      cells.every(({ squeezed }) => /^[\d.．・-]+(?:他|等)?$/u.test(squeezed)),
  ],
  ['code', ({ own }) => /^(?:№|No\.?|NO\.?|番号|順位|連番|頁|ページ|コード|整理番号)$/u.test(own)],
  ['code', ({ own, share, largest }) => /^(?:款|項|目|節|細節)$/u.test(own) && share > 0.5 && largest < 1000],
  [
    'percent',
    ({ own }) => /(?:率|割合|構成比|比率|シェア)(?:[(（].{0,8}[)）])?$|[%％]/u.test(own) && !/利率/u.test(own),
  ],
  [
    'percent',
    ({ own, decimals, cells }) =>
      /比$|対前年度?$|伸び/u.test(own) && (decimals > 0 || cells.some(({ squeezed }) => /[%％]/u.test(squeezed))),
  ],
  [
    'percent',
    ({ cells }) => cells.length > 0 && cells.every(({ squeezed }) => /[%％](?:増|減)?[)）]?$/u.test(squeezed)),
  ],
  [
    'count',
    ({ own, values, cells }) =>
      (values > 0 || cells.some(({ squeezed }) => /^[△▲]?[\d,]+(?:人|件|戸|校|所|台|回)$/u.test(squeezed))) &&
      /数(?:人|[(（].*)?$|人員|定員|箇所|か所|面積|延長|世帯|数量|人口|[(（](?:人|件|戸|校|所|台|回|㎡|ha|km|m)[)）]$/u.test(
        own,
      ) &&
      !/[額費円]/u.test(own),
  ],
  ['money', ({ values, share }) => values > 0 && share >= 0.4],
  ['text', ({ own, cells }) => /概要|内容|目標|効果/u.test(own) && isLong(cells)],
  [
    'text',
    ({ own }) =>
      /説明|理由|備考|摘要|担当|主管|所管課|期間|方法|利率|根拠|場所|^新規(?:区分)?$|工事名|実施|完了|年月日$/u.test(
        own,
      ),
  ],
  ['name', ({ cells }) => cells.length > 0],
  ['text', () => true],
]

/** Each column of a band with its heads and its kind. */
export const columnsOf = (band: Band): PrintedColumn[] => {
  const heads = band.table.cells.filter(({ row, squeezed }) => row >= band.head && row < band.body && squeezed !== '')
  return Array.from({ length: band.table.columns }, (_, column) => {
    const over = heads.filter((cell) => covers(cell, column)).sort((a, b) => a.row - b.row)
    const path = over.map(({ squeezed }) => squeezed).filter((text) => !isHeadMark(text))
    const look = lookAt(band, column, path)
    return { heads: over, path, filled: look.cells.length, kind: kindOf(look) }
  })
}

/** Sentences, or texts longer than most names. */
const LONG_TEXT = 24
const isLong = (cells: readonly PrintedCell[]): boolean =>
  2 * cells.filter(({ squeezed }) => squeezed.length > LONG_TEXT || /。/u.test(squeezed)).length > cells.length

export const kindOf = (look: Look): ColumnKind => rules.find(([, matches]) => matches(look))?.[0] ?? 'text'

const lookAt = ({ table, body, end }: Band, column: number, path: readonly string[]): Look => {
  const cells = table.cells.filter(
    (cell) => cell.row >= body && cell.row < end && cell.column === column && isFilled(cell),
  )
  const values = cells.filter(({ isValue }) => isValue)
  const numbers = values.flatMap((cell) =>
    cell.values.flatMap(({ finding }) => (finding.kind === 'number' ? [finding] : [])),
  )
  return {
    own: headWordsOf(path.at(-1) ?? ''),
    cells,
    values: values.length,
    share: cells.length === 0 ? 0 : values.length / cells.length,
    decimals: numbers.filter(({ exponent }) => exponent < 0).length,
    largest: Math.max(0, ...numbers.map(({ digits }) => Math.abs(digits))),
    isRunning:
      numbers.length > 1 &&
      numbers.length === cells.length &&
      numbers.every(({ digits }, i) => i === 0 || digits === (numbers[i - 1]?.digits ?? 0) + 1),
  }
}

/** Dashes, signs and marks that stand for nothing say nothing of the column. */
const isFilled = ({ squeezed }: PrintedCell): boolean =>
  squeezed !== '' && !/^(?:[-－―—–ー…‥*＊△▲〃]|皆増|皆減|同上|\/)+$/u.test(squeezed)
