import { flagsOf } from '../../model/flags.js'
import { exactYen, readableYen } from '../readable-yen.js'
import type { ReviewData, ReviewFigure, Words } from '../review-data.js'
import { element } from './element.js'

/** The words of a code; the code itself where there are none. */
export const wordOf = (words: Readonly<Record<string, string>>, code: string | null): string =>
  code === null ? '—' : (words[code] ?? code)

/** `2025年度 政府案`. */
export const termOf = ({ fiscal_year, stage, supplementary_no }: ReviewFigure, words: Words): string =>
  [
    fiscal_year === null ? '' : `${fiscal_year}年度`,
    stage === null ? '' : wordOf(words.stages, stage),
    supplementary_no === null ? '' : `第${supplementary_no}号`,
  ]
    .filter((word) => word !== '')
    .join(' ')

/** `歳出 目 本年度`: where a figure of a budget book stands; '' for all others. */
export const cellTextOf = (figure: ReviewFigure, { lines, words }: Pick<ReviewData, 'lines' | 'words'>): string => {
  const cell = lines[figure.figure_id]
  if (!cell) return ''
  const { direction, level, column } = cell
  return [
    ...(direction === null ? [] : [wordOf(words.directions, direction)]),
    wordOf(words.lineLevels, level),
    wordOf(words.lineColumns, column),
  ].join(' ')
}

/** The amount as people read it, with the yen in its tooltip. */
export const amountOf = ({ yen, yen_max, amount_status }: ReviewFigure, words: Words): HTMLElement => {
  if (yen === null) return element('span', {}, wordOf(words.statuses, amount_status))
  const [text, title] = [readableYen, exactYen].map(
    (print) => print(yen) + (yen_max === null ? '' : `～${print(yen_max)}`),
  )
  return element('span', { title: title ?? null }, text ?? '')
}

/** What else holds for a figure, such as 新規 or 内数. */
export const flagWordsOf = (figure: ReviewFigure, words: Words): string =>
  flagsOf(figure)
    .map((flag) => wordOf(words.flags, flag))
    .join('、')
