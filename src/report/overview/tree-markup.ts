import { percentOfChange } from '../../model/percent-of-change.js'
import type { Programme } from '../../model/programme.js'
import { type Html, html } from '../html.js'
import { exactYen, readableYen } from '../readable-yen.js'
import { yenMarkup } from '../yen-markup.js'
import type { Branch } from './tree.js'

/** From this depth on branches are closed until somebody opens them. */
const openDepth = 2

/** Where the address of a figure is made. */
type Address = (figureId: string) => string

/** The tree of programmes with their amounts and bars, which are drawn to one scale. */
export const treeMarkup = (tree: readonly Branch[], address: Address): Html => {
  let largest = 1
  for (const amount of amountsOf(tree)) largest = Math.max(largest, amount)
  return branchesMarkup(tree, { address, largest, depth: 1 })
}

interface Setting {
  readonly address: Address
  /** In yen, the length of a whole bar. */
  readonly largest: number
  readonly depth: number
}

const branchesMarkup = (branches: readonly Branch[], setting: Setting): Html =>
  html`<ul class="tree">${branches.map((branch) => html`<li>${branchMarkup(branch, setting)}</li>`)}</ul>`

const branchMarkup = ({ programme, branches }: Branch, setting: Setting): Html => {
  const line = lineOf(programme, setting)
  if (branches.length === 0) return line
  const below = branchesMarkup(branches, { ...setting, depth: setting.depth + 1 })
  const summary = html`<summary>内訳 ${branches.length}件</summary>`
  return setting.depth < openDepth
    ? html`${line}<details open>${summary}${below}</details>`
    : html`${line}<details>${summary}${below}</details>`
}

const lineOf = ({ name, name_missing, headline_figure_id, ...programme }: Programme, setting: Setting): Html => {
  const shown = name_missing || name === '' ? '（名称なし）' : name
  const title =
    headline_figure_id === null ? html`${shown}` : html`<a href="${setting.address(headline_figure_id)}">${shown}</a>`
  return html`<div class="line"><span class="name">${title}</span> <span class="sum">${sumOf(programme)}</span> ${barOf(programme, setting)} ${changeOf(programme)}</div>`
}

type Amounts = Pick<Programme, 'amount_yen' | 'amount_status' | 'previous_amount_yen' | 'change_yen'>

const sumOf = ({ amount_yen, amount_status }: Amounts): Html =>
  amount_yen === null ? html`${amount_status === 'unpriced' ? '事項要求' : ''}` : yenMarkup(amount_yen)

const barOf = ({ amount_yen }: Amounts, { largest }: Setting): Html =>
  amount_yen === null || amount_yen <= 0
    ? html`<span class="bar"></span>`
    : html`<svg class="bar" aria-hidden="true"><rect width="${((amount_yen / largest) * 100).toFixed(2)}%" height="100%"/></svg>`

const changeOf = ({ change_yen, previous_amount_yen }: Amounts): Html | null => {
  if (change_yen === null || previous_amount_yen === null) return null
  const percent = percentOfChange(change_yen, previous_amount_yen)
  const sign = change_yen > 0 ? '+' : ''
  return html` <span class="change" title="${sign}${exactYen(change_yen)}">前年度 ${readableYen(previous_amount_yen)}、${sign}${readableYen(change_yen)}${percent === null ? null : `（${percent.replace('-', '△')}％）`}</span>`
}

function* amountsOf(tree: readonly Branch[]): Generator<number> {
  for (const { programme, branches } of tree) {
    yield programme.amount_yen ?? 0
    yield* amountsOf(branches)
  }
}
