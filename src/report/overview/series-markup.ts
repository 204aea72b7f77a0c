import type { TrendRow } from '../../series/trend.js'
import { type Html, html } from '../html.js'
import { stageGroups, yearGroups } from './bars.js'
import { type Address, chartMarkup } from './chart.js'

/** From request to draft to supplementary budget, and year over year; null where no programme has two of either. */
export const seriesMarkup = (rows: readonly TrendRow[], address: Address): Html | null => {
  const stages = stageGroups(rows)
  const years = yearGroups(rows)
  if (stages.groups.length === 0 && years.length === 0) return null
  return html`${stages.groups.length === 0 ? null : html`<section><h2>要求から補正まで</h2>${chartMarkup(`${stages.year}年度の要求・政府案・当初予算・補正予算（大きい事業から）`, stages.groups, address)}</section>`}
${years.length === 0 ? null : html`<section><h2>年度ごとの推移</h2>${chartMarkup('事業ごとの年度別の額（大きい事業から）', years, address)}</section>`}`
}
