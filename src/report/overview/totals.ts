import type { CheckRow } from '../../model/check.js'
import type { Figure } from '../../model/figure.js'
import { type Html, html } from '../html.js'
import { japaneseChecks } from '../japanese-rules.js'
import { verdicts } from '../japanese-words.js'
import { tableMarkup } from '../table-markup.js'
import { yenMarkup } from '../yen-markup.js'

/** Checks that add parts up to a printed total. */
const adding: ReadonlySet<CheckRow['rule']> = new Set(['column_total', 'parent_total', 'row_parts', 'programme_parts'])

/** How many totals that hold are listed; a book has thousands. */
const many = 200

type Named = Pick<Figure, 'figure_id' | 'programme' | 'raw'>

/** Printed totals beside the sums of their parts: first those that do not agree. */
export const totalsMarkup = (
  checks: readonly CheckRow[],
  figures: readonly Named[],
  address: (figureId: string) => string,
): Html | null => {
  const totals = checks.filter(
    ({ rule, expected_yen, found_yen }) => adding.has(rule) && expected_yen !== null && found_yen !== null,
  )
  if (totals.length === 0) return null
  const names = new Map(figures.map((figure) => [figure.figure_id, figure]))
  const rowOf = (check: CheckRow): Html => rowMarkup(check, names.get(check.figure_id ?? ''), address)
  const holds = (check: CheckRow): boolean => check.verdict === 'ok' || check.verdict === 'rounding'
  const [right, wrong] = [totals.filter(holds), totals.filter((check) => !holds(check))]
  return html`<section><h2>合計の検算</h2>
<p>印刷された合計 ${totals.length}件のうち、${right.length}件が内訳の合計と合っています。</p>
${wrong.length === 0 ? null : listMarkup('合わない合計・内訳が足りない合計', wrong.map(rowOf))}
${right.length === 0 ? null : html`<details><summary>合っている合計${right.length > many ? `（はじめの${many}件）` : ''}</summary>${listMarkup('合っている合計', right.slice(0, many).map(rowOf))}</details>`}
</section>`
}

const heads = ['合計', '印刷', '内訳の合計', '差', '判定', '確かめたこと']

const listMarkup = (caption: string, rows: readonly Html[]): Html =>
  tableMarkup({ label: caption, caption, heads, rows })

const rowMarkup = (check: CheckRow, figure: Named | undefined, address: (figureId: string) => string): Html => {
  const [found, expected] = [check.found_yen ?? 0, check.expected_yen ?? 0]
  const name = figure?.programme ?? figure?.raw ?? '—'
  return html`<tr><th scope="row">${check.figure_id === null ? name : html`<a href="${address(check.figure_id)}">${name}</a>`}</th>
<td class="amount">${yenMarkup(found)}</td><td class="amount">${yenMarkup(expected)}</td><td class="amount">${yenMarkup(found - expected)}</td>
<td class="verdict-${check.verdict}">${verdicts[check.verdict]}</td><td>${japaneseChecks[check.rule]}</td></tr>
`
}
