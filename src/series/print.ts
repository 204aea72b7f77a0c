import { groupBy } from '../model/groups.js'
import { signedPercent } from '../model/percent-of-change.js'
import { escapeText, type Paint } from '../terminal.js'
import type { Trend, TrendRow } from './trend.js'

/** Series for a person, one after another; a break stands below its line. */
export const printTrend = ({ rows, ambiguous }: Trend, paint: Paint): string => {
  const series = [...groupBy(rows, ({ series }) => series).values()].map((own) => seriesLines(own, paint))
  const none = series.length === 0 ? [['No programme has amounts of several years or stages.']] : []
  const note = ambiguous > 0 ? [[`Left out, since their names stand for several programmes: ${ambiguous} amounts`]] : []
  return `${[...none, ...series, ...note].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const seriesLines = (rows: readonly TrendRow[], paint: Paint): string[] => {
  const amounts = rows.map(({ yen }) => yen.toLocaleString('en-US'))
  const width = Math.max(...amounts.map((text) => text.length))
  const terms = rows.map(({ stage, supplementary_no }) =>
    supplementary_no === null ? stage : `${stage} ${supplementary_no}`,
  )
  const wide = Math.max(...terms.map((text) => text.length))
  return [
    paint('bold', escapeText(rows[0]?.programme ?? '')),
    ...rows.flatMap((row, i) => [
      `  ${row.fiscal_year}  ${(terms[i] ?? '').padEnd(wide)}  ${(amounts[i] ?? '').padStart(width)}  ${changeText(row).padStart(8)}  ${escapeText(placeOf(row))}`,
      ...(row.breaks === null
        ? []
        : [paint('yellow', `        ! ${row.breaks.replaceAll(';', ', ')}: ${escapeText(row.break_notes ?? '')}`)]),
    ]),
  ]
}

const changeText = ({ change_yen, change_percent }: TrendRow): string =>
  change_yen === null || change_yen === 0 || change_percent === null ? '' : signedPercent(change_yen, change_percent)

const placeOf = ({ document_id, page, role, names, programme }: TrendRow): string =>
  [
    `${document_id}${page === null ? '' : ` p${page}`}`,
    ...(role === 'comparison' ? ['(as the previous year)'] : []),
    ...(names === programme ? [] : [names]),
  ].join(' ')
